import type { Entry, PostingContext } from './entry.js';
import { LedgerError } from './errors.js';
import type { Compensation } from './events.js';
import { entryOf, plainLine, transfer } from './posting.js';

function assertPositive(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new LedgerError('AMOUNT_INVALID', `Not an amount above 0: ${amount}`);
}

/**
 * A buyer was promised money for what went wrong: a cost of the branch that sold, owed to him. Once per grant.
 * @throws LedgerError AMOUNT_INVALID
 */
export function compensated(event: Compensation, context: PostingContext): Entry {
  assertPositive(event.amount);
  const { caseId, orderId, amount, grant } = event;
  const borne = { bearer: 'branch', bearerNodeId: event.originNodeId } as const;
  const lines = [
    { ...plainLine(event, 'expense', { amount, component: 'compensation' }), ...borne },
    plainLine(event, 'buyerPayable', { amount: -amount, component: 'compensation' }),
  ];
  return entryOf({ cause: 'compensated', idempotencyKey: `compensated:${grant}`, caseId, orderId }, lines, context);
}

/** It was paid out. Once per grant, however often the gateway says so. */
export function compensationPaid(event: Compensation, context: PostingContext): Entry {
  assertPositive(event.amount);
  const { caseId, orderId, amount, grant } = event;
  const lines = transfer(event, { amount, component: 'compensation', debit: 'buyerPayable', credit: 'cashClearing' });
  return entryOf({ cause: 'compensationPaid', idempotencyKey: `compensationPaid:${grant}`, caseId, orderId }, lines, context);
}
