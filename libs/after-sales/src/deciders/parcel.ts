import { refusedGoodsHolder, type Parcel } from '../commands.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts, Fen, Liability } from '../facts.js';
import { inspectionFrom } from '../lifecycle/clocks.js';
import type { CaseEffect, Refused } from '../result.js';
import { agreedAmount, isBlank, refunding, type Deciders, type Draft } from './draft.js';

function parcelRefused({ carrier, tracking }: Parcel): Refused | null {
  if (isBlank(tracking)) return { code: 'TRACKING_REQUIRED', field: 'tracking' };
  return isBlank(carrier) ? { code: 'TRACKING_REQUIRED', field: 'carrier' } : null;
}

const freightRefused = (freight: Fen | null): Refused | null =>
  freight === null || (Number.isSafeInteger(freight) && freight >= 0) ? null : { code: 'FREIGHT_INVALID', field: 'freightPaid' };

/** A parcel sets out to the branch; what an earlier one left behind is void. */
function sentOut({ carrier, tracking }: Parcel, freightPaid: Fen | null, { now }: CaseContext): Draft {
  const effects: CaseEffect[] = [{ kind: 'returnShipped', carrier, tracking, freightPaid }];
  const patch = {
    shippedAt: now,
    deliveredAt: null,
    receivedAt: null,
    shippedBackAt: null,
    goodsHeldBy: 'carrierToBranch',
  } as const;
  return { to: 'AWAIT_RECEIPT', patch, effects };
}

/** The branch has the goods and keeps them, by its own word or because its clock ran out (A9). */
export function received(facts: CaseFacts, context: CaseContext, liability: Liability | null): Draft {
  const receivedAt = facts.receivedAt ?? context.now;
  const patch = { receivedAt, goodsHeldBy: 'branch', ...(liability && { liability }) } as const;
  return refunding(facts, context, { amount: agreedAmount(facts), patch });
}

type ParcelVerb = 'ship' | 'changeLogistics' | 'recordTracking' | 'receive' | 'refuseReceipt' | 'reportLost' | 'shipBack';

export const parcelDeciders: Deciders<ParcelVerb> = {
  ship: (_facts, { carrier, tracking, freightPaid }, context) =>
    parcelRefused({ carrier, tracking }) ?? freightRefused(freightPaid) ?? sentOut({ carrier, tracking }, freightPaid, context),

  changeLogistics: (facts, { carrier, tracking, freightPaid = null }, context) => {
    const refused = parcelRefused({ carrier, tracking }) ?? freightRefused(freightPaid);
    if (refused) return refused;
    if (facts.goodsHeldBy === 'carrierToBuyer') return sentOut({ carrier, tracking }, freightPaid, context);
    // What the carrier reported of the wrong number says nothing about this parcel.
    const patch = { deliveredAt: null, receivedAt: null };
    return { to: 'AWAIT_RECEIPT', patch, effects: [{ kind: 'logisticsChanged', carrier, tracking }] };
  },

  recordTracking: (facts, { deliveredAt }, context) => {
    if (deliveredAt > context.now) return { code: 'INSTANT_IN_FUTURE', field: 'deliveredAt', at: context.now };
    const receivedAt = Math.min(facts.receivedAt ?? deliveredAt, deliveredAt);
    const arrives = facts.state === 'AWAIT_RECEIPT' && facts.goodsHeldBy === 'carrierToBranch';
    return {
      to: facts.state,
      patch: { deliveredAt, receivedAt, goodsHeldBy: 'branch' },
      ...(arrives && { deadline: inspectionFrom(deliveredAt, context).deadline }),
    };
  },

  receive: (facts, _action, context) => received(facts, context, null),

  refuseReceipt: (_facts, { reason, goods }) =>
    isBlank(reason)
      ? { code: 'REASON_REQUIRED', field: 'reason' }
      : { to: 'RECEIPT_REFUSED', patch: { goodsHeldBy: refusedGoodsHolder[goods] } },

  reportLost: (facts, _action, context) => {
    const liability = { party: 'carrier', rule: 'reportLost', basis: 'assumed' } as const;
    return refunding(facts, context, { amount: agreedAmount(facts), patch: { goodsHeldBy: 'lost', liability } });
  },

  shipBack: (facts, { carrier, tracking }, { now }) =>
    parcelRefused({ carrier, tracking }) ?? {
      to: facts.state,
      patch: { goodsHeldBy: 'carrierToBuyer', shippedBackAt: now },
      effects: [{ kind: 'shippedBack', carrier, tracking }],
    },
};
