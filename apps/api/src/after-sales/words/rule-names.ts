import type { OverrulableRule } from '@headwater/after-sales';
import type { Label } from './format.js';

/** What a rule that may be overruled is called. */
export const ruleNames: Readonly<Record<OverrulableRule, Label>> = {
  typeAllowed: { zh: '售后类型', en: 'Case types' },
  noReasonAllowed: { zh: '不支持无理由退货的商品', en: 'Goods without the no-reason right' },
  window: { zh: '售后期', en: 'Windows' },
  evidence: { zh: '凭证照片', en: 'Evidence' },
  contactFirst: { zh: '先客服沟通再售后', en: 'Contact first' },
  applicationsLeft: { zh: '申请次数', en: 'Applications for a line' },
};
