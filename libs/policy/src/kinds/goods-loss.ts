import type { Field } from './field.js';

/** M1: what goods that do not come back are taken to have cost, where their order does not say it. */
export const goodsLossShare: Field = {
  key: 'goodsLossShare',
  type: 'count',
  unit: 'bps',
  default: 5_000,
  bounds: { min: 0, max: 10_000 },
  options: null,
  class: 'operation',
  atPayment: false,
  branch: 'no',
  forBuyer: 'internal',
  compulsory: false,
  group: 'costs',
  label: { zh: '货损占售价比例', en: 'Goods loss, of the price' },
  help: {
    zh: '退了款而货没有回来，订单又没有成本价时，按退款货款的这个比例计入货损，并注明是估算。',
    en: 'Where a refund is made and the goods do not come back: this share of their price is the loss, marked as assumed, where the order does not say what they cost.',
  },
};
