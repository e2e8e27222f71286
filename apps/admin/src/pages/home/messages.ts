import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  zh: {
    title: '首页',
    failed: '首页没有载入',
    needs: {
      title: '需要处理',
      none: '没有待处理事项',
      overdue: '{n, plural, other {# 个售后单已超时}}',
      disputes: '{n, plural, other {# 个售后单等待平台判定}}',
      exemptions: '{n, plural, other {# 项豁免将在 14 天内到期}}',
    },
    coming: {
      title: '未来 14 天',
      none: '没有已排期的变更',
      assigned: '{unit} 下发 {policy} v{number}',
      own: '{unit} 的自定义生效',
    },
    coverage: { title: '退货包运费', label: '已开通的分店', note: '占 {share}，{suspended, number} 家已暂停' },
    drift: { title: '偏离', label: '自定义的规则项' },
    cases: { title: '售后', label: '售后中' },
    cost: { title: '退货运费成本', label: '本月', sameDays: '上月同期 {amount}' },
  },
  en: {
    title: 'Home',
    failed: 'The home page did not load',
    needs: {
      title: 'Needs you',
      none: 'Nothing waits',
      overdue: '{n, plural, one {# case is overdue} other {# cases are overdue}}',
      disputes: '{n, plural, one {# case waits for HQ’s verdict} other {# cases wait for HQ’s verdict}}',
      exemptions: '{n, plural, one {# exemption ends} other {# exemptions end}} within 14 days',
    },
    coming: {
      title: 'Next 14 days',
      none: 'No change is scheduled',
      assigned: '{policy} v{number} at {unit}',
      own: 'Own rules begin at {unit}',
    },
    coverage: { title: 'Free returns', label: 'Branches on', note: '{share}, {suspended, number} suspended' },
    drift: { title: 'Drift', label: 'Fields that units set themselves' },
    cases: { title: 'After-sales', label: 'Cases in progress' },
    cost: { title: 'Return-shipping cost', label: 'This month', sameDays: 'Same days last month: {amount}' },
  },
});
