import { createHash } from 'node:crypto';
import type { Channel } from '@headwater/policy';
import type { OrderStatus } from './order.entity.js';

/** One line as it was sold. Amounts in fen. */
export interface OrderLineDraft {
  readonly sku: string;
  readonly name: string;
  readonly category: string | null;
  /** Whole units, from 1. */
  readonly quantity: number;
  /** Price of one before discounts. */
  readonly unitPrice: number;
  /** What one cost the chain; null or absent: the source does not say. */
  readonly unitCost?: number | null;
  /** Paid for the whole line, discounts spread, without freight. */
  readonly paidAmount: number;
  /** The line's part of the outbound freight that was paid. */
  readonly freightAmount: number;
  /** The buyer confirmed at purchase that it is not returned without a reason; absent: he did not. */
  readonly noReasonExcludedConfirmed?: boolean;
  /** S4: the supplier of what was sold; absent: none is known. */
  readonly supplierNodeId?: string;
  /** S1: codes of the campaigns that it was sold in, sorted; absent: in none. */
  readonly campaigns?: readonly string[];
}

/** One payment, in the order in which they were made; fen. */
export interface PaymentDraft {
  readonly method: string;
  readonly amount: number;
}

export interface BuyerDraft {
  /** The person behind several orders, as the source knows him. */
  readonly ref: string;
  readonly name: string;
  readonly phone: string | null;
  readonly region: string | null;
}

/** UTC epoch milliseconds; null: has not happened, or is not known. */
export interface OrderInstants {
  readonly placedAt: number;
  readonly paidAt: number | null;
  readonly shippedAt: number | null;
  readonly deliveredAt: number | null;
  readonly promisedAt: number | null;
  readonly completedAt: number | null;
  readonly cancelledAt: number | null;
}

/** What one selling node sold to one buyer, as its source tells it. `source`, `externalNo` and `nodeId` together say which order it is. */
export interface OrderDraft {
  readonly source: string;
  readonly externalNo: string;
  readonly nodeId: string;
  readonly buyer: BuyerDraft;
  readonly channel: Channel;
  readonly status: OrderStatus;
  /** ISO 4217. */
  readonly currency: string;
  readonly instants: OrderInstants;
  readonly lines: readonly OrderLineDraft[];
  /** Together what the lines and their freight cost; empty where the source does not know them. */
  readonly payments: readonly PaymentDraft[];
}

const HALF = 32;
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, HALF);

/** A source may come to know what goods cost after they were sold: no goods are others for that. */
function headOf({ buyer, channel, status, instants, lines }: OrderDraft): unknown {
  const { placedAt, paidAt, shippedAt, deliveredAt, promisedAt, completedAt, cancelledAt } = instants;
  const times = [placedAt, paidAt, shippedAt, deliveredAt, promisedAt, completedAt, cancelledAt];
  const costs = lines.map(({ unitCost = null }) => unitCost);
  const told = costs.some((cost) => cost !== null) ? [costs] : [];
  return [buyer.ref, buyer.name, buyer.phone, buyer.region, channel, status, times, ...told];
}

function goodsOf({ currency, lines, payments }: OrderDraft): unknown {
  const sold = lines.map((line) => [
    line.sku,
    line.name,
    line.category,
    line.quantity,
    line.unitPrice,
    line.paidAmount,
    line.freightAmount,
    // Said only where it holds, so that orders of before keep their hash.
    ...(line.noReasonExcludedConfirmed ? [true] : []),
    ...(line.supplierNodeId === undefined ? [] : [line.supplierNodeId]),
    ...(line.campaigns === undefined ? [] : [line.campaigns]),
  ]);
  return [currency, sold, payments.map(({ method, amount }) => [method, amount])];
}

/** What a draft says, hashed: 32 characters of its head, 32 of what was sold and paid. */
export const contentHash = (draft: OrderDraft): string => digest(headOf(draft)) + digest(goodsOf(draft));

/** Whether two hashes speak of the same goods and payments, whatever happened to the order since. */
export const sameGoods = (a: string, b: string): boolean => a.slice(HALF) === b.slice(HALF);

/** One key per order, whatever the content. */
export const draftKey = ({ source, externalNo, nodeId }: Pick<OrderDraft, 'source' | 'externalNo' | 'nodeId'>): string =>
  JSON.stringify([source, externalNo, nodeId]);
