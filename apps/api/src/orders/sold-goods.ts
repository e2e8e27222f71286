import type { Channel, Goods } from '@headwater/policy';

/** A line of an order, or of its draft; prices in fen. */
export interface SoldLine {
  readonly category: string | null;
  readonly unitPrice: number;
  readonly campaigns?: readonly string[] | null;
}

/** What was sold, as the scope of free returns asks for it (S1). */
export const soldGoods = ({ category, unitPrice: price, campaigns }: SoldLine, channel: Channel): Goods => ({
  ...{ category, price, channel },
  campaigns: campaigns ?? [],
});
