import type { RowReader } from '../imports/mapping/row-reader.js';
import type { ValueSpec } from '../imports/mapping/value-spec.js';
import { isForeign } from './bill-currency.js';

interface Bounds {
  readonly currency: string;
  /** Fen: beyond it a column was taken for another. */
  readonly max: number;
}

/** An amount in a currency, in fen; null where it is missing or refused. */
export function readAmount(reader: RowReader, spec: ValueSpec, { currency, max }: Bounds): number | null {
  const text = reader.text(spec, 64);
  if (text !== null && isForeign(text, currency)) {
    reader.note(spec, { code: 'CURRENCY_DIFFERS', allowed: `an amount in ${currency}` });
    return null;
  }
  const fen = reader.required(spec, () => reader.fen(spec));
  if (fen !== null && fen > max) reader.note(spec, { code: 'NOT_AN_AMOUNT', allowed: `at most ${String(max / 100)}` });
  return fen;
}

/** A tonne: no parcel weighs more. */
const MAX_GRAMS = 1_000_000;

/** A weight in whole grams; null where it is empty or refused. */
export function readGrams(reader: RowReader, spec: ValueSpec | undefined, least: 0 | 1): number | null {
  const grams = reader.count(spec);
  if (spec && grams !== null && (grams < least || grams > MAX_GRAMS))
    reader.note(spec, { code: 'NOT_A_NUMBER', allowed: `whole grams from ${String(least)} to ${String(MAX_GRAMS)}` });
  return grams;
}
