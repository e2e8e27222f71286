import type { Entry, Line, PostingContext } from './entry.js';
import { LedgerError } from './errors.js';
import type { BearerShare, OrderCovered, ReturnShipped } from './events.js';
import { common, entryOf, plainLine, type LineKeys } from './posting.js';
import { allocate } from './split.js';
import { NONE } from './summary.js';

/** An expense by its bearers' shares; an amount below 0 takes cost back. */
const borneLines = (keys: LineKeys, component: 'premium' | 'recovery', amount: number, bearers: readonly BearerShare[]): Line[] =>
  allocate(amount, bearers)
    .filter((borne) => borne.amount !== 0)
    .map((borne) => ({
      ...plainLine(keys, 'expense', { amount: borne.amount, component }),
      bearer: borne.bearer,
      bearerNodeId: borne.nodeId,
    }));

/** The premium of an order by its bearers, against what is owed to the insurer; nothing for 0. */
export function premiumLines({ originNodeId, currency, amount, bearers }: Omit<OrderCovered, 'orderId'>): Line[] {
  if (amount === 0) return [];
  const keys = { caseId: null, originNodeId, currency, reasonClass: NONE, reason: NONE };
  const owed = plainLine(keys, 'insurerPayable', { amount: -amount, component: 'premium' });
  return [...borneLines(keys, 'premium', amount, bearers), owed];
}

/**
 * S3: an order that free returns cover was paid: its premium is owed to the insurer, whether anything is returned or not. Once per
 * order; a cancelled one takes it back (`reverse`).
 * @throws LedgerError AMOUNT_INVALID, SHARES_INVALID
 */
export function orderCovered({ orderId, ...premium }: OrderCovered, context: PostingContext): Entry {
  const { amount } = premium;
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new LedgerError('AMOUNT_INVALID', `Not an amount above 0: ${amount}`);
  const head = { cause: 'orderCovered', idempotencyKey: `orderCovered:${orderId}`, orderId } as const;
  return entryOf(head, premiumLines(premium), context);
}

/**
 * S3: a parcel of insured orders went out: what free returns pay of it is claimed of the insurer, to the good of who bears it. Null where
 * nothing of it is insured.
 * @throws LedgerError SHARES_INVALID
 */
export function claimOpened({ shipmentId, cases }: ReturnShipped, context: PostingContext): Entry | null {
  const insured = cases.filter((each) => each.insured && each.parts.subsidy > 0);
  if (insured.length === 0) return null;
  const lines = insured.flatMap((each) => [
    plainLine(each, 'insurerReceivable', { amount: each.parts.subsidy, component: 'recovery' }),
    ...borneLines(each, 'recovery', -each.parts.subsidy, each.bearers),
  ]);
  const head = {
    shipmentId,
    caseId: common(insured.map(({ caseId }) => caseId)),
    orderId: common(insured.map(({ orderId }) => orderId)),
  };
  return entryOf({ cause: 'claimOpened', idempotencyKey: `claimOpened:${shipmentId}`, ...head }, lines, context);
}
