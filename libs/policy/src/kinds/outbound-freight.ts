import type { Field } from './field.js';

/** A5: whether what the buyer paid for delivery comes back too, where the fault is not the merchant's. */
export const refundOutboundFreight: Field = {
  key: 'refundOutboundFreight',
  type: 'boolean',
  unit: null,
  default: false,
  bounds: null,
  options: null,
  class: 'promise',
  atPayment: true,
  branch: 'kinder',
  forBuyer: 'more',
  compulsory: false,
  group: 'freight',
  label: { zh: '退还发货运费', en: 'Refund of delivery freight' },
  help: {
    zh: '非商家责任时，是否也退还买家付过的发货运费；未发货或商家责任的，一律退还。',
    en: 'Whether the delivery freight is refunded too where the fault is not the merchant’s; before shipping and for the merchant’s fault it always is.',
  },
};
