import type { Field } from './field.js';
import { count } from './numbers.js';

/** A15: how often the pieces of one order line may be applied for. */
export const maxApplications: Field = count({
  key: 'maxApplications',
  default: 5,
  bounds: { min: 1, max: 20 },
  class: 'promise',
  branch: 'no',
  forBuyer: 'more',
  group: 'application',
  label: { zh: '申请次数', en: 'Applications for a line' },
  help: {
    zh: '订单里的每件商品，最多可申请售后的次数；撤销的也算，修改申请不算。',
    en: 'How often one line of an order may be applied for; withdrawn ones count, changes to an application do not.',
  },
});
