import type { Field } from './field.js';

/** A4: other windows for some categories. */
export const windowByCategory: Field = {
  key: 'windowByCategory',
  type: 'categoryWindows',
  unit: null,
  default: [],
  bounds: null,
  options: null,
  class: 'promise',
  atPayment: true,
  branch: 'yes',
  forBuyer: 'table',
  compulsory: false,
  group: 'windows',
  label: { zh: '按类目的售后期', en: 'Windows by category' },
  help: {
    zh: '有单独售后期的类目，每个类目一行，留空的与其他商品相同；无理由退货期只用于远程销售，法定不少于 7 天。一张售后单有多个类目时，以最早到期的为准。',
    en: 'Categories with windows of their own, a row each; what is left empty is as for other goods. The no-reason window is for distance sales, at least 7 days by law. Where one case holds several categories, the one that ends first counts.',
  },
};
