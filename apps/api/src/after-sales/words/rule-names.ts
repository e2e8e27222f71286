import type { OverrulableLimit, OverrulableRule } from '@headwater/after-sales';
import type { Label } from './format.js';

/** What a rule that may be overruled is called. */
export const ruleNames: Readonly<Record<OverrulableRule | OverrulableLimit, Label>> = {
  typeAllowed: { zh: '售后类型', en: 'Case types' },
  noReasonAllowed: { zh: '不支持无理由退货的商品', en: 'Goods without the no-reason right' },
  window: { zh: '售后期', en: 'Windows' },
  evidence: { zh: '凭证照片', en: 'Evidence' },
  contactFirst: { zh: '先客服沟通再售后', en: 'Contact first' },
  applicationsLeft: { zh: '申请次数', en: 'Applications for a line' },
  repeatMax: { zh: '同一动作次数', en: 'Repeats of one step' },
  modifyMax: { zh: '修改申请次数', en: 'Changes to an application' },
  modifyAfterTransitDays: { zh: '换货改退款等待期', en: 'Wait before exchange becomes refund' },
  reshipHours: { zh: '发货时限', en: 'Time to dispatch' },
};
