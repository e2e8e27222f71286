/** `withdrawn`: the books have taken the claim itself back; what was recovered of it by then stays. */
export const ClaimStatusEnum = { open: 'open', recovered: 'recovered', refused: 'refused', withdrawn: 'withdrawn' } as const;
export type ClaimStatus = keyof typeof ClaimStatusEnum;

export const claimStatuses = Object.keys(ClaimStatusEnum) as ClaimStatus[];

/** Fen of a claim. */
export interface ClaimSums {
  readonly amount: number;
  readonly recovered: number;
  readonly writtenOff: number;
}

/** What the books hold receivable of a claim, in fen; below 0 where more came in than is claimed now. */
export const leftOf = ({ amount, recovered, writtenOff }: ClaimSums): number => amount - recovered - writtenOff;

export function statusOf(sums: ClaimSums): ClaimStatus {
  if (sums.amount <= 0) return 'withdrawn';
  if (leftOf(sums) > 0) return 'open';
  return sums.writtenOff > 0 ? 'refused' : 'recovered';
}

/** Only what was opened by hand, and nothing was paid of. */
export const isWithdrawable = (row: ClaimSums & { readonly status: ClaimStatus; readonly reason: string | null }): boolean =>
  row.reason !== null && row.status === 'open' && row.recovered === 0;
