import type { Entry, Line, PostingContext } from './entry.js';
import { entryOf } from './posting.js';

const negated = (line: Line): Line => ({ ...line, amount: -line.amount });

/** What is taken back happened in the month of the entry, whenever that is done. */
const since = ({ period, causePeriod }: Entry, context: PostingContext): PostingContext => ({
  ...context,
  causePeriod: causePeriod ?? period,
});

/** Takes an entry back: its exact negation, in the period given. Once per entry. */
export function reverse(entry: Entry, context: PostingContext): Entry {
  const { caseId, orderId, shipmentId, idempotencyKey } = entry;
  const head = { caseId, orderId, shipmentId, reverses: idempotencyKey, idempotencyKey: `reversal:${idempotencyKey}` };
  return entryOf({ cause: 'reversal', ...head }, entry.lines.map(negated), since(entry, context));
}

/**
 * A case ended without a refund after its return went out. Where the buyer had paid the carrier, nothing is owed to anybody any
 * more: call this for the shipment's `returnShipped` and `buyerReimbursed` entries, and the case's part of each is negated; other
 * cases in the parcel keep theirs. A freight on our own account stays posted, for the carrier carried the parcel. Null where the
 * entry holds nothing of the case.
 */
export function returnAbandoned(entry: Entry, caseId: string, context: PostingContext): Entry | null {
  const lines = entry.lines.filter((line) => line.caseId === caseId).map(negated);
  if (lines.length === 0) return null;
  const { orderId, shipmentId, idempotencyKey: reverses } = entry;
  const head = { caseId, orderId, shipmentId, reverses, idempotencyKey: `returnAbandoned:${caseId}:${reverses}` };
  return entryOf({ cause: 'returnAbandoned', ...head }, lines, since(entry, context));
}
