import {
  caseTypes,
  isTerminal,
  returningTypes,
  shippingTypes,
  statesOf,
  type CaseActor,
  type CaseState,
  type CaseType,
  type CaseVerb,
} from '../vocabulary.js';
import type { Bound, GuardName, LifecycleRow } from './row.js';
import { assertLifecycle } from './validate.js';

const all: readonly CaseType[] = caseTypes;
const returns = returningTypes;
const shipped = shippingTypes;
/** Money alone settles what is wrong. */
const refunds: readonly CaseType[] = ['RO'];
const moneyForGoods: readonly CaseType[] = ['RR'];
const exchanges: readonly CaseType[] = ['EX'];
const reships: readonly CaseType[] = ['RS'];
const repairs: readonly CaseType[] = ['RP'];
/** Goods come back and goods go out. */
const swaps: readonly CaseType[] = ['EX', 'RP'];
/** The goods stay with the buyer. */
const kept: readonly CaseType[] = ['RO', 'RS'];

const once = (counter: Bound['counter'], on: Bound['on'] = null): Bound => ({ counter, max: 'repeatMax', on });
const modifications: Bound = { counter: 'modify', max: 'modifyMax', on: null };
const sendingBack = once('sendBack', ['AWAIT_RETURN', 'AWAIT_RECEIPT', 'AWAIT_RESHIP']);

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

/** Where an approval leads: to the goods, or past them where they are not worth sending back (A1). */
const goodsFirst: readonly CaseState[] = ['AWAIT_RETURN', 'AWAIT_RECEIPT'];
const ofReturn: readonly CaseState[] = [...goodsFirst, 'REFUNDING'];
const ofExchange: readonly CaseState[] = [...goodsFirst, 'AWAIT_RESHIP'];

const review: readonly LifecycleRow[] = [
  row(all, null, 'apply', ['buyer', 'branch'], ['APPLIED']),

  row(refunds, 'APPLIED', 'approve', ['branch'], ['REFUNDING']),
  row(moneyForGoods, 'APPLIED', 'approve', ['branch'], ofReturn, { guard: 'returnAddressKnown' }),
  row(exchanges, 'APPLIED', 'approve', ['branch'], ofExchange, { guard: 'returnAddressKnown' }),
  row(repairs, 'APPLIED', 'approve', ['branch'], goodsFirst, { guard: 'returnAddressKnown' }),
  row(reships, 'APPLIED', 'approve', ['branch'], ['AWAIT_RESHIP']),
  row(refunds, 'APPLIED', 'approve', ['system'], ['REFUNDING'], { guard: 'autoApproved' }),
  row(moneyForGoods, 'APPLIED', 'approve', ['system'], ofReturn, { guard: 'autoApproved' }),
  row(exchanges, 'APPLIED', 'approve', ['system'], ofExchange, { guard: 'autoApproved' }),
  row(repairs, 'APPLIED', 'approve', ['system'], goodsFirst, { guard: 'autoApproved' }),
  row(reships, 'APPLIED', 'approve', ['system'], ['AWAIT_RESHIP'], { guard: 'autoApproved' }),
  row(all, 'APPLIED', 'reject', ['branch'], ['REJECTED']),
  row(all, 'APPLIED', 'askInfo', ['branch'], ['NEED_INFO'], { bound: once('askInfo') }),
  row(all, 'APPLIED', 'propose', ['branch'], ['AWAIT_CONSENT'], { bound: once('propose') }),
  withdrawal(all, 'APPLIED'),
  clock(refunds, 'APPLIED', ['REFUNDING']),
  clock(moneyForGoods, 'APPLIED', ofReturn),
  clock(exchanges, 'APPLIED', ofExchange),
  clock(repairs, 'APPLIED', goodsFirst),
  clock(reships, 'APPLIED', ['AWAIT_RESHIP']),

  row(kept, 'NEED_INFO', 'supplyInfo', ['buyer'], ['APPLIED']),
  row(returns, 'NEED_INFO', 'supplyInfo', ['buyer'], ['APPLIED', 'AWAIT_RECEIPT']),
  withdrawal(all, 'NEED_INFO'),
  clock(kept, 'NEED_INFO', ['CLOSED']),
  clock(returns, 'NEED_INFO', ['CLOSED', 'DISPUTED', 'AWAIT_RECEIPT']),

  row(kept, 'AWAIT_CONSENT', 'accept', ['buyer'], ['REFUNDING']),
  row(returns, 'AWAIT_CONSENT', 'accept', ['buyer'], ['REFUNDING', 'AWAIT_RETURN', 'AWAIT_RECEIPT']),
  row(refunds, 'AWAIT_CONSENT', 'decline', ['buyer'], ['APPLIED']),
  row(moneyForGoods, 'AWAIT_CONSENT', 'decline', ['buyer'], ['APPLIED', 'AWAIT_RECEIPT']),
  row(swaps, 'AWAIT_CONSENT', 'decline', ['buyer'], ['APPLIED', 'AWAIT_RECEIPT', 'AWAIT_RESHIP']),
  row(reships, 'AWAIT_CONSENT', 'decline', ['buyer'], ['APPLIED', 'AWAIT_RESHIP']),
  row(all, 'AWAIT_CONSENT', 'escalate', ['buyer'], ['DISPUTED'], { guard: 'declinedBefore', bound: once('escalate') }),
  clock(refunds, 'AWAIT_CONSENT', ['APPLIED']),
  clock(moneyForGoods, 'AWAIT_CONSENT', ['APPLIED', 'AWAIT_RECEIPT']),
  clock(swaps, 'AWAIT_CONSENT', ['APPLIED', 'AWAIT_RECEIPT', 'AWAIT_RESHIP']),
  clock(reships, 'AWAIT_CONSENT', ['APPLIED', 'AWAIT_RESHIP']),

  row(all, 'REJECTED', 'modify', ['buyer'], ['APPLIED'], { bound: modifications }),
  row(all, 'REJECTED', 'escalate', ['buyer'], ['DISPUTED'], { bound: once('escalate') }),
  withdrawal(all, 'REJECTED'),
  clock(kept, 'REJECTED', ['CLOSED']),
  clock(returns, 'REJECTED', ['CLOSED', 'DISPUTED']),
];

const returning: readonly LifecycleRow[] = [
  row(returns, 'AWAIT_RETURN', 'ship', ['buyer'], ['AWAIT_RECEIPT']),
  row(returns, 'AWAIT_RETURN', 'bookPickup', ['buyer'], ['AWAIT_RETURN'], { guard: 'pickupPromised' }),
  row(returns, 'AWAIT_RETURN', 'registerDropIn', ['branch'], ['AWAIT_RECEIPT'], { guard: 'dropInPromised' }),
  row(returns, 'AWAIT_RETURN', 'modify', ['buyer'], ['APPLIED'], { bound: modifications }),
  withdrawal(returns, 'AWAIT_RETURN'),
  clock(returns, 'AWAIT_RETURN', ['CLOSED']),

  row(moneyForGoods, 'AWAIT_RECEIPT', 'receive', ['branch'], ['REFUNDING']),
  row(swaps, 'AWAIT_RECEIPT', 'receive', ['branch'], ['AWAIT_RESHIP']),
  row(swaps, 'AWAIT_RECEIPT', 'receiveAndDispatch', ['branch'], ['AWAIT_BUYER_RECEIPT']),
  row(returns, 'AWAIT_RECEIPT', 'propose', ['branch'], ['AWAIT_CONSENT'], { bound: once('propose') }),
  row(returns, 'AWAIT_RECEIPT', 'askInfo', ['branch'], ['NEED_INFO'], { guard: 'goodsAtBranch', bound: once('askInfo') }),
  row(returns, 'AWAIT_RECEIPT', 'refuseReceipt', ['branch'], ['RECEIPT_REFUSED']),
  row([...moneyForGoods, ...repairs], 'AWAIT_RECEIPT', 'reportLost', ['branch'], ['REFUNDING'], { guard: 'notDelivered' }),
  row(exchanges, 'AWAIT_RECEIPT', 'reportLost', ['branch'], ['AWAIT_RESHIP'], { guard: 'notDelivered' }),
  row(returns, 'AWAIT_RECEIPT', 'changeLogistics', ['buyer'], ['AWAIT_RECEIPT'], { guard: 'notDelivered' }),
  row(exchanges, 'AWAIT_RECEIPT', 'changeIntent', ['buyer'], ['AWAIT_RECEIPT'], { guard: 'intentMayChange' }),
  clock(moneyForGoods, 'AWAIT_RECEIPT', ['REFUNDING', 'DISPUTED']),
  clock(swaps, 'AWAIT_RECEIPT', ['AWAIT_RESHIP', 'DISPUTED']),

  row(returns, 'RECEIPT_REFUSED', 'changeLogistics', ['buyer'], ['AWAIT_RECEIPT'], {
    guard: 'goodsNotAtBranch',
    bound: once('changeLogistics'),
  }),
  row(returns, 'RECEIPT_REFUSED', 'modify', ['buyer'], ['APPLIED'], { bound: modifications }),
  row(returns, 'RECEIPT_REFUSED', 'escalate', ['buyer'], ['DISPUTED'], { bound: once('escalate') }),
  withdrawal(returns, 'RECEIPT_REFUSED'),
  clock(returns, 'RECEIPT_REFUSED', ['CLOSED', 'DISPUTED']),
];

const replacing: readonly LifecycleRow[] = [
  row(shipped, 'AWAIT_RESHIP', 'dispatch', ['branch'], ['AWAIT_BUYER_RECEIPT']),
  row(shipped, 'AWAIT_RESHIP', 'outOfStock', ['branch'], ['AWAIT_CONSENT'], { bound: once('propose') }),
  row(shipped, 'AWAIT_RESHIP', 'changeIntent', ['buyer'], ['REFUNDING'], { guard: 'intentMayChange' }),
  clock(shipped, 'AWAIT_RESHIP', ['REFUNDING']),

  row(shipped, 'AWAIT_BUYER_RECEIPT', 'confirm', ['buyer'], ['DONE']),
  row(shipped, 'AWAIT_BUYER_RECEIPT', 'notReceived', ['buyer'], ['DISPUTED']),
  row(shipped, 'AWAIT_BUYER_RECEIPT', 'wrongReceived', ['buyer'], ['DISPUTED']),
  row(shipped, 'AWAIT_BUYER_RECEIPT', 'correctLogistics', ['branch'], ['AWAIT_BUYER_RECEIPT'], { guard: 'notHandedOver' }),
  clock(shipped, 'AWAIT_BUYER_RECEIPT', ['DONE', 'DISPUTED']),
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
  row(reships, 'DISPUTED', 'recordTracking', ['branch', 'system'], ['DISPUTED'], { guard: 'parcelUnderWay' }),
  row(shipped, 'AWAIT_BUYER_RECEIPT', 'recordTracking', ['branch', 'system'], ['AWAIT_BUYER_RECEIPT'], {
    guard: 'parcelUnderWay',
  }),
  ...heldStates.map((state) => row(returns, state, 'shipBack', ['branch'], [state], { guard: 'goodsAtBranch' })),
];

const deciding: readonly LifecycleRow[] = [
  row(all, 'REFUNDING', 'paid', ['finance', 'system'], ['REFUNDED']),
  row(all, 'REFUNDING', 'payoutFailed', ['finance', 'system'], ['REFUNDING'], { guard: 'payoutPending' }),
  row(all, 'REFUNDING', 'retry', ['finance', 'system'], ['REFUNDING'], { guard: 'payoutFailed' }),
  row(all, 'REFUNDING', 'manualVoucher', ['finance'], ['REFUNDED'], { guard: 'payoutFailed' }),
  clock(all, 'REFUNDING', ['REFUNDING']),

  row(refunds, 'DISPUTED', 'verdict', ['HQ'], ['REFUNDING', 'CLOSED']),
  row(moneyForGoods, 'DISPUTED', 'verdict', ['HQ'], ['AWAIT_RETURN', 'AWAIT_RECEIPT', 'REFUNDING', 'CLOSED'], {
    bound: sendingBack,
  }),
  row(swaps, 'DISPUTED', 'verdict', ['HQ'], ['AWAIT_RETURN', 'AWAIT_RECEIPT', 'AWAIT_RESHIP', 'REFUNDING', 'CLOSED'], {
    bound: sendingBack,
  }),
  row(reships, 'DISPUTED', 'verdict', ['HQ'], ['AWAIT_RESHIP', 'REFUNDING', 'CLOSED'], { bound: sendingBack }),
  withdrawal(all, 'DISPUTED'),
  clock(refunds, 'DISPUTED', ['REFUNDING']),
  clock(moneyForGoods, 'DISPUTED', ['AWAIT_RETURN', 'REFUNDING'], sendingBack),
  clock(swaps, 'DISPUTED', ['AWAIT_RETURN', 'AWAIT_RESHIP', 'REFUNDING'], sendingBack),
  clock(reships, 'DISPUTED', ['AWAIT_RESHIP', 'REFUNDING'], sendingBack),
];

/** Whatever waits may be given more time, but a refund: the law says when that is due. */
const extensions: readonly LifecycleRow[] = caseTypes.flatMap((type) =>
  statesOf[type]
    .filter((state) => !isTerminal(state) && state !== 'REFUNDING')
    .map((state) => row([type], state, 'extend', ['HQ'], [state], { guard: 'extendable' })),
);

/** Closed days move the branch's own clocks: to answer, to inspect, to send what it owes. */
const recounts: readonly LifecycleRow[] = [
  row(all, 'APPLIED', 'recount', ['system'], ['APPLIED'], { guard: 'countsOpenTime' }),
  row(returns, 'AWAIT_RECEIPT', 'recount', ['system'], ['AWAIT_RECEIPT'], { guard: 'countsOpenTime' }),
  row(shipped, 'AWAIT_RESHIP', 'recount', ['system'], ['AWAIT_RESHIP'], { guard: 'countsOpenTime' }),
];

/** The lifecycle of a case: all of it. What has no row here cannot happen. */
export const lifecycle: readonly LifecycleRow[] = [
  ...review,
  ...returning,
  ...replacing,
  ...parcels,
  ...deciding,
  ...extensions,
  ...recounts,
];
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
