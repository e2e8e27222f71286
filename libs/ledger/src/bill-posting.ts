import type { Amount, Entry, Line, PostingContext } from './entry.js';
import { LedgerError } from './errors.js';
import type { ReturnShipped } from './events.js';
import { freightLines, headOf } from './freight-posting.js';
import { entryOf, plainLine } from './posting.js';
import { NONE } from './summary.js';

/** A parcel whose bill differs from the books, with its new total split over its cases and their bearers. */
export interface Billed extends ReturnShipped {
  /** The bill's line: each is posted once. */
  readonly billLineId: string;
  /** What is posted for the parcel and is to be replaced by the split. */
  readonly posted: readonly Line[];
}

/** A parcel that nobody knows, paid all the same: its freight in fen, above 0, is the chain's own fault. */
export interface UnknownBilled {
  readonly billLineId: string;
  readonly carrier: string;
  readonly currency: string;
  readonly rootId: string;
  readonly amount: Amount;
}

const keyOf = ({ amount: _amount, ...keys }: Line): string =>
  JSON.stringify(Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What has to be added to `posted` to make it `target`: one line for each key whose amounts differ. */
function difference(target: readonly Line[], posted: readonly Line[]): Line[] {
  const sums = new Map<string, Line>();
  for (const line of [...target, ...posted.map((each) => ({ ...each, amount: -each.amount }))]) {
    const key = keyOf(line);
    sums.set(key, { ...line, amount: (sums.get(key)?.amount ?? 0) + line.amount });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}

/**
 * M4: the carrier billed another amount than was accrued: the new total is split again, and the difference to what is posted goes into
 * the books. What exceeds the cap is over-cap, which the branch bears. Null where nothing differs.
 * @throws LedgerError PARTS_INVALID, SHARES_INVALID, UNBALANCED
 */
export function billed({ billLineId, posted, ...event }: Billed, context: PostingContext): Entry | null {
  const lines = difference(freightLines(event), posted);
  if (lines.length === 0) return null;
  return entryOf({ cause: 'billed', idempotencyKey: `billed:${billLineId}`, ...headOf(event) }, lines, context);
}

/**
 * M4: a bill's line for a parcel that is in no book, accepted: HQ bears it.
 * @throws LedgerError AMOUNT_INVALID
 */
export function unknownBilled({ billLineId, carrier, currency, rootId, amount }: UnknownBilled, context: PostingContext): Entry {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new LedgerError('AMOUNT_INVALID', `Not an amount above 0: ${amount}`);
  const keys = { caseId: null, originNodeId: rootId, currency, reasonClass: NONE, reason: NONE };
  const freight = { component: 'freight-fault', carrier } as const;
  const lines: Line[] = [
    { ...plainLine(keys, 'expense', { ...freight, amount }), bearer: 'HQ', bearerNodeId: rootId },
    plainLine(keys, 'carrierPayable', { ...freight, amount: -amount }),
  ];
  return entryOf({ cause: 'billed', idempotencyKey: `billed:${billLineId}` }, lines, context);
}
