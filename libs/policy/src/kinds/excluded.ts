import { exclusionGrounds, exclusionNames } from '../values/exclusions.js';
import type { Exclusions } from '../values/types.js';
import type { Field, Option } from './field.js';

/** The four of the law, under the names that a chain's categories usually have. */
const statutory: Exclusions = [
  { category: '定制', ground: 'customMade' },
  { category: '生鲜', ground: 'perishable' },
  { category: '音像软件', ground: 'unsealedMedia' },
  { category: '报刊', ground: 'periodicals' },
];

/** A4: goods that may not be returned without a reason. */
export const excluded: Field = {
  key: 'excluded',
  type: 'exclusions',
  unit: null,
  default: statutory,
  bounds: null,
  options: null,
  class: 'promise',
  atPayment: true,
  branch: 'no',
  forBuyer: 'table',
  compulsory: false,
  group: 'windows',
  label: { zh: '不支持无理由退货的类目', en: 'Without the no-reason right' },
  help: {
    zh: '列出的类目不适用无理由退货，质量问题等售后不受影响。法定四类直接适用，其他类目只在购买时经买家确认的商品上适用。',
    en: 'Goods of these categories cannot be returned without a reason; rights for quality stay. The four of the law apply as they are, others only to goods for which the buyer confirmed it at purchase.',
  },
};

/** What a form offers as the ground of a row. */
export const exclusionOptions: readonly Option[] = exclusionGrounds.map((value) => ({ value, label: exclusionNames[value] }));
