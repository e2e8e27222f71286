import type { Bearer, CaseType, Channel, Fault, Payer, ReasonClass } from './words.js';

/** S1: one row of the scope table. Prices in fen, `[priceFrom, priceTo)`; null leaves a side open, or a condition out. */
export interface ScopeRow {
  readonly categories: readonly string[] | null;
  readonly priceFrom: number | null;
  readonly priceTo: number | null;
  readonly channels: readonly Channel[] | null;
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

/** Basis points per bearer; they add up to 10000. */
export type Shares = Readonly<Record<Bearer, number>>;

export interface BearersRow {
  readonly reasonClass: ReasonClass | null;
  readonly fault: Fault | null;
  readonly shares: Shares;
}

/** S4: who bears the subsidy. The first row that matches wins, else `otherwise`; `fallback` bears what cannot be recovered. */
export interface Bearers {
  readonly rows: readonly BearersRow[];
  readonly otherwise: Shares;
  readonly fallback: Bearer;
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

/** The return-shipping subsidy in force, whole. Money in fen. */
export interface SubsidyRules {
  readonly enabled: boolean;
  readonly scope: Scope;
  readonly mode: Mode;
  readonly bearers: Bearers;
}

/** The after-sales rules in force, whole. Keys ending in Days and Hours are those units; keys ending in Max are counts. */
export interface AfterSalesRules {
  readonly noReasonDays: number;
  readonly inStoreDays: number;
  readonly selfServiceDays: number;
  readonly qualityDays: number;
  readonly types: readonly CaseType[];
  readonly respondHours: number;
  readonly shipDays: number;
  readonly inspectDays: number;
  readonly noDeliveryDays: number;
  readonly infoDays: number;
  readonly consentHours: number;
  readonly reconsiderDays: number;
  readonly disputeDays: number;
  readonly disputeDefaultDays: number;
  readonly refundDueDays: number;
  readonly modifyMax: number;
  readonly repeatMax: number;
  readonly resumeHours: number;
  readonly returnAddress: ReturnAddress | null;
  readonly freightPayer: FreightPayerTable;
}

export interface RulesOf {
  readonly returnShippingSubsidy: SubsidyRules;
  readonly afterSalesRules: AfterSalesRules;
}

export type KindKey = keyof RulesOf;
export type FieldKey = keyof SubsidyRules | keyof AfterSalesRules;

/** Any value a field can hold. */
export type FieldValue = SubsidyRules[keyof SubsidyRules] | AfterSalesRules[keyof AfterSalesRules];
