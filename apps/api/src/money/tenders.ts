/** A payment that can be paid back, in fen. */
export interface Tender {
  readonly id: string;
  readonly amount: number;
  /** Paid back, or set aside for it. */
  readonly refunded: number;
}

export interface TenderShare {
  readonly paymentId: string;
  /** Fen, above 0. */
  readonly amount: number;
}

/**
 * A16: spreads a refund over the payments, the latest first (`payments` come in the order in which they were made). What they cannot
 * take is left out: an order whose source told no payments has none to repay.
 */
export function repay(payments: readonly Tender[], amount: number): TenderShare[] {
  let left = amount;
  return [...payments].reverse().flatMap((payment) => {
    const share = Math.min(left, payment.amount - payment.refunded);
    left -= share;
    return share > 0 ? [{ paymentId: payment.id, amount: share }] : [];
  });
}
