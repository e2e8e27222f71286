import { refusedGoodsHolder, type CaseAction, type Parcel } from '../commands.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts, CasePatch, Fen } from '../facts.js';
import { confirmationFrom, inspectionFrom, silenceFrom } from '../lifecycle/clocks.js';
import { methodRefused, replacementUnderWay } from '../lifecycle/guards.js';
import type { CaseEffect, Refused } from '../result.js';
import { feeTrace, restockingFeeOf } from '../restocking.js';
import { agreedAmount, isBlank, refunding, type Deciders, type Draft } from './draft.js';

export function parcelRefused({ carrier, tracking }: Parcel): Refused | null {
  if (isBlank(tracking)) return { code: 'TRACKING_REQUIRED', field: 'tracking' };
  return isBlank(carrier) ? { code: 'TRACKING_REQUIRED', field: 'carrier' } : null;
}

export const freightRefused = (freight: Fen | null): Refused | null =>
  freight === null || (Number.isSafeInteger(freight) && freight >= 0) ? null : { code: 'FREIGHT_INVALID', field: 'freightPaid' };

/** A parcel sets out to the branch; what an earlier one left behind is void. */
function sentOut(parcel: Parcel & Pick<CaseAction<'ship'>, 'method' | 'freightPaid'>, { now }: CaseContext): Draft {
  const { method, carrier, tracking, freightPaid } = parcel;
  const effects: CaseEffect[] = [{ kind: 'returnShipped', method, carrier, tracking, freightPaid }];
  const patch = {
    shippedAt: now,
    deliveredAt: null,
    receivedAt: null,
    shippedBackAt: null,
    dispatchedAt: null,
    buyerReceivedAt: null,
    goodsHeldBy: 'carrierToBranch',
  } as const;
  return { to: 'AWAIT_RECEIPT', patch, effects };
}

/** The carrier brought the buyer what was dispatched; the buyer's clock runs from then. */
const handedOver = ({ state }: CaseFacts, deliveredAt: number, context: CaseContext): Draft => ({
  to: state,
  patch: { buyerReceivedAt: deliveredAt, goodsHeldBy: 'buyer' },
  ...(state === 'AWAIT_BUYER_RECEIPT' && confirmationFrom(deliveredAt, context)),
});

/** The branch has the goods and keeps them, by its own word or because its clock ran out (A9). */
export const received = (facts: CaseFacts, context: CaseContext): Draft =>
  settled(facts, context, { receivedAt: facts.receivedAt ?? context.now, goodsHeldBy: 'branch' });

/** What the goods came back for is due: the money, or a parcel. A repair of what is lost cannot be. */
const settled = (facts: CaseFacts, context: CaseContext, patch: CasePatch): Draft =>
  facts.type === 'EX' || (facts.type === 'RP' && patch.goodsHeldBy === 'branch')
    ? { to: 'AWAIT_RESHIP', patch }
    : refundedLessFee(facts, context, patch);

/** Goods that came back are refunded less what may be kept of it; of what was lost nothing is. */
function refundedLessFee(facts: CaseFacts, context: CaseContext, patch: CasePatch): Draft {
  const gross = agreedAmount(facts);
  const fee = patch.goodsHeldBy === 'branch' ? restockingFeeOf(facts, gross, context.rules) : 0;
  const draft = refunding(facts, context, { amount: gross - fee, gross, patch: { ...patch, feeKept: fee } });
  return fee > 0 ? { ...draft, trace: [feeTrace(facts, gross, fee, context.rules)] } : draft;
}

function shippedBy({ method, carrier, tracking, freightPaid }: CaseAction<'ship'>, facts: CaseFacts, context: CaseContext) {
  const refused =
    methodRefused(method, context) ??
    (method === 'pickup' && facts.pickup === null ? ({ code: 'PICKUP_NOT_BOOKED', field: 'method' } as const) : null);
  return (
    refused ??
    parcelRefused({ carrier, tracking }) ??
    freightRefused(freightPaid) ??
    sentOut({ method, carrier, tracking, freightPaid }, context)
  );
}

/** A8: handed over the counter: shipped, delivered and received at one moment. */
const droppedIn = (at: string, { now }: CaseContext): Draft => ({
  to: 'AWAIT_RECEIPT',
  patch: {
    ...{ shippedAt: now, deliveredAt: now, receivedAt: now, goodsHeldBy: 'branch' },
    ...{ shippedBackAt: null, dispatchedAt: null, buyerReceivedAt: null },
  },
  effects: [{ kind: 'droppedIn', at }],
});

type ParcelVerb =
  | 'bookPickup'
  | 'ship'
  | 'registerDropIn'
  | 'changeLogistics'
  | 'recordTracking'
  | 'receive'
  | 'refuseReceipt'
  | 'reportLost'
  | 'shipBack';

export const parcelDeciders: Deciders<ParcelVerb> = {
  ship: (facts, action, context) => shippedBy(action, facts, context),

  bookPickup: ({ state }, { from, until }, { now }) =>
    from < now || until <= from
      ? { code: 'PICKUP_INVALID', field: 'from', at: now }
      : { to: state, patch: { pickup: { from, until } } },

  registerDropIn: (_facts, { at }, context) => droppedIn(at, context),

  changeLogistics: (facts, { carrier, tracking, freightPaid = null }, context) => {
    const refused = parcelRefused({ carrier, tracking }) ?? freightRefused(freightPaid);
    if (refused) return refused;
    if (facts.goodsHeldBy === 'carrierToBuyer') return sentOut({ method: 'parcel', carrier, tracking, freightPaid }, context);
    // What the carrier reported of the wrong number says nothing about this parcel.
    const patch = { deliveredAt: null, receivedAt: null };
    const reminders = facts.deadline ? silenceFrom(context.now, facts.deadline.at, context) : [];
    return { to: 'AWAIT_RECEIPT', patch, reminders, effects: [{ kind: 'logisticsChanged', carrier, tracking, freightPaid }] };
  },

  recordTracking: (facts, { deliveredAt }, context) => {
    if (deliveredAt > context.now) return { code: 'INSTANT_IN_FUTURE', field: 'deliveredAt', at: context.now };
    if (replacementUnderWay(facts)) return handedOver(facts, deliveredAt, context);
    const receivedAt = Math.min(facts.receivedAt ?? deliveredAt, deliveredAt);
    const arrives = facts.state === 'AWAIT_RECEIPT' && facts.goodsHeldBy === 'carrierToBranch';
    return {
      to: facts.state,
      patch: { deliveredAt, receivedAt, goodsHeldBy: 'branch' },
      ...(arrives && inspectionFrom(deliveredAt, context)),
    };
  },

  receive: (facts, _action, context) => received(facts, context),

  refuseReceipt: (_facts, { reason, goods, photos }) => {
    if (isBlank(reason)) return { code: 'REASON_REQUIRED', field: 'reason' };
    if (goods !== 'notArrived' && photos < 1) return { code: 'PHOTO_REQUIRED', field: 'photos', limit: 1 };
    return { to: 'RECEIPT_REFUSED', patch: { goodsHeldBy: refusedGoodsHolder[goods] } };
  },

  reportLost: (facts, _action, context) => ({
    ...settled(facts, context, { goodsHeldBy: 'lost' }),
    fault: { lost: true },
  }),

  shipBack: (facts, { carrier, tracking }, { now }) =>
    parcelRefused({ carrier, tracking }) ?? {
      to: facts.state,
      patch: { goodsHeldBy: 'carrierToBuyer', shippedBackAt: now },
      effects: [{ kind: 'shippedBack', carrier, tracking }],
    },
};
