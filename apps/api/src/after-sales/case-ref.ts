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

/**
 * The month of a step where its branch is, and by which rules it was decided.
 * @param since when what is posted happened, where that may be long ago; UTC epoch ms
 */
export const postingOf = (
  { ground, now }: Pick<Step, 'ground' | 'now'>,
  promiseHash: string | null,
  since = now,
): PostingContext => ({
  period: periodOf(now, ground.context.timeZone),
  causePeriod: periodOf(since, ground.context.timeZone),
  policyVersion: `epoch ${String(ground.policyEpoch)}`,
  promiseHash,
});
