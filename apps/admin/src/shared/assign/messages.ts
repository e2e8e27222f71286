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
      fit: '超出范围的值按现在的限定范围修正后下发',
      reason: '说明（选填）',
      previewFailed: '影响范围没有算出',
      done: '已下发到{unit}：{changed, number} 家变化，{unchanged, number} 家无变化',
      reschedule: {
        verb: '改期',
        title: '改期：{what} · {unit}',
        confirm: '改到 {date}',
        atOnce: '改为立即生效',
        effect: '{what} 原定 {interval} 在{unit}生效。改期后按新的日期生效，原来的排期记录保留；在此之前仍按现在的规则。',
        reason: '改期原因',
        needsApproval: '改期不能提交审批：先撤销 {what} 的这次排期，再按新日期下发到{unit}，下发时可提交审批。',
        done: '已改期：{what} {date} 在{unit}生效',
      },
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
      fit: 'Assign it with the values out of bounds fitted to the present guards',
      reason: 'Note (optional)',
      previewFailed: 'The impact could not be computed',
      done: 'Assigned to {unit}: {changed, plural, one {# branch} other {# branches}} changed, {unchanged, number} did not',
      reschedule: {
        verb: 'Reschedule',
        title: 'Reschedule {what} · {unit}',
        confirm: 'Move to {date}',
        atOnce: 'Let it begin at once',
        effect:
          '{what} was to hold at {unit} {interval}. It will begin on the new date, and the old schedule stays on record; until then the present rules apply.',
        reason: 'Why it is rescheduled',
        needsApproval:
          'A new date cannot be submitted for approval: cancel this schedule of {what}, then assign it to {unit} from the new date, which can.',
        done: 'Rescheduled: {what} begins at {unit} on {date}',
      },
      scheduled:
        'Scheduled for {unit}, {date}: {changed, plural, one {# branch changes} other {# branches change}}, {unchanged, number} do not',
    },
  },
});
