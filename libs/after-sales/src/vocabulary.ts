import type { CaseType as CaseTypeKey } from '@headwater/policy';

/** RO refund only (仅退款), RR return and refund (退货退款); A1. */
export const caseTypes = ['RO', 'RR'] as const;
export type CaseType = (typeof caseTypes)[number];

/** The same types as the policy field `types` writes them. */
export const caseTypeKeys = { RO: 'refundOnly', RR: 'returnRefund' } as const satisfies Record<CaseType, CaseTypeKey>;

export const caseStates = [
  'APPLIED',
  'NEED_INFO',
  'AWAIT_CONSENT',
  'REJECTED',
  'AWAIT_RETURN',
  'AWAIT_RECEIPT',
  'RECEIPT_REFUSED',
  'REFUNDING',
  'DISPUTED',
  'REFUNDED',
  'CLOSED',
] as const;
export type CaseState = (typeof caseStates)[number];

/** The numbers integrators know from Youzan's SDK; null where that SDK has no such state. */
export const stateCodes: Readonly<Record<CaseState, number | null>> = {
  APPLIED: 1,
  NEED_INFO: null,
  AWAIT_CONSENT: null,
  REJECTED: 10,
  AWAIT_RETURN: 20,
  AWAIT_RECEIPT: 30,
  RECEIPT_REFUSED: 40,
  REFUNDING: null,
  DISPUTED: null,
  REFUNDED: 60,
  CLOSED: 50,
};

export const terminalStates = ['REFUNDED', 'CLOSED'] as const satisfies readonly CaseState[];
export type TerminalState = (typeof terminalStates)[number];

export const isTerminal = (state: CaseState): state is TerminalState => (terminalStates as readonly CaseState[]).includes(state);

/** The states each type passes through. */
export const statesOf: Readonly<Record<CaseType, readonly CaseState[]>> = {
  RO: caseStates.filter((state) => !['AWAIT_RETURN', 'AWAIT_RECEIPT', 'RECEIPT_REFUSED'].includes(state)),
  RR: caseStates,
};

/**
 * What can be done to a case. `apply` opens one; `timeout` is the clock's own verb; `recordTracking` brings the carrier's
 * delivered event from the shipment.
 */
export const caseVerbs = [
  'apply',
  'approve',
  'reject',
  'askInfo',
  'propose',
  'supplyInfo',
  'accept',
  'decline',
  'modify',
  'escalate',
  'withdraw',
  'ship',
  'changeLogistics',
  'recordTracking',
  'receive',
  'refuseReceipt',
  'reportLost',
  'shipBack',
  'verdict',
  'paid',
  'payoutFailed',
  'retry',
  'manualVoucher',
  'extend',
  'timeout',
] as const;
export type CaseVerb = (typeof caseVerbs)[number];

/** The capacity somebody acts in, not a rank: a regional manager who answers for a store acts as `branch`. */
export const caseActors = ['buyer', 'branch', 'HQ', 'finance', 'system'] as const;
export type CaseActor = (typeof caseActors)[number];

/** How a case ended. */
export const caseOutcomes = ['REFUNDED', 'REFUNDED_BY_VOUCHER', 'WITHDRAWN', 'BUYER_TIMEOUT', 'VERDICT'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** What a clock does when nobody acts. `comeBack` returns to the state the proposal was made in; `forBuyer` decides a dispute for the buyer. */
export const clockOutcomes = ['approve', 'receive', 'close', 'comeBack', 'dispute', 'forBuyer', 'alert'] as const;
export type ClockOutcome = (typeof clockOutcomes)[number];

/** The one status an order list shows (A2). */
export const umbrellas = ['inProgress', 'ended', 'exchanged', 'exchangeClosed'] as const;
export type Umbrella = (typeof umbrellas)[number];
