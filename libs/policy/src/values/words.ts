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

export const caseTypes = ['refundOnly', 'returnRefund'] as const;
export type CaseType = (typeof caseTypes)[number];

export const payers = ['buyer', 'merchant', 'shared'] as const;
export type Payer = (typeof payers)[number];

/** Who bears a subsidy. */
export const bearers = ['HQ', 'branch'] as const;
export type Bearer = (typeof bearers)[number];
