import type { BillKind } from './bill-matching.js';
import type { Amount, Entry, Line, PostingContext } from './entry.js';
import { LedgerError } from './errors.js';
import type { OrderCovered, ReturnShipped } from './events.js';
import { freightLines, headOf } from './freight-posting.js';
import { entryOf, plainLine } from './posting.js';
import { premiumLines } from './premium-posting.js';
import { split } from './split.js';
import { NONE } from './summary.js';

/** A parcel whose bill differs from the books, with its new total split over its cases and their bearers. */
export interface Billed extends ReturnShipped {
  /** The bill's line: each is posted once. */
  readonly billLineId: string;
  /** What is posted for the parcel and is to be replaced by the split. */
  readonly posted: readonly Line[];
}

/** An order whose premium an insurer bills, as the books have it. */
export interface BilledPremium extends Omit<OrderCovered, 'amount'> {
  /** What is posted of its premium, taken back or not, and is to be replaced by the split. */
  readonly posted: readonly Line[];
  /** Month of the premium, where the bill's is another. */
  readonly causePeriod: string | null;
  readonly promiseHash: string | null;
}

/** A line of an insurer's bill. */
export interface PremiumBilled {
  readonly billLineId: string;
  /** What it asks beyond what is owed for the orders of its number, in fen; below 0 where it asks less. */
  readonly difference: Amount;
  /** Several where sellers of the chain share an order. */
  readonly orders: readonly BilledPremium[];
}

/** What nobody knows, paid all the same: fen above 0 that the chain itself bears. */
export interface UnknownBilled {
  readonly billLineId: string;
  readonly kind: BillKind;
  readonly biller: string;
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

const owedIn = (lines: readonly Line[]): Amount =>
  lines.reduce((sum, { account, amount }) => (account === 'insurerPayable' ? sum - amount : sum), 0);

/**
 * M4, S3: the insurer billed another premium than was posted: the new total is split over the orders by what each owes, then over the
 * bearers that each was promised at payment, and the difference to what is posted goes into the books, one entry an order. An order whose
 * part does not change has none.
 * @throws LedgerError AMOUNT_INVALID, SHARES_INVALID
 */
export function premiumBilled({ billLineId, difference: asked, orders }: PremiumBilled, context: PostingContext): Entry[] {
  const owed = orders.map(({ posted }) => owedIn(posted));
  const amount = owed.reduce((sum, each) => sum + each, asked);
  if (!Number.isSafeInteger(amount) || amount < 0) throw new LedgerError('AMOUNT_INVALID', `Not an amount from 0: ${amount}`);
  const parts = split(
    amount,
    owed.map((each) => Math.max(0, each)),
  );
  return orders.flatMap(({ orderId, posted, causePeriod, promiseHash, ...order }, at) => {
    const lines = difference(premiumLines({ ...order, amount: parts[at] ?? 0 }), posted);
    if (lines.length === 0) return [];
    const head = { cause: 'billed', idempotencyKey: `billed:${billLineId}:${orderId}`, orderId } as const;
    return [entryOf(head, lines, { ...context, causePeriod, promiseHash })];
  });
}

const unknownSides = {
  carrier: { account: 'carrierPayable', component: 'freight-fault' },
  insurer: { account: 'insurerPayable', component: 'premium' },
} as const;

/**
 * M4: a bill's line for what is in no book, accepted: HQ bears it, as freight or as a premium.
 * @throws LedgerError AMOUNT_INVALID
 */
export function unknownBilled(
  { billLineId, kind, biller, currency, rootId, amount }: UnknownBilled,
  context: PostingContext,
): Entry {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new LedgerError('AMOUNT_INVALID', `Not an amount above 0: ${amount}`);
  const keys = { caseId: null, originNodeId: rootId, currency, reasonClass: NONE, reason: NONE };
  const { account, component } = unknownSides[kind];
  const side = { component, carrier: kind === 'carrier' ? biller : null };
  const lines: Line[] = [
    { ...plainLine(keys, 'expense', { ...side, amount }), bearer: 'HQ', bearerNodeId: rootId },
    plainLine(keys, account, { ...side, amount: -amount }),
  ];
  return entryOf({ cause: 'billed', idempotencyKey: `billed:${billLineId}` }, lines, context);
}
