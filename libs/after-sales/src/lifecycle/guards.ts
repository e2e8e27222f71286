import type { CaseContext } from '../context.js';
import type { CaseFacts } from '../facts.js';
import type { Refused } from '../result.js';
import type { GuardName } from './row.js';

type Guard = (facts: CaseFacts, context: CaseContext) => Refused | null;

const unless = (holds: boolean, refused: Refused): Refused | null => (holds ? null : refused);

/** The goods still have to be sent: they are with the buyer, or on their way back to the buyer. */
export const goodsToBeSent = ({ goodsHeldBy }: CaseFacts): boolean => goodsHeldBy === 'buyer' || goodsHeldBy === 'carrierToBuyer';

const clockRunOut: Guard = ({ deadline }, { now }) =>
  deadline && deadline.at <= now ? null : { code: 'TOO_EARLY', ...(deadline && { at: deadline.at }) };

/** Each null where the condition holds, else why not. */
export const guards: Readonly<Record<GuardName, Guard>> = {
  returnAddressKnown: (facts, { rules }) =>
    unless(rules.returnAddress !== null || !goodsToBeSent(facts), { code: 'RETURN_ADDRESS_REQUIRED', field: 'returnAddress' }),
  goodsNotAtBranch: ({ goodsHeldBy }) => unless(goodsHeldBy !== 'branch', { code: 'GOODS_HELD' }),
  goodsAtBranch: ({ goodsHeldBy }) => unless(goodsHeldBy === 'branch', { code: 'GOODS_NOT_HELD' }),
  parcelUnderWay: ({ goodsHeldBy, deliveredAt }) =>
    unless(deliveredAt === null && (goodsHeldBy === 'carrierToBranch' || goodsHeldBy === 'branch'), {
      code: 'NO_PARCEL_UNDER_WAY',
    }),
  notDelivered: ({ goodsHeldBy, deliveredAt }) =>
    unless(deliveredAt === null && goodsHeldBy === 'carrierToBranch', { code: 'ALREADY_DELIVERED' }),
  declinedBefore: ({ counts }) => unless(counts.decline > 0, { code: 'NOT_DECLINED_BEFORE' }),
  payoutPending: ({ payoutFailed }) => unless(!payoutFailed, { code: 'PAYOUT_ALREADY_FAILED' }),
  payoutFailed: ({ payoutFailed }) => unless(payoutFailed, { code: 'NO_FAILED_PAYOUT' }),
  extendable: ({ deadline }) =>
    deadline?.legalCeiling ? { code: 'LEGAL_CEILING', field: deadline.field, at: deadline.at } : null,
  clockRunOut,
};
