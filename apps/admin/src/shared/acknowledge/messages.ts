import { defineMessages } from '../../i18n/messages';

export const acknowledgeMessages = defineMessages({
  zh: {
    acknowledge: {
      band: '新规则待确认',
      rule: '{policy} v{number}',
      when: '{inForce, select, none {{from}生效} other {{from}起生效}}，{overdue, select, none {{due}前确认} other {应于{due}前确认，已逾期}}',
      more: '另有 {n, number} 项变化',
      changed: '{field}：有变化',
      nothing: '这家分店的规则没有变化',
      others: '{n, plural, other {还有 # 条待确认}}',
      verb: '确认已阅',
      title: '确认已阅：{policy} v{number}',
      effect: '{unit}从{from}起按下列规则执行。确认后记下确认人和时间，不能撤回。',
      done: '{unit}已确认 {policy} v{number}',
    },
  },
  en: {
    acknowledge: {
      band: 'New rules to accept',
      rule: '{policy} v{number}',
      when: '{inForce, select, none {In force from {from}} other {In force since {from}}}; {overdue, select, none {accept by {due}} other {was to be accepted by {due}}}',
      more: '{n, plural, one {# more change} other {# more changes}}',
      changed: '{field}: changed',
      nothing: 'Nothing changes for this branch',
      others: '{n, plural, one {# more waits} other {# more wait}}',
      verb: 'Accept',
      title: 'Accept {policy} v{number}',
      effect: '{unit} follows these rules from {from} on. Who accepted them, and when, is kept and cannot be taken back.',
      done: '{unit} accepted {policy} v{number}',
    },
  },
});
