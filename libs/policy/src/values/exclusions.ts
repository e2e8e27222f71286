import type { Text } from './text.js';

/** Why goods of a category have no no-reason right: one of the four of the law, or because the buyer confirmed it at purchase. */
export const exclusionGrounds = ['customMade', 'perishable', 'unsealedMedia', 'periodicals', 'confirmed'] as const;
export type ExclusionGround = (typeof exclusionGrounds)[number];

export const exclusionNames: Readonly<Record<ExclusionGround, Text>> = {
  customMade: { zh: '定作商品', en: 'Made to order' },
  perishable: { zh: '鲜活易腐', en: 'Fresh and perishable' },
  unsealedMedia: { zh: '在线下载或拆封的音像制品、软件', en: 'Downloaded or unsealed media and software' },
  periodicals: { zh: '交付的报纸、期刊', en: 'Newspapers and periodicals delivered' },
  confirmed: { zh: '购买时经买家确认', en: 'Confirmed at purchase' },
};
