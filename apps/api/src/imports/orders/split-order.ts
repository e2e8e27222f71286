import { split } from '@headwater/ledger';
import type { OrderDraft, OrderLineDraft, PaymentDraft } from '../../orders/order-draft.js';
import type { SourceLine, SourceOrder, SourcePayment } from './read-order.js';

/** Our units by what a source calls them. */
export interface UnitsOf {
  readonly store: (name: string) => string;
  readonly supplier: (name: string) => string;
}

const listPrice = (line: SourceLine): number => line.unitPrice * line.quantity;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/**
 * What was paid, spread over the lines by largest remainder: outbound freight in full first, the goods with what is left, so that a
 * discount (or an instalment's interest) lies on the goods. Where less than the freight was paid, the freight shares it.
 */
function spread(lines: readonly SourceLine[], paid: number, units: UnitsOf): OrderLineDraft[] {
  const listed = lines.map((line) => line.freight);
  const freight = paid >= sum(listed) ? listed : split(paid, listed);
  const goods = split(paid - sum(freight), lines.map(listPrice));
  return lines.map(({ sku, name, category, quantity, unitPrice, unitCost, noReasonExcluded, supplier, campaigns }, index) => ({
    sku,
    name,
    category,
    quantity,
    unitPrice,
    unitCost,
    paidAmount: goods[index] ?? 0,
    freightAmount: freight[index] ?? 0,
    ...(noReasonExcluded && { noReasonExcludedConfirmed: true }),
    ...(supplier !== null && { supplierNodeId: units.supplier(supplier) }),
    ...(campaigns !== null && { campaigns }),
  }));
}

/** Each payment spread over the sellers' parts by what they cost, so that the parts of all payments add up to them. */
function paymentsOfParts(parts: readonly (readonly SourceLine[])[], payments: readonly SourcePayment[]): PaymentDraft[][] {
  const weights = parts.map((lines) => sum(lines.map((line) => listPrice(line) + line.freight)));
  const shares = payments.map(({ amount }) => split(amount, weights));
  return parts.map((_, part) => payments.map(({ method }, index) => ({ method, amount: shares[index]?.[part] ?? 0 })));
}

function bySeller(order: SourceOrder): Map<string, SourceLine[]> {
  const parts = new Map<string, SourceLine[]>();
  for (const line of order.lines) parts.set(line.store, [...(parts.get(line.store) ?? []), line]);
  return parts;
}

/** An order of several sellers as one order each: a line obeys its selling unit. `units` knows every unit that the order names. */
export function splitOrder(order: SourceOrder, source: string, units: UnitsOf): OrderDraft[] {
  const parts = [...bySeller(order)];
  const payments =
    order.payments &&
    paymentsOfParts(
      parts.map(([, lines]) => lines),
      order.payments,
    );
  const { externalNo, buyer, channel, status, currency, instants } = order;
  return parts.map(([store, lines], index) => {
    const own = payments?.[index] ?? [];
    const paid = payments ? sum(own.map(({ amount }) => amount)) : sum(lines.map((line) => listPrice(line) + line.freight));
    return {
      source,
      externalNo,
      nodeId: units.store(store),
      buyer,
      channel,
      status,
      currency,
      instants,
      lines: spread(lines, paid, units),
      payments: own,
    };
  });
}
