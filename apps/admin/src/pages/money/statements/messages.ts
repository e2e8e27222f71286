import { defineMessages } from '../../../i18n/messages';

export const statementMessages = defineMessages({
  zh: {
    statement: {
      title: '对账单',
      failed: '对账单没有载入',
      print: '打印',
      chooseStore: '选择门店后显示对账单',
      accounts: '按承担方',
      opening: '期初',
      entries: '本期',
      closing: '期末',
      returnedSales: '另有退回的销售额 {amount}，不计入成本',
      entriesTitle: '费用明细 {n, number} 笔',
      noEntries: '这个月没有费用',
      cause: '事项',
      belongsTo: '属于{month}',
      lines: '笔数',
      open: '未结账，仍会变动',
      closed: '已结账 {at} {who}',
    },
  },
  en: {
    statement: {
      title: 'Statement',
      failed: 'The statement did not load',
      print: 'Print',
      chooseStore: 'Choose a store to see its statement',
      accounts: 'By bearer',
      opening: 'Opening',
      entries: 'This month',
      closing: 'Closing',
      returnedSales: 'Returned sales of {amount} besides, no cost',
      entriesTitle: '{n, plural, one {# entry} other {# entries}}',
      noEntries: 'No cost in this month',
      cause: 'Event',
      belongsTo: 'Belongs to {month}',
      lines: 'Entries',
      open: 'Open, may still change',
      closed: 'Closed {at} by {who}',
    },
  },
});
