import { caseTypes, isTerminal, statesOf, type CaseActor, type CaseState, type CaseType, type CaseVerb } from '../vocabulary.js';
import type { Bound, GuardName, LifecycleRow } from './row.js';
import { assertLifecycle } from './validate.js';

const both: readonly CaseType[] = ['RO', 'RR'];
const refunds: readonly CaseType[] = ['RO'];
const returns: readonly CaseType[] = ['RR'];

const once = (counter: Bound['counter'], on: Bound['on'] = null): Bound => ({ counter, max: 'repeatMax', on });
const modifications: Bound = { counter: 'modify', max: 'modifyMax', on: null };
const sendingBack = once('sendBack', ['AWAIT_RETURN', 'AWAIT_RECEIPT']);

function row(
  types: readonly CaseType[],
  state: CaseState | null,
  verb: CaseVerb,
  actors: readonly CaseActor[],
  to: readonly CaseState[],
  limits: { readonly guard?: GuardName; readonly bound?: Bound } = {},
): LifecycleRow {
  return { types, state, verb, actors, to, guard: limits.guard ?? null, bound: limits.bound ?? null };
}

const clock = (types: readonly CaseType[], state: CaseState, to: readonly CaseState[], bound?: Bound): LifecycleRow =>
  row(types, state, 'timeout', ['system'], to, { guard: 'clockRunOut', ...(bound && { bound }) });

/** The buyer ends the case; never while the branch holds the goods. */
const withdrawal = (types: readonly CaseType[], state: CaseState): LifecycleRow =>
  row(types, state, 'withdraw', ['buyer'], ['CLOSED'], { guard: 'goodsNotAtBranch' });

const review: readonly LifecycleRow[] = [
  row(both, null, 'apply', ['buyer', 'branch'], ['APPLIED']),

  row(refunds, 'APPLIED', 'approve', ['branch'], ['REFUNDING']),
  row(returns, 'APPLIED', 'approve', ['branch'], ['AWAIT_RETURN', 'AWAIT_RECEIPT'], { guard: 'returnAddressKnown' }),
  row(both, 'APPLIED', 'reject', ['branch'], ['REJECTED']),
  row(both, 'APPLIED', 'askInfo', ['branch'], ['NEED_INFO'], { bound: once('askInfo') }),
  row(both, 'APPLIED', 'propose', ['branch'], ['AWAIT_CONSENT'], { bound: once('propose') }),
  withdrawal(both, 'APPLIED'),
  clock(refunds, 'APPLIED', ['REFUNDING']),
  clock(returns, 'APPLIED', ['AWAIT_RETURN', 'AWAIT_RECEIPT']),

  row(both, 'NEED_INFO', 'supplyInfo', ['buyer'], ['APPLIED']),
  withdrawal(both, 'NEED_INFO'),
  clock(refunds, 'NEED_INFO', ['CLOSED']),
  clock(returns, 'NEED_INFO', ['CLOSED', 'DISPUTED']),

  row(refunds, 'AWAIT_CONSENT', 'accept', ['buyer'], ['REFUNDING']),
  row(returns, 'AWAIT_CONSENT', 'accept', ['buyer'], ['REFUNDING', 'AWAIT_RETURN', 'AWAIT_RECEIPT']),
  row(refunds, 'AWAIT_CONSENT', 'decline', ['buyer'], ['APPLIED']),
  row(returns, 'AWAIT_CONSENT', 'decline', ['buyer'], ['APPLIED', 'AWAIT_RECEIPT']),
  row(both, 'AWAIT_CONSENT', 'escalate', ['buyer'], ['DISPUTED'], { guard: 'declinedBefore', bound: once('escalate') }),
  clock(refunds, 'AWAIT_CONSENT', ['APPLIED']),
  clock(returns, 'AWAIT_CONSENT', ['APPLIED', 'AWAIT_RECEIPT']),

  row(both, 'REJECTED', 'modify', ['buyer'], ['APPLIED'], { bound: modifications }),
  row(both, 'REJECTED', 'escalate', ['buyer'], ['DISPUTED'], { bound: once('escalate') }),
  withdrawal(both, 'REJECTED'),
  clock(refunds, 'REJECTED', ['CLOSED']),
  clock(returns, 'REJECTED', ['CLOSED', 'DISPUTED']),
];

const returning: readonly LifecycleRow[] = [
  row(returns, 'AWAIT_RETURN', 'ship', ['buyer'], ['AWAIT_RECEIPT']),
  row(returns, 'AWAIT_RETURN', 'modify', ['buyer'], ['APPLIED'], { bound: modifications }),
  withdrawal(returns, 'AWAIT_RETURN'),
  clock(returns, 'AWAIT_RETURN', ['CLOSED']),

  row(returns, 'AWAIT_RECEIPT', 'receive', ['branch'], ['REFUNDING']),
  row(returns, 'AWAIT_RECEIPT', 'propose', ['branch'], ['AWAIT_CONSENT'], { bound: once('propose') }),
  row(returns, 'AWAIT_RECEIPT', 'refuseReceipt', ['branch'], ['RECEIPT_REFUSED']),
  row(returns, 'AWAIT_RECEIPT', 'reportLost', ['branch'], ['REFUNDING'], { guard: 'notDelivered' }),
  row(returns, 'AWAIT_RECEIPT', 'changeLogistics', ['buyer'], ['AWAIT_RECEIPT'], { guard: 'notDelivered' }),
  clock(returns, 'AWAIT_RECEIPT', ['REFUNDING', 'DISPUTED']),

  row(returns, 'RECEIPT_REFUSED', 'changeLogistics', ['buyer'], ['AWAIT_RECEIPT'], {
    guard: 'goodsNotAtBranch',
    bound: once('changeLogistics'),
  }),
  row(returns, 'RECEIPT_REFUSED', 'modify', ['buyer'], ['APPLIED'], { bound: modifications }),
  row(returns, 'RECEIPT_REFUSED', 'escalate', ['buyer'], ['DISPUTED'], { bound: once('escalate') }),
  withdrawal(returns, 'RECEIPT_REFUSED'),
  clock(returns, 'RECEIPT_REFUSED', ['CLOSED', 'DISPUTED']),
];

/** A return parcel may arrive, and refused goods may have to go back, wherever the case stands meanwhile. */
const parcelStates = [
  'APPLIED',
  'NEED_INFO',
  'AWAIT_CONSENT',
  'REJECTED',
  'AWAIT_RECEIPT',
  'RECEIPT_REFUSED',
  'DISPUTED',
] as const;
const heldStates = ['APPLIED', 'NEED_INFO', 'REJECTED', 'RECEIPT_REFUSED', 'DISPUTED'] as const;

const parcels: readonly LifecycleRow[] = [
  ...parcelStates.map((state) =>
    row(returns, state, 'recordTracking', ['branch', 'system'], [state], { guard: 'parcelUnderWay' }),
  ),
  ...heldStates.map((state) => row(returns, state, 'shipBack', ['branch'], [state], { guard: 'goodsAtBranch' })),
];

const deciding: readonly LifecycleRow[] = [
  row(both, 'REFUNDING', 'paid', ['finance', 'system'], ['REFUNDED']),
  row(both, 'REFUNDING', 'payoutFailed', ['finance', 'system'], ['REFUNDING'], { guard: 'payoutPending' }),
  row(both, 'REFUNDING', 'retry', ['finance', 'system'], ['REFUNDING'], { guard: 'payoutFailed' }),
  row(both, 'REFUNDING', 'manualVoucher', ['finance'], ['REFUNDED'], { guard: 'payoutFailed' }),
  clock(both, 'REFUNDING', ['REFUNDING']),

  row(refunds, 'DISPUTED', 'verdict', ['HQ'], ['REFUNDING', 'CLOSED']),
  row(returns, 'DISPUTED', 'verdict', ['HQ'], ['AWAIT_RETURN', 'AWAIT_RECEIPT', 'REFUNDING', 'CLOSED'], { bound: sendingBack }),
  withdrawal(both, 'DISPUTED'),
  clock(refunds, 'DISPUTED', ['REFUNDING']),
  clock(returns, 'DISPUTED', ['AWAIT_RETURN', 'REFUNDING'], sendingBack),
];

/** Whatever waits may be given more time, but a refund: the law says when that is due. */
const extensions: readonly LifecycleRow[] = caseTypes.flatMap((type) =>
  statesOf[type]
    .filter((state) => !isTerminal(state) && state !== 'REFUNDING')
    .map((state) => row([type], state, 'extend', ['HQ'], [state], { guard: 'extendable' })),
);

/** The lifecycle of a case: all of it. What has no row here cannot happen. */
export const lifecycle: readonly LifecycleRow[] = [...review, ...returning, ...parcels, ...deciding, ...extensions];
assertLifecycle(lifecycle);

const rowKey = (type: CaseType, state: CaseState | null, verb: CaseVerb, actor: CaseActor): string =>
  [type, state, verb, actor].join('/');

const rowsByKey: ReadonlyMap<string, LifecycleRow> = new Map(
  lifecycle.flatMap((line) =>
    line.types.flatMap((type) => line.actors.map((actor) => [rowKey(type, line.state, line.verb, actor), line] as const)),
  ),
);

/** The row that lets an actor do this here, if any. */
export const rowOf = (type: CaseType, state: CaseState | null, verb: CaseVerb, actor: CaseActor): LifecycleRow | undefined =>
  rowsByKey.get(rowKey(type, state, verb, actor));

/** The rows of a state of a type, in the table's order. */
export const rowsOf = (type: CaseType, state: CaseState): readonly LifecycleRow[] =>
  lifecycle.filter((line) => line.state === state && line.types.includes(type));
