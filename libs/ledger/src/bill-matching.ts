import type { Amount } from './entry.js';
import { LedgerError } from './errors.js';

/** What comes of holding a carrier's bill against the books; all but `matched` are differences somebody decides. */
export const billOutcomes = ['matched', 'amountDiffers', 'unknownParcel', 'billedTwice', 'notBilled'] as const;
export type BillOutcome = (typeof billOutcomes)[number];

/** One line of a bill: a tracking number and what is asked for it, in fen from 0. */
export interface BillLine {
  readonly number: string;
  readonly amount: Amount;
}

/** A parcel the books know. */
export interface KnownParcel {
  readonly number: string;
  readonly shipmentId: string;
  /** What is owed to the carrier for it, in fen. */
  readonly owed: Amount;
  /** Of the bill's carrier and month, and on no bill yet: it should be on this one. */
  readonly due: boolean;
}

/** What a bill is held against; every tracking number at most once among the parcels. */
export interface BillGround {
  readonly parcels: readonly KnownParcel[];
  /** Tracking numbers on an earlier bill of the carrier that nobody disputes. */
  readonly billedBefore: ReadonlySet<string>;
  /** How far a line may be from what is owed and still match, in fen from 0. */
  readonly tolerance: Amount;
}

export interface BillMatch {
  readonly outcome: BillOutcome;
  /** Index of the bill's line; null: a parcel that is not on the bill. */
  readonly line: number | null;
  readonly number: string;
  readonly shipmentId: string | null;
  /** Null: not on the bill. */
  readonly billed: Amount | null;
  /** What the books owe for it that no other line has asked for; null: they know no such parcel. */
  readonly expected: Amount | null;
  /** What the bill asks beyond that, below 0 where it asks less. */
  readonly difference: Amount;
}

function assertAmounts(lines: readonly BillLine[], { tolerance }: BillGround): void {
  const wrong = [...lines.map(({ amount }) => amount), tolerance].find((amount) => !Number.isSafeInteger(amount) || amount < 0);
  if (wrong !== undefined) throw new LedgerError('AMOUNT_INVALID', `Not an amount from 0: ${wrong}`);
}

/** The first line of a number is held against the parcel, every further one asks for it again. */
function matchLine(
  { number, amount }: BillLine,
  line: number,
  it: { parcel: KnownParcel | undefined; again: boolean; tolerance: Amount },
): BillMatch {
  const { parcel, again, tolerance } = it;
  const facts = { line, number, shipmentId: parcel?.shipmentId ?? null, billed: amount };
  if (again) return { ...facts, outcome: 'billedTwice', expected: parcel ? 0 : null, difference: amount };
  if (!parcel) return { ...facts, outcome: 'unknownParcel', expected: null, difference: amount };
  const difference = amount - parcel.owed;
  const outcome = Math.abs(difference) <= tolerance ? 'matched' : 'amountDiffers';
  return { ...facts, outcome, expected: parcel.owed, difference };
}

const missing = ({ number, shipmentId, owed }: KnownParcel): BillMatch => ({
  ...{ outcome: 'notBilled', line: null, number, shipmentId, billed: null },
  ...{ expected: owed, difference: -owed },
});

/**
 * M4: a carrier's bill held against the books, by tracking number, parcel and amount: every line has one outcome, in the order of the
 * lines, and behind them stand the parcels that should be on the bill and are not. The differences add up to what the bill asks beyond
 * what is owed for all of these parcels.
 * @throws LedgerError AMOUNT_INVALID
 */
export function matchBill(lines: readonly BillLine[], ground: BillGround): BillMatch[] {
  assertAmounts(lines, ground);
  const parcels = new Map(ground.parcels.map((parcel) => [parcel.number, parcel]));
  const seen = new Set(ground.billedBefore);
  const matches = lines.map((line, index) => {
    const again = seen.has(line.number);
    seen.add(line.number);
    return matchLine(line, index, { parcel: parcels.get(line.number), again, tolerance: ground.tolerance });
  });
  const left = ground.parcels.filter(({ number, due, owed }) => due && owed !== 0 && !seen.has(number));
  return [...matches, ...left.map(missing)];
}
