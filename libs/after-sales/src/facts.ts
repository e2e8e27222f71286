import type { ReasonCode } from './reasons.js';
import type { ClockField } from './rules.js';
import type { CaseOutcome, CaseState, CaseType, ClockOutcome } from './vocabulary.js';

/** UTC epoch milliseconds. */
export type Instant = number;
/** Integer minor units of the order's currency. */
export type Fen = number;

/** Where the returned goods are. `buyer` from the start: goods of a refund-only case never leave it. */
export type GoodsHolder = 'buyer' | 'carrierToBranch' | 'branch' | 'carrierToBuyer' | 'lost';

/** `refund`: money without (further) return, the amount agreed; `returnRefund`: send it back for that amount. */
export type Resolution = 'refund' | 'returnRefund';

export interface Proposal {
  readonly resolution: Resolution;
  readonly amount: Fen;
}

export type LiableParty = 'branch' | 'carrier' | 'supplier' | 'buyer';

/** Who is at fault, by which rule, and whether the facts behind it are proven or assumed. */
export interface Liability {
  readonly party: LiableParty;
  readonly rule: string;
  readonly basis: 'proven' | 'assumed';
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

/** What was left of the branch's two clocks when the case went to the buyer, in milliseconds; null: it never ran or is running. */
export interface Pauses {
  readonly respond: number | null;
  readonly inspect: number | null;
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
  readonly kind: 'receiptRefused' | 'disputeOpen' | 'refundDueSoon';
}

/** All of a case that decisions read. The API stores these as columns; `applyTransition` moves them. */
export interface CaseFacts {
  readonly type: CaseType;
  readonly state: CaseState;
  readonly reason: ReasonCode;
  /** Asked for by the buyer. */
  readonly amount: Fen;
  /** What may be refunded at most: paid for these lines, less what was refunded before. */
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
  readonly refundDecidedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly goodsHeldBy: GoodsHolder;
  readonly proposal: Proposal | null;
  /** Where a proposal was made, and where declining it leads. */
  readonly cameFrom: 'APPLIED' | 'AWAIT_RECEIPT' | null;
  readonly counts: Counts;
  readonly pauses: Pauses;
  readonly payoutAttempts: number;
  /** The last attempt failed: data of REFUNDING, no state. */
  readonly payoutFailed: boolean;
  readonly liability: Liability | null;
  readonly outcome: CaseOutcome | null;
  readonly deadline: Deadline | null;
}

/** The facts a transition may change beside state and deadline. */
export type CasePatch = Partial<Omit<CaseFacts, 'state' | 'deadline' | 'appliedAt' | 'maxAmount'>>;
