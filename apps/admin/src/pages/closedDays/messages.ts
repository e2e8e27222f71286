import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  zh: {
    title: '休息日',
    hint: '商家的处理、验收和发货时限不计休息日；买家时限和法定退款时限照常计算。',
    day: '日期',
    name: '名称',
    unit: '适用组织',
    by: '登记人',
    action: '操作',
    none: '还没有休息日',
    failed: '休息日没有载入',
    add: '登记休息日',
    addAt: '在{unit}登记休息日',
    statutory: '填入 {year} 年法定节假日',
    chosen: '已选：{days}',
    counting: '正在计算受影响的售后单',
    effect:
      '新增 {days, number} 天，最多 {cases, number}{more, select, true {+} other {}} 张售后单的商家时限顺延，每单记一条；验收不晚于法定退款日。',
    remove: '移除',
    removeTitle: '移除休息日 {day}',
    removeEffect:
      '最多 {cases, number}{more, select, true {+} other {}} 张售后单的商家时限提前，每单记一条；从现在起至少留足完整时限。',
  },
  en: {
    title: 'Closed days',
    hint: 'A store’s time to respond, to inspect and to dispatch leaves them out. A buyer’s time and the refund’s legal date do not.',
    day: 'Day',
    name: 'Name',
    unit: 'Unit',
    by: 'Added by',
    action: 'Action',
    none: 'No closed day yet',
    failed: 'The closed days did not load',
    add: 'Add closed days',
    addAt: 'Add closed days at {unit}',
    statutory: 'Fill in the statutory holidays of {year}',
    chosen: 'Chosen: {days}',
    counting: 'Counting the cases it moves',
    effect:
      '{days, plural, one {# more day} other {# more days}}; the store’s deadline of at most {cases, number}{more, select, true {+} other {}} {cases, plural, one {case} other {cases}} moves back, with an event each, no inspection beyond the legal refund date.',
    remove: 'Remove',
    removeTitle: 'Remove the closed day {day}',
    removeEffect:
      'The store’s deadline of at most {cases, number}{more, select, true {+} other {}} {cases, plural, one {case} other {cases}} moves forward, with an event each; the whole time from now on is kept.',
  },
});
