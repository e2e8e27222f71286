/** Shapes of rule values in the API's JSON. Amounts are fen, shares basis points, intervals `[from, to)`; null leaves a side open. */

export const modeKinds = ['actual', 'pickup', 'selfShip'] as const;
export type ModeKind = (typeof modeKinds)[number];
export type Mode =
  { readonly kind: 'actual' | 'pickup'; readonly cap: number } | { readonly kind: 'selfShip'; readonly flat: number };

export const channels = ['express', 'sameCity', 'pickup', 'inStore'] as const;
export type Channel = (typeof channels)[number];

export interface ScopeRow {
  readonly categories: readonly string[] | null;
  readonly priceFrom: number | null;
  readonly priceTo: number | null;
  readonly channels: readonly Channel[] | null;
  /** Absent: goods of any campaign, or of none. */
  readonly campaign?: string;
  readonly covered: boolean;
}

export const reasonClasses = ['mismatch', 'quality', 'wrongItem', 'expectation', 'logistics'] as const;
export type ReasonClass = (typeof reasonClasses)[number];

export const riskLevels = ['normal', 'frequent'] as const;
export type RiskLevel = (typeof riskLevels)[number];

export interface AutoApproveRow {
  readonly amountUpTo: number;
  readonly reasonClasses: readonly ReasonClass[] | null;
  readonly riskUpTo: RiskLevel;
}

/** So many subsidised parcels of a buyer in so many days. */
export interface BuyerLimit {
  readonly count: number;
  readonly days: number;
}

/** When the buyer keeps the item. */
export type Returnless =
  | { readonly by: 'cost'; readonly handlingCost: number; readonly resaleBps: number }
  | { readonly by: 'amount'; readonly amount: number };

export const payers = ['buyer', 'merchant', 'shared'] as const;
export type Payer = (typeof payers)[number];

export interface FreightPayerRow {
  readonly reasonClass: ReasonClass | null;
  readonly category: string | null;
  readonly amountFrom: number | null;
  readonly amountTo: number | null;
  readonly payer: Payer;
  readonly merchantBps: number | null;
}

export interface CategoryWindowsRow {
  readonly category: string;
  readonly noReasonDays: number | null;
  readonly selfServiceDays: number | null;
  readonly qualityDays: number | null;
}

export interface ConditionsRow {
  readonly category: string | null;
  readonly items: readonly string[];
}

/** Photos that a reason asks for. */
export interface EvidenceRow {
  readonly reasonClass: ReasonClass;
  readonly goods: number;
  readonly invoice: number;
}

export interface ExclusionRow {
  readonly category: string;
  readonly ground: string;
}

export interface RestockingFeeRow {
  readonly reasonClass: ReasonClass;
  readonly bps: number;
}

export const returnRoutes = ['own', 'supplier'] as const;
export type ReturnRoute = (typeof returnRoutes)[number];

/** Where goods go that come back, from a value on. */
export interface ReturnRoutingRow {
  readonly amountFrom: number;
  readonly to: ReturnRoute;
}

export const faults = ['merchant', 'buyer', 'carrier', 'none'] as const;
export type Fault = (typeof faults)[number];

export const bearers = ['HQ', 'branch', 'supplier', 'partner'] as const;
export type Bearer = (typeof bearers)[number];

/** Who bears what nobody else does. */
export const fallbackBearers = ['HQ', 'branch'] as const satisfies readonly Bearer[];
export type FallbackBearer = (typeof fallbackBearers)[number];

/** Basis points; a supplier or a partner that is not named bears nothing. */
export type Shares = Readonly<Record<FallbackBearer, number> & Partial<Record<Bearer, number>>>;

export interface BearersRow {
  readonly reasonClass: ReasonClass | null;
  readonly fault: Fault | null;
  readonly shares: Shares;
}

export interface Bearers {
  readonly rows: readonly BearersRow[];
  readonly otherwise: Shares;
  readonly fallback: FallbackBearer;
}

export interface Address {
  readonly recipient: string;
  readonly phone: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly street: string;
  readonly instructions: string;
}

/** A template: values of the rules stand in braces. */
export interface TextTemplate {
  readonly zh: string;
  readonly en: string;
}

export type Guard = { readonly min?: number | null; readonly max?: number | null } | { readonly allowed: readonly string[] };

/** What a version says about a field: `set` or `reset`, beside it or alone `lock` and `guard`. */
export interface Directive {
  readonly set?: unknown;
  readonly reset?: true;
  readonly lock?: true;
  readonly guard?: Guard;
}

/** Field → directive. A field that is not there is inherited. */
export type Directives = Readonly<Record<string, Directive>>;

/** The amount that bounds apply to: the number itself, or the one within a mode. */
export const amountIn = (value: unknown): number | null => {
  if (typeof value === 'number') return value;
  if (value === null || typeof value !== 'object' || !('kind' in value)) return null;
  const mode = value as Mode;
  return mode.kind === 'selfShip' ? mode.flat : mode.cap;
};

/** The same mode with another amount, or another mode with the same amount. */
export const modeOf = (kind: ModeKind, amount: number): Mode =>
  kind === 'selfShip' ? { kind, flat: amount } : { kind, cap: amount };

/** Types whose values take lines of their own: what is said of them stands below. */
export const wideValues: ReadonlySet<string> = new Set([
  'table.scope',
  'table.freightPayer',
  'table.categoryWindows',
  'table.conditions',
  'table.autoApprove',
  'table.evidence',
  'table.exclusions',
  'table.restockingFee',
  'table.returnRouting',
  'address',
  'text',
]);
