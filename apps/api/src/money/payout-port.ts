import type { TenderShare } from './tenders.js';

/** One payout as the gateway is asked for it. */
export interface PayoutRequest {
  /** The same for every attempt at one refund: a gateway that has paid it answers what it answered then, and pays nothing. */
  readonly idempotencyKey: string;
  readonly orderNo: string;
  /** Fen. */
  readonly amount: number;
  readonly currency: string;
  /** The payments it goes back to; null for what repays none. */
  readonly tenders: readonly TenderShare[] | null;
  /** Counts from 1. */
  readonly attempt: number;
  /** UTC epoch ms. */
  readonly now: number;
  /** UTC epoch ms: what reaches the gateway later is not to be paid, since somebody else may have asked again by then, or paid by hand. */
  readonly until: number;
}

export type PayoutResult =
  | { readonly outcome: 'paid'; readonly reference: string }
  | { readonly outcome: 'failed'; readonly message: string }
  /** Accepted, not yet sure: to be asked again with the same key. */
  | { readonly outcome: 'pending'; readonly message: string; readonly askAgainAt: number };

/** The way to the buyer's money. Called outside every transaction; an answer that is lost is asked for again. */
export abstract class PayoutPort {
  abstract pay(request: PayoutRequest): Promise<PayoutResult>;
}
