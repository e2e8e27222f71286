export type LedgerErrorCode =
  'AMOUNT_INVALID' | 'WEIGHTS_INVALID' | 'SHARES_INVALID' | 'PARTS_INVALID' | 'CLAIM_EXCEEDED' | 'UNBALANCED';

/** The caller's mistake, never a user's: amounts reach the ledger checked. */
export class LedgerError extends Error {
  constructor(
    readonly code: LedgerErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'LedgerError';
  }
}
