import type { CaseState, CaseType, RefusedGoods } from '@headwater/after-sales';
import { registerEnumType } from '@nestjs/graphql';

/** GraphQL's enums of cases; in code these are string-literal unions. */
export const CaseTypeEnum = { RO: 'RO', RR: 'RR', EX: 'EX', RS: 'RS', RP: 'RP' } as const satisfies Record<CaseType, CaseType>;

export const CaseStateEnum = {
  APPLIED: 'APPLIED',
  NEED_INFO: 'NEED_INFO',
  AWAIT_CONSENT: 'AWAIT_CONSENT',
  REJECTED: 'REJECTED',
  AWAIT_RETURN: 'AWAIT_RETURN',
  AWAIT_RECEIPT: 'AWAIT_RECEIPT',
  RECEIPT_REFUSED: 'RECEIPT_REFUSED',
  AWAIT_RESHIP: 'AWAIT_RESHIP',
  AWAIT_BUYER_RECEIPT: 'AWAIT_BUYER_RECEIPT',
  REFUNDING: 'REFUNDING',
  DISPUTED: 'DISPUTED',
  REFUNDED: 'REFUNDED',
  CLOSED: 'CLOSED',
  DONE: 'DONE',
} as const satisfies Record<CaseState, CaseState>;

export const RefusedGoodsEnum = {
  branch: 'branch',
  turnedBack: 'turnedBack',
  notArrived: 'notArrived',
} as const satisfies Record<RefusedGoods, RefusedGoods>;

export const CaseSortEnum = { deadline: 'deadline', appliedAt: 'appliedAt', amount: 'amount' } as const;
export type CaseSort = keyof typeof CaseSortEnum;

registerEnumType(CaseTypeEnum, {
  name: 'CaseType',
  description: 'A1: RO refund only, RR return and refund, EX exchange, RS reship, RP repair.',
});
registerEnumType(CaseStateEnum, { name: 'CaseState' });
registerEnumType(RefusedGoodsEnum, {
  name: 'RefusedGoods',
  description: 'A9: where a refused parcel is: at the branch, on its way back to the buyer, or not arrived.',
});
registerEnumType(CaseSortEnum, {
  name: 'CaseSort',
  description: 'Soonest deadline, latest application, or highest amount first; quality first among equal deadlines and amounts.',
});
