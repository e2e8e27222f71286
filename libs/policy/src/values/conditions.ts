import type { Text } from './text.js';

/** Items of a checklist that the product knows in both languages. */
export const builtInConditions = [
  'intact',
  'unused',
  'tagsOn',
  'packagingComplete',
  'accessoriesComplete',
  'sealUnbroken',
  'giftsReturned',
  'invoiceReturned',
] as const;
export type BuiltInCondition = (typeof builtInConditions)[number];

export const conditionNames: Readonly<Record<BuiltInCondition, Text>> = {
  intact: { zh: '商品完好', en: 'Intact' },
  unused: { zh: '未使用', en: 'Unused' },
  tagsOn: { zh: '吊牌未拆', en: 'Tags on' },
  packagingComplete: { zh: '包装齐全', en: 'Packaging complete' },
  accessoriesComplete: { zh: '配件齐全', en: 'Accessories complete' },
  sealUnbroken: { zh: '封条未拆', en: 'Seal unbroken' },
  giftsReturned: { zh: '赠品一并退回', en: 'Gifts returned too' },
  invoiceReturned: { zh: '发票一并退回', en: 'Invoice returned too' },
};

/** An item in both languages; one that a chain has written itself reads the same in both. */
export const conditionText = (item: string): Text =>
  Object.hasOwn(conditionNames, item) ? conditionNames[item as BuiltInCondition] : { zh: item, en: item };
