import type { ReturnMethod } from '@headwater/policy';
import type { Fen, GoodsHolder, Instant, LiableParty, Pickup, Resolution } from './facts.js';
import type { CalendarChange } from './lifecycle/recount.js';
import type { ReasonCode } from './reasons.js';
import type { CaseActor, CaseType, CaseVerb } from './vocabulary.js';

/** Proof that a parcel went out; both are compulsory for a parcel (A8). */
export interface Parcel {
  readonly carrier: string;
  readonly tracking: string;
}

/** What a buyer may change of an application; what is absent stays, but that all that may be refunded is all of it afterwards too. */
export interface Modification {
  readonly type?: CaseType;
  readonly reason?: ReasonCode;
  /** In fen. */
  readonly amount?: Fen;
}

/** Where a refused parcel is, as the branch says. `notArrived`: still on its way. */
export type RefusedGoods = 'branch' | 'turnedBack' | 'notArrived';

export type VerdictTarget = 'AWAIT_RETURN' | 'AWAIT_RECEIPT' | 'AWAIT_RESHIP' | 'REFUNDING' | 'CLOSED';

export interface Verdict {
  readonly to: VerdictTarget;
  readonly reason: string;
  /** For REFUNDING, in fen; absent: what was approved, else what was asked for. */
  readonly amount?: Fen;
  readonly liable?: LiableParty;
}

/** A parcel of the branch's; `freightPaid` in fen, null where it is not known yet. */
export interface Dispatch extends Parcel {
  readonly freightPaid: Fen | null;
}

interface NoInput {
  readonly reason?: never;
}

/** Everything a decision depends on, by verb. Texts and photos that decide nothing stay with the event the API records. */
export interface ActionInputs {
  /** `returnReason`: why the goods are to come back although the rules would let the buyer keep them; absent: as the rules say. */
  readonly approve: { readonly returnReason?: string };
  readonly reject: { readonly reason: string };
  readonly askInfo: { readonly question: string };
  readonly propose: { readonly resolution: Resolution; readonly amount: Fen; readonly reason: string };
  readonly supplyInfo: { readonly answer: string };
  readonly accept: NoInput;
  readonly decline: NoInput;
  /** `maxAmount`: what may be refunded at most under the reason it is changed to, reckoned from the order; absent: as before. */
  readonly modify: Modification & { readonly maxAmount?: Fen };
  readonly escalate: { readonly reason: string };
  readonly withdraw: NoInput;
  /** `freightPaid` by the buyer, in fen; null where the buyer does not say. */
  readonly ship: Parcel & { readonly method: Exclude<ReturnMethod, 'dropIn'>; readonly freightPaid: Fen | null };
  readonly bookPickup: Pickup;
  /** `at`: the unit that took the goods in, by its id; the selling store's or another's. */
  readonly registerDropIn: { readonly at: string };
  /** `freightPaid`: of the new parcel, the refused one having come back; else of the same one, where nobody has named it before. */
  readonly changeLogistics: Parcel & { readonly freightPaid?: Fen | null };
  readonly changeIntent: NoInput;
  readonly recordTracking: { readonly deliveredAt: Instant };
  readonly receive: NoInput;
  readonly receiveAndDispatch: Dispatch;
  /** `photos`: how many show why; one at least, unless the parcel has not arrived. */
  readonly refuseReceipt: { readonly reason: string; readonly goods: RefusedGoods; readonly photos: number };
  readonly reportLost: NoInput;
  readonly shipBack: Parcel;
  readonly dispatch: Dispatch;
  readonly outOfStock: NoInput;
  readonly correctLogistics: Parcel;
  readonly confirm: NoInput;
  readonly notReceived: NoInput;
  readonly wrongReceived: { readonly reason: string };
  readonly verdict: Verdict;
  readonly paid: { readonly reference: string };
  readonly payoutFailed: { readonly detail: string };
  readonly retry: NoInput;
  readonly manualVoucher: { readonly reference: string };
  readonly extend: { readonly until: Instant };
  readonly recount: CalendarChange;
  readonly timeout: NoInput;
}

/** Every verb but `apply`, which opens a case. */
export type ActionVerb = Exclude<CaseVerb, 'apply'>;
export type CaseAction<V extends ActionVerb = ActionVerb> = { [K in V]: { readonly verb: K } & ActionInputs[K] }[V];
/** `overrules` (A15): goes against the limits of the chain's own making that refuse it. */
export type CaseCommand<V extends ActionVerb = ActionVerb> = CaseAction<V> & {
  readonly actor: CaseActor;
  readonly overrules?: boolean;
};

/** Where the goods of a refused parcel are taken to be. */
export const refusedGoodsHolder = {
  branch: 'branch',
  turnedBack: 'carrierToBuyer',
  notArrived: 'carrierToBranch',
} as const satisfies Record<RefusedGoods, GoodsHolder>;
