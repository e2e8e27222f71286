import { defineMessages } from '../../i18n/messages';

export const suspensionMessages = defineMessages({
  zh: {
    suspension: {
      suspend: '暂停服务',
      suspendIn: '在{unit}暂停服务',
      suspendEffect: '{unit}及其全部下级暂停退货包运费，含以后新增的分店；规则不变，已付款订单的承诺照旧。',
      suspendSum: '{changed, number} 家将暂停，{unchanged, number} 家无变化',
      previewFailed: '影响范围没有算出',
      suspendFrom: '在{unit}暂停服务：{date}起',
      from: '从哪天起',
      fromHelp: '留空则立即暂停',
      withdrawIn: '取消{unit}的暂停排期',
      withdrawEffect: '{date}起的暂停不再执行，{unit}及其下级照各自的规则继续。',
      withdrawn: '已取消{unit}的暂停排期：{changed, number} 家不再暂停，{unchanged, number} 家无变化',
      until: '暂停至（含）',
      untilHelp: '留空则一直暂停，直到恢复',
      reason: '原因',
      reasonHelp: '分店会看到',
      suspended: '已在{unit}暂停服务：{changed, number} 家生效，{unchanged, number} 家无变化',
      planned: '已排期{date}起在{unit}暂停服务：{changed, number} 家，{unchanged, number} 家无变化',
      resumed: '已在{unit}恢复服务：{changed, number} 家生效，{unchanged, number} 家无变化',
      resumeIn: '在{unit}恢复服务',
      resumeEffect: '{unit}及其下级立即按各自的规则执行；下级自己的暂停不受影响。',
    },
  },
  en: {
    suspension: {
      suspend: 'Suspend',
      suspendIn: 'Suspend {unit}',
      suspendEffect:
        'Free returns are suspended for {unit} and all below it, later branches included; the rules stay, and so do promises to paid orders.',
      suspendSum:
        '{changed, plural, one {# branch is} other {# branches are}} suspended, {unchanged, plural, one {# does} other {# do}} not change',
      previewFailed: 'The impact could not be computed',
      suspendFrom: 'Suspend {unit} from {date}',
      from: 'From which day',
      fromHelp: 'Left empty, at once',
      withdrawIn: 'Withdraw the planned suspension of {unit}',
      withdrawEffect: 'The suspension from {date} will not take place; {unit} and all below it go on by their own rules.',
      withdrawn:
        'Withdrew the planned suspension of {unit}: {changed, plural, one {# branch stays} other {# branches stay}} as they are, {unchanged, number} would not have changed',
      until: 'Suspended through',
      untilHelp: 'Left empty, it lasts until it is resumed',
      reason: 'Reason',
      reasonHelp: 'The branches will read it',
      suspended: 'Suspended {unit}: {changed, plural, one {# branch} other {# branches}} changed, {unchanged, number} did not',
      planned:
        'Planned to suspend {unit} from {date}: {changed, plural, one {# branch} other {# branches}}, {unchanged, number} will not change',
      resumed: 'Resumed {unit}: {changed, plural, one {# branch} other {# branches}} changed, {unchanged, number} did not',
      resumeIn: 'Resume {unit}',
      resumeEffect: '{unit} and all below it follow their own rules at once; suspensions made further down stay.',
    },
  },
});
