import { HOUR } from '../calendar.js';
import type { Dispatch } from '../commands.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts, CasePatch } from '../facts.js';
import { silenceFrom } from '../lifecycle/clocks.js';
import type { Refused } from '../result.js';
import type { CaseOutcome } from '../vocabulary.js';
import { agreedAmount, isBlank, type Deciders, type Draft } from './draft.js';
import { freightRefused, parcelRefused } from './parcel.js';

/** A10: what the buyer gets instead, or repaired, goes out; from now on those are the goods of the case. */
function dispatched(
  { carrier, tracking, freightPaid }: Dispatch,
  { now, rules }: CaseContext,
  { since, patch = {} }: { readonly since: number | null; readonly patch?: CasePatch },
): Draft | Refused {
  const refused = parcelRefused({ carrier, tracking }) ?? freightRefused(freightPaid);
  if (refused) return refused;
  const gone = { dispatchedAt: now, buyerReceivedAt: null, goodsHeldBy: 'carrierToBuyer' } as const;
  const effects = [{ kind: 'replacementShipped', carrier, tracking, freightPaid }] as const;
  const fault = { dispatchDue: since === null ? null : since + rules.reshipHours * HOUR };
  return { to: 'AWAIT_BUYER_RECEIPT', patch: { ...patch, ...gone }, effects, fault };
}

/** The buyer has it, by his own word or because his clock ran out. */
export const confirmed = ({ buyerReceivedAt }: CaseFacts, { now }: CaseContext, outcome: CaseOutcome): Draft => ({
  to: 'DONE',
  patch: { outcome, endedAt: now, buyerReceivedAt: buyerReceivedAt ?? now, goodsHeldBy: 'buyer' },
});

type ReplacementVerb =
  'receiveAndDispatch' | 'dispatch' | 'outOfStock' | 'correctLogistics' | 'confirm' | 'notReceived' | 'wrongReceived';

export const replacementDeciders: Deciders<ReplacementVerb> = {
  receiveAndDispatch: ({ receivedAt }, parcel, context) =>
    dispatched(parcel, context, { since: null, patch: { receivedAt: receivedAt ?? context.now } }),

  dispatch: ({ reshipSince }, parcel, context) => dispatched(parcel, context, { since: reshipSince }),

  outOfStock: (facts) => ({
    to: 'AWAIT_CONSENT',
    patch: { proposal: { resolution: 'refund', amount: agreedAmount(facts) }, cameFrom: 'AWAIT_RESHIP' },
  }),

  correctLogistics: ({ state, deadline }, { carrier, tracking }, context) =>
    parcelRefused({ carrier, tracking }) ?? {
      to: state,
      reminders: deadline ? silenceFrom(context.now, deadline.at, context) : [],
      effects: [{ kind: 'replacementCorrected', carrier, tracking }],
    },

  confirm: (facts, _action, context) => confirmed(facts, context, 'CONFIRMED'),

  notReceived: () => ({ to: 'DISPUTED', fault: { missing: true } }),

  wrongReceived: ({ buyerReceivedAt }, { reason }, { now }) =>
    isBlank(reason)
      ? { code: 'REASON_REQUIRED', field: 'reason' }
      : {
          to: 'DISPUTED',
          patch: { buyerReceivedAt: buyerReceivedAt ?? now, goodsHeldBy: 'buyer' },
          fault: { sentWrong: true },
        },
};
