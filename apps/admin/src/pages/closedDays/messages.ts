import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  zh: {
    title: '休息日',
    hint: '商家处理时限和验收时限不计休息日；买家时限和法定退款时限照常计算。',
    day: '日期',
    name: '名称',
    unit: '适用组织',
    by: '登记人',
    none: '还没有休息日',
    failed: '休息日没有载入',
    add: '登记休息日',
    addAt: '在{unit}登记休息日',
    statutory: '填入 {year} 年法定节假日',
    chosen: '已选：{days}',
    counting: '正在计算受影响的售后单',
    effect:
      '新增 {days, number} 天，{more, select, true {超过} other {}}{cases, number} 张售后单的商家时限顺延，每单记一条；时限不会提前。',
    remove: '移除',
    removeTitle: '移除休息日 {day}',
    removeEffect: '之后开始的时限不再扣除这一天；已顺延的时限不变，没有售后单受影响。',
  },
  en: {
    title: 'Closed days',
    hint: 'A store’s time to respond and to inspect leaves them out. A buyer’s time and the refund’s legal date do not.',
    day: 'Day',
    name: 'Name',
    unit: 'Unit',
    by: 'Added by',
    none: 'No closed day yet',
    failed: 'The closed days did not load',
    add: 'Add closed days',
    addAt: 'Add closed days at {unit}',
    statutory: 'Fill in the statutory holidays of {year}',
    chosen: 'Chosen: {days}',
    counting: 'Counting the cases it moves',
    effect:
      '{days, plural, one {# more day} other {# more days}}; the store’s deadline of {more, select, true {more than } other {}}{cases, plural, one {# case} other {# cases}} moves, with an event each. None moves forward.',
    remove: 'Remove',
    removeTitle: 'Remove the closed day {day}',
    removeEffect: 'Clocks that begin from now on count this day. Deadlines that were moved stay: no case is affected.',
  },
});
