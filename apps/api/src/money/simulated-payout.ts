import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PayoutPort, type PayoutRequest, type PayoutResult } from './payout-port.js';

/** How a payout goes. `failsTwice` is paid at the third attempt; `late` is paid when it is asked for again after ten minutes. */
export type PayoutBehaviour = 'paid' | 'fails' | 'failsTwice' | 'late';

const LATE_BY = 10 * 60_000;
const YUAN = 100;

/** 4,044.00 fails for good, 4,042.00 twice, 4,048.00 is late. */
const behaviourByAmount = new Map<number, PayoutBehaviour>([
  [4044 * YUAN, 'fails'],
  [4042 * YUAN, 'failsTwice'],
  [4048 * YUAN, 'late'],
]);

/**
 * The gateway until a real one is connected. It pays every request, but for the three amounts above and for orders that were given a
 * behaviour. Its reference comes from the idempotency key alone, so the same key is the same payment, after a restart too.
 */
@Injectable()
export class SimulatedPayouts extends PayoutPort {
  private readonly byOrder = new Map<string, PayoutBehaviour>();

  /** Makes all payouts of one order (its code) go so. */
  behave(orderNo: string, behaviour: PayoutBehaviour): void {
    this.byOrder.set(orderNo, behaviour);
  }

  pay(request: PayoutRequest): Promise<PayoutResult> {
    const behaviour = this.byOrder.get(request.orderNo) ?? behaviourByAmount.get(request.amount) ?? 'paid';
    return Promise.resolve(answer(behaviour, request));
  }
}

function answer(behaviour: PayoutBehaviour, { attempt, idempotencyKey, now }: PayoutRequest): PayoutResult {
  if (behaviour === 'fails' || (behaviour === 'failsTwice' && attempt <= 2)) {
    return { outcome: 'failed', message: 'The account of the original payment is closed.' };
  }
  if (behaviour === 'late' && attempt === 1) {
    return { outcome: 'pending', message: 'The bank has not confirmed yet.', askAgainAt: now + LATE_BY };
  }
  const digest = createHash('sha256').update(idempotencyKey).digest('hex');
  return { outcome: 'paid', reference: `SIM-${digest.slice(0, 16).toUpperCase()}` };
}
