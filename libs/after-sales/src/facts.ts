import type { ReasonCode } from './reasons.js';
import type { ClockField } from './rules.js';
import type { CaseOutcome, CaseState, CaseType, ClockOutcome } from './vocabulary.js';

/** UTC epoch milliseconds. */
export type Instant = number;
/** Integer minor units of the order's currency. */
export type Fen = number;

/**
 * Where the goods of a case are: those sent back, and from dispatch on those sent in their place. `buyer` from the start: goods of a
 * refund-only case never leave it.
 */
export type GoodsHolder = 'buyer' | 'carrierToBranch' | 'branch' | 'carrierToBuyer' | 'lost';

/** `refund`: money without (further) return, the amount agreed; `returnRefund`: send it back for that amount. */
export type Resolution = 'refund' | 'returnRefund';

export interface Proposal {
  readonly resolution: Resolution;
  readonly amount: Fen;
}

export type LiableParty = 'branch' | 'carrier' | 'supplier' | 'buyer' | 'hq';

/** Something a judgement rests on: on record, or only said or supposed. */
export interface LiabilityFact {
  readonly fact: string;
  readonly value: string | number | boolean | null;
  readonly basis: 'proven' | 'assumed';
}

/** Who is at fault, by which rule, and whether the facts behind it are proven or assumed: one that is assumed makes it so. */
export interface Liability {
  readonly party: LiableParty;
  readonly rule: string;
  readonly basis: 'proven' | 'assumed';
  /** Absent on cases judged before facts were kept. */
  readonly facts?: readonly LiabilityFact[];
  /** The nearest change that would take the judgement away; null: none short of another word of HQ's. */
  readonly flip?: LiabilityFact | null;
}

export interface Counts {
  readonly modify: number;
  readonly askInfo: number;
  readonly propose: number;
  readonly decline: number;
  /** After a refusal of receipt only. */
  readonly changeLogistics: number;
  readonly escalate: number;
  /** Decisions of a dispute that sent the case back into the lifecycle. */
  readonly sendBack: number;
}

/** When a courier fetches the goods, as booked by the buyer. */
export interface Pickup {
  readonly from: Instant;
  readonly until: Instant;
}

/** What was left of the branch's clocks when the case went to the buyer, in milliseconds; null: it never ran or is running. */
export interface Pauses {
  readonly respond: number | null;
  readonly inspect: number | null;
  readonly reship: number | null;
}

/** "If nobody acts by `at`, `outcome` happens", and the policy field that says so. */
export interface Deadline {
  readonly at: Instant;
  readonly outcome: ClockOutcome;
  readonly field: ClockField;
  /** The law sets the latest moment; nobody may extend it. */
  readonly legalCeiling: boolean;
}

/** A notice on the way to the deadline; changes nothing. */
export interface Reminder {
  readonly at: Instant;
  readonly kind: 'receiptRefused' | 'reshipDue' | 'disputeOpen' | 'refundDueSoon' | 'parcelStale';
}

/** All of a case that decisions read. The API stores these as columns; `applyTransition` moves them. */
export interface CaseFacts {
  readonly type: CaseType;
  readonly state: CaseState;
  readonly reason: ReasonCode;
  /** Asked for by the buyer. */
  readonly amount: Fen;
  /** What may be refunded at most: paid for these lines, less what was refunded before; a change of the reason may change it. */
  readonly maxAmount: Fen;
  /** Agreed so far; null until somebody decides. */
  readonly approvedAmount: Fen | null;
  /** Of the first application; a modification keeps it. */
  readonly appliedAt: Instant;
  readonly shippedAt: Instant | null;
  /** The carrier's delivered event. */
  readonly deliveredAt: Instant | null;
  /** The delivered event or the branch's registration, whichever is earlier. */
  readonly receivedAt: Instant | null;
  readonly shippedBackAt: Instant | null;
  readonly pickup: Pickup | null;
  /** Since when the branch owes the buyer a parcel; null where it does not. */
  readonly reshipSince: Instant | null;
  /** The replacement, or the repaired goods, went out. */
  readonly dispatchedAt: Instant | null;
  /** The carrier's delivered event of what was dispatched, or the buyer's confirmation, whichever is earlier. */
  readonly buyerReceivedAt: Instant | null;
  readonly refundDecidedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** A1: approved without the goods coming back. */
  readonly keepsItem: boolean;
  readonly goodsHeldBy: GoodsHolder;
  readonly proposal: Proposal | null;
  /** Where a proposal was made or something asked, and where declining or answering it leads. */
  readonly cameFrom: 'APPLIED' | 'AWAIT_RECEIPT' | 'AWAIT_RESHIP' | null;
  readonly counts: Counts;
  readonly pauses: Pauses;
  /** Nothing is kept of its refund: it was applied for within the law's own right, or the buyer agreed to an amount. */
  readonly feeFree: boolean;
  /** What was kept of the refund that was decided. */
  readonly feeKept: Fen;
  readonly payoutAttempts: number;
  /** The last attempt failed: data of REFUNDING, no state. */
  readonly payoutFailed: boolean;
  readonly liability: Liability | null;
  readonly outcome: CaseOutcome | null;
  readonly deadline: Deadline | null;
}

/** The facts a transition may change beside state and deadline. */
export type CasePatch = Partial<Omit<CaseFacts, 'state' | 'deadline' | 'appliedAt'>>;
