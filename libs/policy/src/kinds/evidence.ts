import type { EvidenceTable } from '../values/types.js';
import type { Field } from './field.js';

const standard: EvidenceTable = [{ reasonClass: 'quality', goods: 1, invoice: 0 }];

/** A5: how many photos an application comes with, by its reason. */
export const evidence: Field = {
  key: 'evidence',
  type: 'evidence',
  unit: null,
  default: standard,
  bounds: null,
  options: null,
  class: 'promise',
  atPayment: true,
  branch: 'no',
  forBuyer: 'table',
  compulsory: false,
  group: 'application',
  label: { zh: '申请凭证', en: 'Evidence' },
  help: {
    zh: '按原因要求的商品照片和发票照片张数，各不超过 9 张；没有列出的原因不要求。',
    en: 'How many photos of the goods and of the invoice each reason asks for, up to 9 of each; reasons that are not listed ask for none.',
  },
};
