import { newId } from '../common/ids.js';
import { ancestorColumns } from '../database/ancestors.js';
import type { FrozenPromise } from '../policies/promise.service.js';
import { shortCode } from './code.js';
import { paidFor } from './draft-problem.js';
import type { Row } from './insert-rows.js';
import { contentHash, draftKey, type OrderDraft, type OrderLineDraft } from './order-draft.js';
import type { OrderLine, OrderPayment, SalesOrder } from './order.entity.js';

/** The columns that an order's source may say again, and differently. */
export function headColumns(draft: OrderDraft) {
  const { buyer, channel, status, instants } = draft;
  return {
    buyerRef: buyer.ref,
    buyerName: buyer.name,
    buyerPhone: buyer.phone,
    shipToRegion: buyer.region,
    channel,
    status,
    ...instants,
    contentHash: contentHash(draft),
  };
}

const noPromise = { subsidyPromise: null, rulesPromise: null, promiseEpoch: null, promiseHold: null, partnerNodeId: null };
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

export interface NewOrder {
  readonly id: string;
  readonly draft: OrderDraft;
  readonly path: readonly string[];
  /** Null for an order that was never paid. */
  readonly promise: FrozenPromise | null;
  readonly coveredUntil: number | null;
}

export function orderRow({ id, draft, path, promise, coveredUntil }: NewOrder): Row<SalesOrder> {
  const { source, externalNo, nodeId, currency, lines } = draft;
  return {
    id,
    code: shortCode(draft.instants.placedAt, draftKey(draft)),
    source,
    externalNo,
    nodeId,
    ...headColumns(draft),
    currency,
    goodsAmount: sum(lines.map(({ paidAmount }) => paidAmount)),
    freightAmount: sum(lines.map(({ freightAmount }) => freightAmount)),
    paidAmount: paidFor(lines),
    refundedAmount: 0,
    ...(promise ?? noPromise),
    coveredUntil,
    openCases: 0,
    umbrella: null,
    version: 1,
    ...ancestorColumns(path),
  };
}

const untouched = {
  openQuantity: 0,
  refundedQuantity: 0,
  openAmount: 0,
  refundedAmount: 0,
  applications: 0,
  replacedAt: null,
  version: 1,
};

/** What a source need not say. */
const unsaid = ({ noReasonExcludedConfirmed = false, unitCost = null, supplierNodeId, campaigns }: OrderLineDraft) => ({
  noReasonExcludedConfirmed,
  unitCost,
  supplierNodeId: supplierNodeId ?? null,
  campaigns: campaigns ?? null,
});

export const lineRows = ({ id, draft }: NewOrder, at: number): Row<OrderLine>[] =>
  draft.lines.map((line, index) => ({
    id: newId(at),
    orderId: id,
    lineNo: index + 1,
    ...line,
    ...unsaid(line),
    ...untouched,
  }));

export const paymentRows = ({ id, draft }: NewOrder, at: number): Row<OrderPayment>[] =>
  draft.payments.map(({ method, amount }, index) => ({
    id: newId(at),
    orderId: id,
    sequence: index + 1,
    method,
    amount,
    refunded: 0,
    version: 1,
  }));
