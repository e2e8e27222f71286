import type { Amount } from './entry.js';
import { LedgerError } from './errors.js';

/** What a carrier's price card asks in one zone: a first weight, and each step begun beyond it. Weights in grams, prices in fen. */
export interface PriceCardRow {
  /** Where the parcel goes, as the carrier calls it; blank: everywhere that has no row of its own. */
  readonly zone: string;
  /** What the first price carries, above 0. */
  readonly firstGrams: number;
  readonly firstPrice: Amount;
  /** Above 0. */
  readonly stepGrams: number;
  readonly stepPrice: Amount;
}

/** What is known of a parcel's weight and way. */
export interface Weighed {
  /** Blank: it is not known. */
  readonly zone: string;
  readonly grams: number;
}

/**
 * I5: what one parcel costs by a card, in fen: the first price up to and with the first weight, then the step's price for each step
 * begun. The row of the parcel's own zone goes before that of everywhere; null where the card has neither.
 * @throws LedgerError WEIGHTS_INVALID for what weighs nothing, and steps of nothing
 */
export function priceOf(rows: readonly PriceCardRow[], { zone, grams }: Weighed): Amount | null {
  const row = rows.find((each) => each.zone === zone) ?? rows.find((each) => each.zone === '');
  if (!row) return null;
  for (const weight of [grams, row.firstGrams, row.stepGrams])
    if (!Number.isSafeInteger(weight) || weight <= 0)
      throw new LedgerError('WEIGHTS_INVALID', `Not a weight in grams: ${weight}`);
  const beyond = Math.max(0, grams - row.firstGrams);
  return row.firstPrice + Math.ceil(beyond / row.stepGrams) * row.stepPrice;
}
