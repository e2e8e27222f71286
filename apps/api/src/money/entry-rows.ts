import type { Account, Bearer, Cause, Component, Entry, Line } from '@headwater/ledger';
import type { LedgerEntry, LedgerLine } from './ledger.entity.js';

const lineFrom = (row: LedgerLine): Line => ({
  account: row.account as Account,
  amount: row.amount,
  currency: row.currency,
  component: row.component as Component,
  originNodeId: row.originNodeId,
  bearer: row.bearer as Bearer | null,
  bearerNodeId: row.bearerNodeId,
  reasonClass: row.reasonClass,
  reason: row.reason,
  carrier: row.carrier,
  caseId: row.caseId,
  assumed: row.assumed,
});

/** An entry as libs/ledger made it, back from its rows. */
export function entryFrom(head: LedgerEntry, lines: readonly LedgerLine[]): Entry {
  const { cause, caseId, orderId, shipmentId, period, causePeriod, idempotencyKey, policyVersion, promiseHash, reverses } = head;
  const facts = { caseId, orderId, shipmentId, period, causePeriod, idempotencyKey, policyVersion, promiseHash, reverses };
  return { cause: cause as Cause, ...facts, lines: lines.map(lineFrom) };
}
