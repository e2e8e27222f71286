import type { CaseType as CaseTypeKey } from '@headwater/policy';

/** RO refund only (仅退款), RR return and refund (退货退款), EX exchange (换货), RS reship (补寄), RP repair (维修); A1. */
export const caseTypes = ['RO', 'RR', 'EX', 'RS', 'RP'] as const;
export type CaseType = (typeof caseTypes)[number];

/** The same types as the policy field `types` writes them. */
export const caseTypeKeys = {
  RO: 'refundOnly',
  RR: 'returnRefund',
  EX: 'exchange',
  RS: 'reship',
  RP: 'repair',
} as const satisfies Record<CaseType, CaseTypeKey>;

/** Whose goods come back. */
export const returningTypes: readonly CaseType[] = ['RR', 'EX', 'RP'];
/** To whose buyers goods go out. */
export const shippingTypes: readonly CaseType[] = ['EX', 'RS', 'RP'];

export const caseStates = [
  'APPLIED',
  'NEED_INFO',
  'AWAIT_CONSENT',
  'REJECTED',
  'AWAIT_RETURN',
  'AWAIT_RECEIPT',
  'RECEIPT_REFUSED',
  'AWAIT_RESHIP',
  'AWAIT_BUYER_RECEIPT',
  'REFUNDING',
  'DISPUTED',
  'REFUNDED',
  'CLOSED',
  'DONE',
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
  AWAIT_RESHIP: null,
  AWAIT_BUYER_RECEIPT: 45,
  REFUNDING: null,
  DISPUTED: null,
  REFUNDED: 60,
  CLOSED: 50,
  DONE: null,
};

export const terminalStates = ['REFUNDED', 'CLOSED', 'DONE'] as const satisfies readonly CaseState[];
export type TerminalState = (typeof terminalStates)[number];

export const isTerminal = (state: CaseState): state is TerminalState => (terminalStates as readonly CaseState[]).includes(state);

const statesOfReturns: readonly CaseState[] = ['AWAIT_RETURN', 'AWAIT_RECEIPT', 'RECEIPT_REFUSED'];
const statesOfReplacements: readonly CaseState[] = ['AWAIT_RESHIP', 'AWAIT_BUYER_RECEIPT', 'DONE'];

const passedBy = (type: CaseType): readonly CaseState[] =>
  caseStates.filter(
    (state) =>
      (returningTypes.includes(type) || !statesOfReturns.includes(state)) &&
      (shippingTypes.includes(type) || !statesOfReplacements.includes(state)),
  );

/** The states each type passes through. */
export const statesOf: Readonly<Record<CaseType, readonly CaseState[]>> = {
  RO: passedBy('RO'),
  RR: passedBy('RR'),
  EX: passedBy('EX'),
  RS: passedBy('RS'),
  RP: passedBy('RP'),
};

/**
 * What can be done to a case. `apply` opens one; `timeout` is the clock's own verb; `recordTracking` brings the carrier's
 * delivered event from the shipment, of a return or of a replacement; `recount` moves a deadline with the calendar of closed days.
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
  'bookPickup',
  'ship',
  'registerDropIn',
  'changeLogistics',
  'changeIntent',
  'recordTracking',
  'receive',
  'receiveAndDispatch',
  'refuseReceipt',
  'reportLost',
  'shipBack',
  'dispatch',
  'outOfStock',
  'correctLogistics',
  'confirm',
  'notReceived',
  'wrongReceived',
  'verdict',
  'paid',
  'payoutFailed',
  'retry',
  'manualVoucher',
  'extend',
  'recount',
  'timeout',
] as const;
export type CaseVerb = (typeof caseVerbs)[number];

/** The capacity somebody acts in, not a rank: a regional manager who answers for a store acts as `branch`. */
export const caseActors = ['buyer', 'branch', 'HQ', 'finance', 'system'] as const;
export type CaseActor = (typeof caseActors)[number];

/** How a case ended. */
export const caseOutcomes = [
  'REFUNDED',
  'REFUNDED_BY_VOUCHER',
  'CONFIRMED',
  'AUTO_CONFIRMED',
  'WITHDRAWN',
  'BUYER_TIMEOUT',
  'VERDICT',
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/**
 * What a clock does when nobody acts. `comeBack` returns to the state the proposal was made in; `refund` gives money for what was not
 * dispatched; `confirm` takes receipt for confirmed; `forBuyer` decides a dispute for the buyer.
 */
export const clockOutcomes = [
  'approve',
  'receive',
  'refund',
  'confirm',
  'close',
  'comeBack',
  'dispute',
  'forBuyer',
  'alert',
] as const;
export type ClockOutcome = (typeof clockOutcomes)[number];

/** The one status an order list shows (A2). */
export const umbrellas = ['inProgress', 'ended', 'exchanged', 'exchangeClosed'] as const;
export type Umbrella = (typeof umbrellas)[number];
