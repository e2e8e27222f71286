import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  zh: {
    title: '日程',
    failed: '日程没有载入',
    none: '没有已排期的变更',
    noneHint: '下发时选择以后的日期，或给暂停、豁免设定截止日期，就会列在这里。',
    span: '范围',
    days: '今后 {n, number} 天',
    until: '至{date}',
    onDay: '{day}：{n, number} 项',
    allDays: '查看全部日期',
    view: { label: '显示方式', list: '列表', lanes: '时间轴' },
    by: { label: '时间轴排列', unit: '按组织', field: '按规则项' },
    moves: '组织移动',
    fields: '{n, plural, other {# 项}}：{names}',
    did: {
      assignment: {
        begins: '{policy, select, none {{unit}的自定义或沿用生效} other {{policy} v{number} 在{unit}生效}}',
        ends: '{policy, select, none {{unit}的自定义结束} other {{policy} v{number} 在{unit}结束，之前的规则恢复}}',
      },
      suspension: { begins: '{unit}开始暂停服务', ends: '{unit}恢复服务' },
      exemption: { begins: '{unit}的豁免开始', ends: '{unit}的豁免到期，锁定恢复' },
      move: { begins: '{unit} 移到 {parent} 之下' },
    },
  },
  en: {
    title: 'Calendar',
    failed: 'The calendar did not load',
    none: 'No change is scheduled',
    noneHint: 'A version assigned from a later date, and the end of a suspension or an exemption, stand here.',
    span: 'Show',
    days: 'Next {n, number} days',
    until: 'through {date}',
    onDay: '{day}: {n, plural, one {# entry} other {# entries}}',
    allDays: 'Show all days',
    view: { label: 'Shown as', list: 'List', lanes: 'Lanes' },
    by: { label: 'Lanes', unit: 'By unit', field: 'By field' },
    moves: 'Moves of units',
    fields: '{n, plural, one {# field} other {# fields}}: {names}',
    did: {
      assignment: {
        begins: '{policy, select, none {{unit}: own or inherited rules begin} other {{policy} v{number} begins at {unit}}}',
        ends: '{policy, select, none {{unit}: own rules end} other {{policy} v{number} ends at {unit}; what lay beneath holds again}}',
      },
      suspension: { begins: '{unit} is suspended', ends: '{unit} is resumed' },
      exemption: { begins: 'The exemption of {unit} begins', ends: 'The exemption of {unit} ends; the lock holds again' },
      move: { begins: '{unit} moves to {parent}' },
    },
  },
});
