import type { Text } from './text.js';

/** A5: first level of the reason tree, which policy tables use. */
export const reasonClasses = ['mismatch', 'quality', 'wrongItem', 'expectation', 'logistics'] as const;
export type ReasonClass = (typeof reasonClasses)[number];

/** Reason classes that are the merchant's fault: their freight is never the buyer's. */
export const merchantFaultClasses = ['mismatch', 'quality', 'wrongItem', 'logistics'] as const satisfies readonly ReasonClass[];

export const faults = ['merchant', 'buyer', 'carrier', 'none'] as const;
/** Whose fault a return is, as judged. */
export type Fault = (typeof faults)[number];

export const channels = ['express', 'sameCity', 'pickup', 'inStore'] as const;
/** How an order reached its buyer. */
export type Channel = (typeof channels)[number];

export const channelNames: Readonly<Record<Channel, Text>> = {
  express: { zh: '快递', en: 'express' },
  sameCity: { zh: '同城', en: 'same-city' },
  pickup: { zh: '自提', en: 'pickup' },
  inStore: { zh: '到店', en: 'in-store' },
};

/** A1. */
export const caseTypes = ['refundOnly', 'returnRefund', 'exchange', 'reship', 'repair'] as const;
export type CaseType = (typeof caseTypes)[number];

/** A8: how goods come back; a parcel and a pickup are proven by a tracking number, a drop-in by the store's scan. */
export const returnMethods = ['parcel', 'pickup', 'dropIn'] as const;
export type ReturnMethod = (typeof returnMethods)[number];

export const payers = ['buyer', 'merchant', 'shared'] as const;
export type Payer = (typeof payers)[number];

/** I3: how risky a buyer is, the least first. */
export const riskLevels = ['normal', 'frequent'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** V3: where goods that come back go: to an address of the chain's own, or to the supplier of what it sells. */
export const returnRoutes = ['own', 'supplier'] as const;
export type ReturnRoute = (typeof returnRoutes)[number];

/** S4: who bears a subsidy. */
export const bearers = ['HQ', 'branch', 'supplier', 'partner'] as const;
export type Bearer = (typeof bearers)[number];

/** S4: who bears what nobody else does: both stand for every order. */
export const fallbackBearers = ['HQ', 'branch'] as const satisfies readonly Bearer[];
export type FallbackBearer = (typeof fallbackBearers)[number];
