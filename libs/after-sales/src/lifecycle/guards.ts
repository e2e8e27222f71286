import type { ReturnMethod } from '@headwater/policy';
import { DAY, HOUR } from '../calendar.js';
import { autoApprovalFor } from '../approval/auto-approval.js';
import { returnRouteFor } from '../approval/return-route.js';
import { returnlessFor } from '../approval/returnless.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts } from '../facts.js';
import { goodsToBeSent } from '../goods.js';
import type { Refused } from '../result.js';
import { returningTypes } from '../vocabulary.js';
import { countsOpenTime } from './recount.js';
import type { GuardName } from './row.js';

type Guard = (facts: CaseFacts, context: CaseContext) => Refused | null;

const unless = (holds: boolean, refused: Refused): Refused | null => (holds ? null : refused);

/** A return parcel whose arrival the carrier has yet to report. */
export const returnUnderWay = ({ goodsHeldBy, deliveredAt }: CaseFacts): boolean =>
  deliveredAt === null && (goodsHeldBy === 'carrierToBranch' || goodsHeldBy === 'branch');

/** What was dispatched to the buyer, not reported as delivered yet. */
export const replacementUnderWay = ({ goodsHeldBy, dispatchedAt, buyerReceivedAt }: CaseFacts): boolean =>
  goodsHeldBy === 'carrierToBuyer' && dispatchedAt !== null && buyerReceivedAt === null;

/** A8: null where the order was promised this way of sending goods back. */
export const methodRefused = (method: ReturnMethod, { rules }: CaseContext): Refused | null =>
  unless(rules.returnMethods.includes(method), { code: 'METHOD_NOT_ALLOWED', field: 'method' });

/** A11: the goods of an exchange were under way for days, or the branch owes a parcel for hours: whichever comes first. */
function intentMayChange({ type, shippedAt, reshipSince }: CaseFacts, { now, rules }: CaseContext): Refused | null {
  const { modifyAfterTransitDays, reshipHours } = rules;
  const ways = [
    ...(type === 'EX' && shippedAt !== null
      ? [{ field: 'modifyAfterTransitDays', at: shippedAt + modifyAfterTransitDays * DAY }]
      : []),
    ...(reshipSince !== null ? [{ field: 'reshipHours', at: reshipSince + reshipHours * HOUR }] : []),
  ];
  const [first] = ways.sort((a, b) => a.at - b.at);
  return unless(first !== undefined && first.at <= now, { code: 'TOO_EARLY', ...first });
}

const clockRunOut: Guard = ({ deadline }, { now }) =>
  deadline && deadline.at <= now ? null : { code: 'TOO_EARLY', ...(deadline && { at: deadline.at }) };

/** A6: whoever has to send goods back must know where to; what the buyer keeps goes nowhere. */
const returnAddressKnown: Guard = (facts, context) =>
  unless(
    returnRouteFor(facts, context).address !== null || !goodsToBeSent(facts) || (returnlessFor(facts, context)?.keeps ?? false),
    {
      code: 'RETURN_ADDRESS_REQUIRED',
      field: 'returnAddress',
    },
  );

/** A7: a row of the table approves it; goods that come back need an address all the same. */
const autoApproved: Guard = (facts, context) =>
  unless(autoApprovalFor(facts, context).rule !== null, { code: 'NOT_AUTO_APPROVED', field: 'autoApprove' }) ??
  (returningTypes.includes(facts.type) ? returnAddressKnown(facts, context) : null);

/** Each null where the condition holds, else why not. */
export const guards: Readonly<Record<GuardName, Guard>> = {
  returnAddressKnown,
  autoApproved,
  goodsNotAtBranch: ({ goodsHeldBy }) => unless(goodsHeldBy !== 'branch', { code: 'GOODS_HELD' }),
  goodsAtBranch: ({ goodsHeldBy }) => unless(goodsHeldBy === 'branch', { code: 'GOODS_NOT_HELD' }),
  parcelUnderWay: (facts) => unless(returnUnderWay(facts) || replacementUnderWay(facts), { code: 'NO_PARCEL_UNDER_WAY' }),
  notDelivered: ({ goodsHeldBy, deliveredAt }) =>
    unless(deliveredAt === null && goodsHeldBy === 'carrierToBranch', { code: 'ALREADY_DELIVERED' }),
  notHandedOver: (facts) => unless(replacementUnderWay(facts), { code: 'ALREADY_DELIVERED' }),
  dropInPromised: (_facts, context) => methodRefused('dropIn', context),
  pickupPromised: (_facts, context) => methodRefused('pickup', context),
  intentMayChange,
  declinedBefore: ({ counts }) => unless(counts.decline > 0, { code: 'NOT_DECLINED_BEFORE' }),
  payoutPending: ({ payoutFailed }) => unless(!payoutFailed, { code: 'PAYOUT_ALREADY_FAILED' }),
  payoutFailed: ({ payoutFailed }) => unless(payoutFailed, { code: 'NO_FAILED_PAYOUT' }),
  extendable: ({ deadline }) =>
    deadline?.legalCeiling ? { code: 'LEGAL_CEILING', field: deadline.field, at: deadline.at } : null,
  countsOpenTime: (facts) => unless(countsOpenTime(facts), { code: 'NOTHING_CHANGED' }),
  clockRunOut,
};
