import type { Amount } from './entry.js';
import { LedgerError } from './errors.js';
import type { CaseFreight, FreightParts, FreightShare } from './events.js';
import { split, WHOLE_BPS } from './split.js';

/** Who pays the freight, and up to what the subsidy does. */
export type FreightTerms = Pick<FreightShare, 'limit' | 'payer' | 'merchantBps'>;

function assertFreight(freight: Amount): void {
  if (!Number.isSafeInteger(freight) || freight < 0) throw new LedgerError('AMOUNT_INVALID', `Not a freight: ${freight}`);
}

/** What the subsidy leaves: the merchant's fault is over-cap under a subsidy and fault without one (P6); the rest is the buyer's. */
function leftover(rest: Amount, terms: FreightTerms): Omit<FreightParts, 'subsidy'> {
  if (terms.payer === 'buyer') return { fault: 0, overCap: 0, buyer: rest };
  if (terms.payer === 'merchant')
    return terms.limit === null ? { fault: rest, overCap: 0, buyer: 0 } : { fault: 0, overCap: rest, buyer: 0 };
  const [fault = 0, buyer = 0] = split(rest, [terms.merchantBps, WHOLE_BPS - terms.merchantBps]);
  return { fault, overCap: 0, buyer };
}

/**
 * S1, S2, S4, P6: how one freight amount (fen) falls apart. The subsidy pays first, up to `limit` (a cap, or a flat amount); null
 * means it is off, suspended at payment, or does not cover the goods. What it leaves: merchant pays → over-cap, or fault where
 * there is no subsidy; buyer pays → the buyer's own; shared → the merchant's basis points are fault, the rest the buyer's.
 * @throws LedgerError AMOUNT_INVALID
 */
export function freightParts(freight: Amount, terms: FreightTerms): FreightParts {
  assertFreight(freight);
  const subsidy = terms.limit === null ? 0 : Math.min(freight, terms.limit);
  return { subsidy, ...leftover(freight - subsidy, terms) };
}

/** Moves what exceeds a part's room to the first parts that have some: largest remainder is not monotone in the total. */
function fitInto(parts: readonly Amount[], rooms: readonly Amount[]): Amount[] {
  const fitted = parts.map((part, index) => Math.min(part, rooms[index] ?? 0));
  let excess = parts.reduce((sum, part) => sum + part, 0) - fitted.reduce((sum, part) => sum + part, 0);
  return fitted.map((part, index) => {
    const moved = Math.min(excess, (rooms[index] ?? 0) - part);
    excess -= moved;
    return part + moved;
  });
}

/** The most the subsidy may pay per case: its part of its own limit, all together never above the highest limit. */
function subsidyRooms(freight: Amount, freights: readonly Amount[], cases: readonly FreightShare[]): Amount[] {
  const values = cases.map(({ value }) => value);
  const shareOf = (limit: Amount) => split(Math.min(freight, limit), values);
  const highest = Math.max(0, ...cases.map(({ limit }) => limit ?? 0));
  const rooms = fitInto(shareOf(highest), freights);
  return cases.map(({ limit }, index) => {
    const room = rooms[index] ?? 0;
    return limit === null || limit === highest ? room : Math.min(room, shareOf(limit)[index] ?? 0);
  });
}

/**
 * Freight and cap count per shipment (A8): both are split over its cases by value, then each case's part falls apart by its
 * own terms. The parts add up to the freight; with one limit the subsidy is exactly the smaller of freight and limit.
 * @throws LedgerError AMOUNT_INVALID, WEIGHTS_INVALID
 */
export function splitFreight(freight: Amount, cases: readonly FreightShare[]): CaseFreight[] {
  assertFreight(freight);
  const freights = split(
    freight,
    cases.map(({ value }) => value),
  );
  const rooms = subsidyRooms(freight, freights, cases);
  return cases.map((share, index) => {
    const own = freights[index] ?? 0;
    const limit = share.limit === null ? null : (rooms[index] ?? 0);
    return { caseId: share.caseId, freight: own, ...freightParts(own, { ...share, limit }) };
  });
}
