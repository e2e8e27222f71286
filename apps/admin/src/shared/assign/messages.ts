import { defineMessages } from '../../i18n/messages';

export const assignMessages = defineMessages({
  zh: {
    assign: {
      title: '下发版本',
      confirm: '下发到{unit}',
      confirmCount: '下发到{unit}：{n, plural, other {# 家变化}}',
      effect: '所选组织及其全部下级沿用这一版本，以后新增的也在内；下级的自定义仍优先，除非被锁定。',
      version: '版本',
      versionOption: '{owner} · {policy} v{n}',
      deprecated: '{version}（不再推荐）',
      noVersion: '没有可下发的版本，先在方案库发布一个。',
      unit: '下发到',
      from: '开始日期',
      fromHelp: '留空则立即生效',
      to: '结束日期（含）',
      toHelp: '留空则一直有效',
      past: '回溯更正：只改之后的解释与报表，已付款订单的承诺不变。',
      reason: '说明（选填）',
      previewFailed: '影响范围没有算出',
      done: '已下发到{unit}：{changed, number} 家变化，{unchanged, number} 家无变化',
      scheduled: '已排期，{date} 在{unit}生效：{changed, number} 家变化，{unchanged, number} 家无变化',
    },
  },
  en: {
    assign: {
      title: 'Assign a version',
      confirm: 'Assign to {unit}',
      confirmCount: 'Assign to {unit}: {n, plural, one {# branch changes} other {# branches change}}',
      effect:
        'The unit and all below it inherit this version, future ones too; what units below customise still comes first unless it is locked.',
      version: 'Version',
      versionOption: '{owner} · {policy} v{n}',
      deprecated: '{version} (deprecated)',
      noVersion: 'There is no version to assign; publish one in the policy library first.',
      unit: 'Assign to',
      from: 'From',
      fromHelp: 'Left empty, at once',
      to: 'Through',
      toHelp: 'Left empty, without end',
      past: 'A correction of the past: it changes what is explained and reported; promises to paid orders stay.',
      reason: 'Note (optional)',
      previewFailed: 'The impact could not be computed',
      done: 'Assigned to {unit}: {changed, plural, one {# branch} other {# branches}} changed, {unchanged, number} did not',
      scheduled:
        'Scheduled for {unit}, {date}: {changed, plural, one {# branch changes} other {# branches change}}, {unchanged, number} do not',
    },
  },
});
