import type { Fen } from '../facts.js';

/** What is known when somebody wants to compensate a buyer; amounts in fen. */
export interface CompensationQuestion {
  /** Granted for the case before. */
  readonly granted: Fen;
  /** What staff may give for a case (`compensationLimit`). */
  readonly limit: Fen;
  /** What may be refunded of the case at most: nobody is given more than that on top. */
  readonly maxAmount: Fen;
  /** The giver is of the region or HQ, whom the limit does not bind. */
  readonly above: boolean;
}

/** How much more may be given for a case, in fen: never more in all than the limit, or for who may exceed it than the goods cost. */
export const compensationLeft = ({ granted, limit, maxAmount, above }: CompensationQuestion): Fen =>
  Math.max(0, (above ? Math.max(limit, maxAmount) : limit) - granted);

export type CompensationRefusal = 'AMOUNT_INVALID' | 'COMPENSATION_LIMIT';

/** Null: it may be given. */
export function compensationRefused(amount: Fen, question: CompensationQuestion): CompensationRefusal | null {
  if (!Number.isSafeInteger(amount) || amount <= 0) return 'AMOUNT_INVALID';
  return amount > compensationLeft(question) ? 'COMPENSATION_LIMIT' : null;
}
