import type { ConditionsTable } from '../values/types.js';
import { builtInConditions, conditionNames } from '../values/conditions.js';
import type { Field, Option } from './field.js';

const standard: ConditionsTable = [{ category: null, items: ['intact', 'unused'] }];

/** A9: in what condition goods come back: told to the buyer at approval, ticked off at inspection. */
export const conditions: Field = {
  key: 'conditions',
  type: 'conditions',
  unit: null,
  default: standard,
  bounds: null,
  options: null,
  class: 'promise',
  atPayment: true,
  branch: 'yes',
  forBuyer: 'table',
  compulsory: true,
  group: 'conditions',
  label: { zh: '验收清单', en: 'Return conditions' },
  help: {
    zh: '按类目逐行匹配，以第一条匹配的为准；同意退货时告知买家，收货时逐项验收。没有匹配的类目不逐项验收。',
    en: 'Rows by category; the first match decides. The buyer is told at approval, and the goods are inspected by it. No match means no checklist.',
  },
};

/** What a form offers; any other short text is an item too. */
export const conditionOptions: readonly Option[] = builtInConditions.map((value) => ({ value, label: conditionNames[value] }));
