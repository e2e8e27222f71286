import type { Directives } from '../facts/types.js';
import type { Text } from '../kinds/field.js';
import type { KindKey } from '../values/types.js';

export const industries = ['apparel', 'snacks', 'general', 'education', 'sameCity'] as const;
export type Industry = (typeof industries)[number];

/** P19: what a first version may say in an industry; a starting point that nobody is bound to. */
export interface Template {
  readonly industry: Industry;
  readonly kind: KindKey;
  readonly label: Text;
  /** What it is made for: the first words of the version's notes. */
  readonly notes: Text;
  readonly directives: Directives;
}

export const industryLabels: Readonly<Record<Industry, Text>> = {
  apparel: { zh: '服装', en: 'Apparel' },
  snacks: { zh: '零食', en: 'Snacks' },
  general: { zh: '综合电商', en: 'General e-commerce' },
  education: { zh: '教育', en: 'Education' },
  sameCity: { zh: '同城配送', en: 'Same-city delivery' },
};
