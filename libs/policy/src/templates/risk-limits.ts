import { riskLimits } from '../kinds/risk-limits.js';
import type { Directives } from '../facts/types.js';
import { industries, industryLabels, type Template } from './template.js';

const directives = (riskApplications: number): Directives => ({
  frequentReturners: { set: true },
  riskWindowDays: { reset: true },
  riskApplications: { set: riskApplications },
  riskShare: { reset: true },
  riskActions: { set: riskLimits.fields.find(({ key }) => key === 'riskActions')?.default ?? null },
});

/** Clothes are tried on and sent back as a matter of course. */
export const riskTemplates: readonly Template[] = industries.map((industry) => {
  const limit = industry === 'apparel' ? 20 : 10;
  return {
    ...{ industry, kind: 'riskLimits', label: industryLabels[industry], directives: directives(limit) },
    notes: {
      zh: `90 天内申请 ${limit} 次、占所购商品一半以上的买家，留意并由人处理。`,
      en: `Buyers with ${limit} applications in 90 days, for half of what they bought, are looked at and answered by a person.`,
    },
  };
});
