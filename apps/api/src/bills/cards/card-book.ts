import { priceOf, type PriceCardRow } from '@headwater/ledger';

/** Why there is no price. */
export type PriceCardGap = 'noCard' | 'noWeight' | 'noZone';

export type Priced = { readonly price: number; readonly gap: null } | { readonly price: null; readonly gap: PriceCardGap };

interface Card {
  /** `2026-03-01`. */
  readonly validFrom: string;
  readonly rows: readonly PriceCardRow[];
}

interface Weighed {
  readonly zone: string | null;
  readonly grams: number | null;
}

const without = (gap: PriceCardGap): Priced => ({ price: null, gap });

/** The cards of one carrier in one currency. */
export class CardBook {
  /** @param cards the latest first */
  constructor(private readonly cards: readonly Card[]) {}

  /** What the card that holds on a day asks; without a price, the first thing that is missing. */
  priceOn(day: string, { zone, grams }: Weighed): Priced {
    const card = this.cards.find(({ validFrom }) => validFrom <= day);
    if (!card) return without('noCard');
    if (grams === null) return without('noWeight');
    const price = priceOf(card.rows, { zone: zone ?? '', grams });
    return price === null ? without('noZone') : { price, gap: null };
  }
}
