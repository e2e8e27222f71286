import type { ApprovalRules, RiskLimits } from './decisions.js';
import type { ExclusionGround } from './exclusions.js';
import type { Text } from './text.js';
import type { Bearer, CaseType, Channel, FallbackBearer, Fault, Payer, ReasonClass, ReturnMethod } from './words.js';

/** S1: one row of the scope table. Prices in fen, `[priceFrom, priceTo)`; null leaves a side open, or a condition out. */
export interface ScopeRow {
  readonly categories: readonly string[] | null;
  readonly priceFrom: number | null;
  readonly priceTo: number | null;
  readonly channels: readonly Channel[] | null;
  /** Code of the campaign that goods were sold in; absent: in any, or in none. */
  readonly campaign?: string | null;
  readonly covered: boolean;
}

/** S1: first match wins. An empty table covers everything; in any other, what matches no row is not covered. */
export type Scope = readonly ScopeRow[];

/** S2: how the subsidy is reckoned, with its amount in fen. */
export type Mode =
  | { readonly kind: 'actual'; readonly cap: number }
  | { readonly kind: 'pickup'; readonly cap: number }
  | { readonly kind: 'selfShip'; readonly flat: number };
export type ModeKind = Mode['kind'];

/** Basis points per bearer; they add up to 10000. A supplier or a partner that is not named bears nothing. */
export type Shares = Readonly<Record<FallbackBearer, number> & Partial<Record<Bearer, number>>>;

export interface BearersRow {
  readonly reasonClass: ReasonClass | null;
  readonly fault: Fault | null;
  readonly shares: Shares;
}

/**
 * S4: who bears the subsidy. The first row that matches wins, else `otherwise`; `fallback` bears what cannot be recovered, and the share of a
 * supplier or a partner where there is none.
 */
export interface Bearers {
  readonly rows: readonly BearersRow[];
  readonly otherwise: Shares;
  readonly fallback: FallbackBearer;
}

/** One row of the freight table. Amounts in fen, `[amountFrom, amountTo)`; `merchantBps` only where the freight is shared. */
export interface FreightPayerRow {
  readonly reasonClass: ReasonClass | null;
  readonly category: string | null;
  readonly amountFrom: number | null;
  readonly amountTo: number | null;
  readonly payer: Payer;
  readonly merchantBps: number | null;
}

/** Who pays the return freight. First match wins; where none matches, the buyer. */
export type FreightPayerTable = readonly FreightPayerRow[];

/** A4: windows of a category, in days; null: as for all other goods. */
export interface CategoryWindowsRow {
  readonly category: string;
  readonly noReasonDays: number | null;
  readonly selfServiceDays: number | null;
  readonly qualityDays: number | null;
}

/** Windows by category, each once. What no row names has the plain ones. */
export type CategoryWindows = readonly CategoryWindowsRow[];
/** A9: one row of the conditions: what goods of the category are inspected for; null: of any. */
export interface ConditionsRow {
  readonly category: string | null;
  /** Keys of the built-in items, or short texts of the chain's own. */
  readonly items: readonly string[];
}

/** The checklist of goods that come back. First match wins; where none matches, there is none. */
export type ConditionsTable = readonly ConditionsRow[];

/** A5: photos that a reason asks for. */
export interface EvidenceRow {
  readonly reasonClass: ReasonClass;
  readonly goods: number;
  readonly invoice: number;
}

/** Photos by reason, each once. What no row names needs none. */
export type EvidenceTable = readonly EvidenceRow[];

/** A4: a category without the no-reason right, and why it may be. */
export interface ExclusionRow {
  readonly category: string;
  readonly ground: ExclusionGround;
}

export type Exclusions = readonly ExclusionRow[];

/** A10: what is kept of the refund of a return, in basis points. */
export interface RestockingFeeRow {
  readonly reasonClass: ReasonClass;
  readonly bps: number;
}

/** Fees by reason, each once. What no row names costs nothing. */
export type RestockingFees = readonly RestockingFeeRow[];

/** Where returned goods go. Shown to the buyer only after approval (A6). */
export interface ReturnAddress {
  readonly recipient: string;
  readonly phone: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly street: string;
  readonly instructions: string;
}

/** A day of the calendar, wherever one stands: 2026-03-12. */
export type Day = string;

/** S1: so many subsidised parcels of a buyer in a rolling window of days. */
export interface BuyerLimit {
  readonly count: number;
  readonly days: number;
}

/** The return-shipping subsidy in force, whole. Money in fen. */
export interface SubsidyRules {
  readonly enabled: boolean;
  readonly scope: Scope;
  readonly mode: Mode;
  readonly reasons: readonly ReasonClass[];
  readonly oncePerOrder: boolean;
  /** Null: no limit. */
  readonly perBuyer: BuyerLimit | null;
  readonly bearers: Bearers;
  readonly premium: number;
  /** P18: a template. */
  readonly badge: Text;
}

/** The after-sales rules in force, whole. Keys ending in Days and Hours are those units; keys ending in Max are counts. */
export interface AfterSalesRules extends ApprovalRules {
  readonly noReasonDays: number;
  readonly inStoreDays: number;
  readonly selfServiceDays: number;
  readonly qualityDays: number;
  readonly windowByCategory: CategoryWindows;
  readonly types: readonly CaseType[];
  readonly contactFirst: boolean;
  readonly respondHours: number;
  readonly shipDays: number;
  readonly inspectDays: number;
  readonly noDeliveryDays: number;
  readonly staleDays: number;
  readonly infoDays: number;
  readonly consentHours: number;
  readonly reconsiderDays: number;
  readonly disputeDays: number;
  readonly disputeDefaultDays: number;
  readonly refundDueDays: number;
  readonly maxApplications: number;
  readonly modifyMax: number;
  readonly repeatMax: number;
  readonly resumeHours: number;
  readonly returnAddress: ReturnAddress | null;
  readonly supplierAddress: ReturnAddress | null;
  readonly reviewDate: Day | null;
  readonly freightPayer: FreightPayerTable;
  readonly conditions: ConditionsTable;
  readonly returnMethods: readonly ReturnMethod[];
  readonly modifyAfterTransitDays: number;
  readonly reshipHours: number;
  readonly reshipFailDays: number;
  readonly autoConfirmDays: number;
  readonly refundOutboundFreight: boolean;
  readonly compensationLimit: number;
  readonly evidence: EvidenceTable;
  readonly excluded: Exclusions;
  readonly restockingFee: RestockingFees;
  /** Basis points. */
  readonly goodsLossShare: number;
}

/** P18: what buyers read and staff say, whole. Every text is a template; a blank one is not shown. */
export interface ServiceScripts {
  readonly checkoutNotice: Text;
  readonly subsidyNotice: Text;
  readonly orderNotice: Text;
  readonly applyScript: Text;
  readonly approvedScript: Text;
  readonly keptScript: Text;
  readonly rejectedScript: Text;
  readonly receivedScript: Text;
  readonly refundedScript: Text;
  readonly refusedScript: Text;
  readonly apologyMismatch: Text;
  readonly apologyQuality: Text;
  readonly apologyWrongItem: Text;
  readonly apologyLogistics: Text;
}

export interface RulesOf {
  readonly returnShippingSubsidy: SubsidyRules;
  readonly afterSalesRules: AfterSalesRules;
  readonly serviceScripts: ServiceScripts;
  readonly riskLimits: RiskLimits;
}

export type KindKey = keyof RulesOf;
export type FieldKey = keyof SubsidyRules | keyof AfterSalesRules | keyof ServiceScripts | keyof RiskLimits;

/** Any value a field can hold. */
export type FieldValue =
  | SubsidyRules[keyof SubsidyRules]
  | AfterSalesRules[keyof AfterSalesRules]
  | ServiceScripts[keyof ServiceScripts]
  | RiskLimits[keyof RiskLimits];
