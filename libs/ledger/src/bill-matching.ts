import type { Amount } from './entry.js';
import { LedgerError } from './errors.js';

/** Who bills: the carrier of parcels, or the insurer behind free returns. */
export const billKinds = ['carrier', 'insurer'] as const;
export type BillKind = (typeof billKinds)[number];

/** What comes of holding a bill against the books; all but `matched` are differences somebody decides. */
export const billOutcomes = ['matched', 'amountDiffers', 'unknown', 'billedTwice', 'notBilled'] as const;
export type BillOutcome = (typeof billOutcomes)[number];

/** One line of a bill: a number (of a parcel on a carrier's bill, of an order on an insurer's) and what is asked for it, in fen from 0. */
export interface BillLine {
  readonly number: string;
  readonly amount: Amount;
}

/** What the books know under a number: a parcel whose freight is owed, or an order whose premium is. */
export interface Billable {
  readonly number: string;
  /** Of the parcel or of the order. */
  readonly subjectId: string;
  /** What is owed for it, in fen. */
  readonly owed: Amount;
  /** Of whoever bills and of the bill's month, and on no bill yet: it should be on this one. */
  readonly due: boolean;
}

/** What a bill is held against; every number at most once among what is known. */
export interface BillGround {
  readonly known: readonly Billable[];
  /** Numbers on an earlier bill that nobody disputes. */
  readonly billedBefore: ReadonlySet<string>;
  /** How far a line may be from what is owed and still match, in fen from 0. */
  readonly tolerance: Amount;
}

export interface BillMatch {
  readonly outcome: BillOutcome;
  /** Index of the bill's line; null: what is not on the bill. */
  readonly line: number | null;
  readonly number: string;
  readonly subjectId: string | null;
  /** Null: not on the bill. */
  readonly billed: Amount | null;
  /** What the books owe for it that no other line has asked for; null: they know no such number. */
  readonly expected: Amount | null;
  /** What the bill asks beyond that, below 0 where it asks less. */
  readonly difference: Amount;
}

function assertAmounts(lines: readonly BillLine[], { tolerance }: BillGround): void {
  const wrong = [...lines.map(({ amount }) => amount), tolerance].find((amount) => !Number.isSafeInteger(amount) || amount < 0);
  if (wrong !== undefined) throw new LedgerError('AMOUNT_INVALID', `Not an amount from 0: ${wrong}`);
}

/** The first line of a number is held against what is owed, every further one asks for it again. */
function matchLine(
  { number, amount }: BillLine,
  line: number,
  it: { billable: Billable | undefined; again: boolean; tolerance: Amount },
): BillMatch {
  const { billable, again, tolerance } = it;
  const facts = { line, number, subjectId: billable?.subjectId ?? null, billed: amount };
  if (again) return { ...facts, outcome: 'billedTwice', expected: billable ? 0 : null, difference: amount };
  if (!billable) return { ...facts, outcome: 'unknown', expected: null, difference: amount };
  const difference = amount - billable.owed;
  const outcome = Math.abs(difference) <= tolerance ? 'matched' : 'amountDiffers';
  return { ...facts, outcome, expected: billable.owed, difference };
}

const missing = ({ number, subjectId, owed }: Billable): BillMatch => ({
  ...{ outcome: 'notBilled', line: null, number, subjectId, billed: null },
  ...{ expected: owed, difference: -owed },
});

/**
 * M4: a bill held against the books three ways: a carrier's by tracking number, parcel and amount, an insurer's by order number, premium
 * and amount. Every line has one outcome, in the order of the lines, and behind them stands what should be on the bill and is not. The
 * differences add up to what the bill asks beyond what is owed for all of it.
 * @throws LedgerError AMOUNT_INVALID
 */
export function matchBill(lines: readonly BillLine[], ground: BillGround): BillMatch[] {
  assertAmounts(lines, ground);
  const known = new Map(ground.known.map((billable) => [billable.number, billable]));
  const seen = new Set(ground.billedBefore);
  const matches = lines.map((line, index) => {
    const again = seen.has(line.number);
    seen.add(line.number);
    return matchLine(line, index, { billable: known.get(line.number), again, tolerance: ground.tolerance });
  });
  const left = ground.known.filter(({ number, due, owed }) => due && owed !== 0 && !seen.has(number));
  return [...matches, ...left.map(missing)];
}
