import type { ReasonClass, ReturnRoute, RiskLevel } from './words.js';

/**
 * Keep the item. `cost`: where sending it back and handling it comes to what it resells for, a share (basis points) of its price;
 * `amount`: up to an amount. Money in fen; null: never.
 */
export type Returnless =
  | { readonly by: 'cost'; readonly handlingCost: number; readonly resaleBps: number }
  | { readonly by: 'amount'; readonly amount: number };

/** A7: applications that this row approves by itself. Amount in fen, included; classes of null: every reason. */
export interface AutoApproveRow {
  readonly amountUpTo: number;
  readonly reasonClasses: readonly ReasonClass[] | null;
  /** The riskiest buyer it speaks of. */
  readonly riskUpTo: RiskLevel;
}

/** The first row that matches decides; what matches none waits for a person. */
export type AutoApproveTable = readonly AutoApproveRow[];

/** V3: where goods go from this price on, in fen. */
export interface ReturnRoutingRow {
  readonly amountFrom: number;
  readonly to: ReturnRoute;
}

/** The row with the highest amount that is reached decides, whatever their order; below all of them, an address of one's own. */
export type ReturnRouting = readonly ReturnRoutingRow[];

/** The decisions at approval, in the after-sales rules. */
export interface ApprovalRules {
  readonly returnless: Returnless | null;
  readonly autoApprove: AutoApproveTable;
  readonly returnRouting: ReturnRouting;
}

/** I3: who counts as a frequent returner, and what follows. */
export interface RiskLimits {
  readonly frequentReturners: boolean;
  readonly riskWindowDays: number;
  readonly riskApplications: number;
  /** Percent of the lines bought in the window. */
  readonly riskShare: number;
  readonly riskActions: readonly RiskAction[];
}

export const riskActions = ['lookClosely', 'noAutoApproval'] as const;
export type RiskAction = (typeof riskActions)[number];
