import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  zh: {
    title: '豁免',
    failed: '豁免没有载入',
    none: '没有豁免',
    noneHint: '在生效规则页上，对已锁定或限定的规则项可以豁免一段时间。',
    list: { label: '范围', open: '未结束', ending: '14 天内到期', ended: '已结束' },
    unit: '组织',
    fields: '规则项',
    ancestor: '豁免于',
    interval: '有效期',
    state: '状态',
    reason: '原因 · 批准人',
    daysLeft: '剩 {n, number} 天',
    action: '操作',
    whenItEnds: '到期影响',
    revoke: {
      verb: '收回',
      title: '收回{unit}的豁免',
      effect: '{ancestor}的锁定和限定立即重新约束{unit}及其下级；与之不符的自定义值不再生效。',
      reason: '原因',
      done: '已收回{unit}的豁免：{changed, number} 家变化，{unchanged, number} 家无变化',
    },
  },
  en: {
    title: 'Exemptions',
    failed: 'The exemptions did not load',
    none: 'There are no exemptions',
    noneHint: 'On the page of effective rules, a field that is locked or bounded can be exempted for a time.',
    list: { label: 'Show', open: 'Not over', ending: 'Ending within 14 days', ended: 'Over' },
    unit: 'Unit',
    fields: 'Fields',
    ancestor: 'Exempt from',
    interval: 'Valid',
    state: 'State',
    reason: 'Reason · granted by',
    daysLeft: '{n, plural, one {# day left} other {# days left}}',
    action: 'Action',
    whenItEnds: 'When it ends',
    revoke: {
      verb: 'Revoke',
      title: 'Revoke the exemption of {unit}',
      effect:
        'The lock and bounds of {ancestor} bind {unit} and all below it again at once; own values that do not fit lose their effect.',
      reason: 'Reason',
      done: 'Revoked the exemption of {unit}: {changed, plural, one {# branch} other {# branches}} changed, {unchanged, number} did not',
    },
  },
});

export const errors = defineMessages({
  zh: { EXEMPTION_OVER: '这项豁免已经结束。' },
  en: { EXEMPTION_OVER: 'This exemption is over.' },
});
