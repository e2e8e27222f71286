import { periodOf, type CaseRef, type PostingContext } from '@headwater/ledger';
import type { AfterSalesCase } from './case.entity.js';
import type { Step } from './step.js';

/** A case in the words of the ledger. */
export const caseRef = ({ id, orderId, nodeId, reasonClass, reason, currency }: AfterSalesCase): CaseRef => ({
  caseId: id,
  orderId,
  originNodeId: nodeId,
  reasonClass,
  reason,
  currency,
});

/** The month of a step where its branch is, and by which rules it was decided. */
export const postingOf = ({ ground, now }: Pick<Step, 'ground' | 'now'>, promiseHash: string | null): PostingContext => ({
  period: periodOf(now, ground.context.timeZone),
  policyVersion: `epoch ${String(ground.policyEpoch)}`,
  promiseHash,
});
