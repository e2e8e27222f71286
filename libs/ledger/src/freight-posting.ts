import type { Entry, Line, PostingContext } from './entry.js';
import { LedgerError } from './errors.js';
import type { BuyerReimbursed, FreightParts, ReplacementShipped, ReturnShipped, ShipmentCase } from './events.js';
import { common, entryOf, plainLine, transfer } from './posting.js';
import { allocate } from './split.js';
import type { FreightComponent } from './vocabulary.js';

/** What of a freight is ours, by component; 0 where there is none. */
export function ownParts(parts: FreightParts): { component: FreightComponent; amount: number }[] {
  const { subsidy, fault, overCap } = parts;
  if ([subsidy, fault, overCap].some((amount) => !Number.isSafeInteger(amount) || amount < 0)) {
    throw new LedgerError('PARTS_INVALID', 'Parts of a freight are whole amounts from 0');
  }
  return [
    { component: 'freight-subsidy', amount: subsidy },
    { component: 'freight-fault', amount: fault },
    { component: 'freight-over-cap', amount: overCap },
  ];
}

/** The subsidy by its bearers' shares; fault and over-cap by the branch that sold. */
function sharesOf(part: ShipmentCase, component: FreightComponent, amount: number) {
  if (component === 'freight-subsidy') return allocate(amount, part.bearers);
  return [{ bearer: 'branch' as const, nodeId: part.originNodeId, amount }];
}

function expenseLines(part: ShipmentCase, carrier: string): Line[] {
  return ownParts(part.parts)
    .filter(({ amount }) => amount > 0)
    .flatMap(({ component, amount }) =>
      sharesOf(part, component, amount)
        .filter((borne) => borne.amount > 0)
        .map((borne) => ({
          ...plainLine(part, 'expense', { amount: borne.amount, component, carrier }),
          bearer: borne.bearer,
          bearerNodeId: borne.nodeId,
        })),
    );
}

function payableLines(part: ShipmentCase, carrier: string): Line[] {
  return ownParts(part.parts)
    .filter(({ amount }) => amount > 0)
    .map(({ component, amount }) => plainLine(part, 'carrierPayable', { amount: -amount, component, carrier }));
}

/** The head of an entry for a whole parcel. */
export const headOf = ({ shipmentId, cases }: ReturnShipped) => ({
  shipmentId,
  caseId: common(cases.map(({ caseId }) => caseId)),
  orderId: common(cases.map(({ orderId }) => orderId)),
});

/** What a parcel costs by component and bearer, against what is owed to its carrier. */
export const freightLines = ({ cases, carrier }: ReturnShipped): Line[] =>
  cases.flatMap((part) => [...expenseLines(part, carrier), ...payableLines(part, carrier)]);

/**
 * A return parcel went out: expense by component and bearer against carrier payable, for every case of the shipment. The buyer's
 * own part is in no book. Null where nothing is ours.
 * @throws LedgerError PARTS_INVALID, SHARES_INVALID
 */
export function returnShipped(event: ReturnShipped, context: PostingContext): Entry | null {
  const lines = freightLines(event);
  if (lines.length === 0) return null;
  return entryOf(
    { cause: 'returnShipped', idempotencyKey: `returnShipped:${event.shipmentId}`, ...headOf(event) },
    lines,
    context,
  );
}

/**
 * A replacement went out: no subsidy is for it, and the buyer pays none of it, so the branch bears the freight it owes the carrier.
 * Null for a freight of 0.
 * @throws LedgerError PARTS_INVALID
 */
export function replacementShipped(
  { shipmentId, carrier, amount, ...ref }: ReplacementShipped,
  context: PostingContext,
): Entry | null {
  const part = { ...ref, parts: { subsidy: 0, fault: amount, overCap: 0, buyer: 0 }, bearers: [], insured: false };
  const lines = [...expenseLines(part, carrier), ...payableLines(part, carrier)];
  if (lines.length === 0) return null;
  const { caseId, orderId } = ref;
  return entryOf(
    { cause: 'replacementShipped', idempotencyKey: `replacementShipped:${shipmentId}`, shipmentId, caseId, orderId },
    lines,
    context,
  );
}

/**
 * The buyer paid the carrier first: what `returnShipped` owes the carrier is owed to the buyer. With both, expense stands
 * against buyer payable, and the payout clears it. Null where nothing is ours.
 */
export function buyerReimbursed(event: BuyerReimbursed, context: PostingContext): Entry | null {
  const lines = event.cases.flatMap((part) =>
    ownParts(part.parts).flatMap((own) =>
      transfer(part, { ...own, debit: 'carrierPayable', credit: 'buyerPayable', carrier: event.carrier }),
    ),
  );
  if (lines.length === 0) return null;
  return entryOf(
    { cause: 'buyerReimbursed', idempotencyKey: `buyerReimbursed:${event.shipmentId}`, ...headOf(event) },
    lines,
    context,
  );
}
