import type { CasePatch, Deadline, Fen, Instant, Reminder } from './facts.js';
import type { CaseActor, CaseState, CaseVerb } from './vocabulary.js';

/** One rule that had a say: its id, whether it was met, and what it looked at. */
export interface TraceEntry {
  readonly rule: string;
  readonly passes: boolean;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a transition means for money and for people; posting and sending are the API's. Amounts in fen. */
export type CaseEffect =
  /** A parcel of the buyer's went out: a return shipment of its own, whose freight is due. */
  | {
      readonly kind: 'returnShipped';
      readonly method: 'parcel' | 'pickup';
      readonly carrier: string;
      readonly tracking: string;
      readonly freightPaid: Fen | null;
    }
  /** The same parcel under corrected particulars, with a freight that may not have been named before. */
  | { readonly kind: 'logisticsChanged'; readonly carrier: string; readonly tracking: string; readonly freightPaid: Fen | null }
  | { readonly kind: 'shippedBack'; readonly carrier: string; readonly tracking: string }
  /** The buyer handed the goods in, at a unit of the chain. */
  | { readonly kind: 'droppedIn'; readonly at: string }
  /** What the buyer gets instead, or repaired, went out at the branch's cost. */
  | { readonly kind: 'replacementShipped'; readonly carrier: string; readonly tracking: string; readonly freightPaid: Fen | null }
  /** The same parcel to the buyer under corrected particulars. */
  | { readonly kind: 'replacementCorrected'; readonly carrier: string; readonly tracking: string }
  /** The case ended without a refund after a return parcel was recorded: what was accrued for its freight is released. */
  | { readonly kind: 'returnAbandoned' }
  /** `goodsBack`: the goods are at the branch again. */
  | { readonly kind: 'refundDecided'; readonly amount: Fen; readonly goodsBack: boolean }
  /** Taken off the refund just decided, with the buyer's consent. */
  | { readonly kind: 'deduction'; readonly amount: Fen }
  /** Pay out now; `attempt` counts from 1. */
  | { readonly kind: 'payoutRequested'; readonly amount: Fen; readonly attempt: number }
  | { readonly kind: 'refundPaid'; readonly amount: Fen; readonly reference: string }
  | { readonly kind: 'manualVoucher'; readonly amount: Fen; readonly reference: string }
  | { readonly kind: 'refundAlert'; readonly dueAt: Instant };

/** A move, or a step that stays in its state, complete: nothing else of the case changes. `from` is null for the first, `apply`. */
export interface Transition<From extends CaseState | null = CaseState> {
  readonly ok: true;
  readonly verb: CaseVerb;
  readonly actor: CaseActor;
  readonly from: From;
  readonly to: CaseState;
  readonly patch: CasePatch;
  /** The deadline afterwards, moved or not; null once the case has ended. */
  readonly deadline: Deadline | null;
  /** The reminders afterwards; null: those set earlier stand. */
  readonly reminders: readonly Reminder[] | null;
  readonly effects: readonly CaseEffect[];
  readonly trace: readonly TraceEntry[];
  /** A15: the limits that stood against it and were gone against; none where none did. */
  readonly overruled: readonly TraceEntry[];
}

/** Stable codes; each is one sentence to the reader. */
export const refusalCodes = [
  'WRONG_STATE',
  'NOT_ALLOWED_FOR_ACTOR',
  'DEADLINE_PASSED',
  'TOO_EARLY',
  'REPEAT_LIMIT',
  'MODIFY_LIMIT',
  'REASON_REQUIRED',
  'QUESTION_REQUIRED',
  'ANSWER_REQUIRED',
  'TRACKING_REQUIRED',
  'PHOTO_REQUIRED',
  'REFERENCE_REQUIRED',
  'RETURN_ADDRESS_REQUIRED',
  'NOT_AUTO_APPROVED',
  'AMOUNT_INVALID',
  'AMOUNT_TOO_HIGH',
  'FREIGHT_INVALID',
  'TYPE_NOT_ALLOWED',
  'REASON_UNKNOWN',
  'NOTHING_CHANGED',
  'METHOD_NOT_ALLOWED',
  'PICKUP_NOT_BOOKED',
  'PICKUP_INVALID',
  'RESOLUTION_NOT_POSSIBLE',
  'TARGET_NOT_POSSIBLE',
  'GOODS_HELD',
  'GOODS_NOT_HELD',
  'GOODS_NOT_WITH_BUYER',
  'NO_PARCEL_UNDER_WAY',
  'ALREADY_DELIVERED',
  'NOT_DECLINED_BEFORE',
  'NO_FAILED_PAYOUT',
  'PAYOUT_ALREADY_FAILED',
  'INSTANT_IN_FUTURE',
  'NOT_LATER',
  'TOO_LATE',
  'LEGAL_CEILING',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Why a rule said no, before it is known who asked. */
export interface Refused {
  readonly code: RefusalCode;
  /** The input, or the field of the rules, that stands in the way. */
  readonly field?: string;
  /** The bound that was met: a count, or an amount in fen. */
  readonly limit?: number;
  /** From when it is possible (TOO_EARLY), since when it is not (DEADLINE_PASSED), after or before which it must be (NOT_LATER, TOO_LATE). */
  readonly at?: Instant;
}

/** Why a command was not carried out. Nothing has changed. */
export interface Refusal extends Refused {
  readonly ok: false;
  readonly verb: CaseVerb;
  readonly actor: CaseActor;
  readonly state: CaseState;
  /** What this actor may do in this state now. */
  readonly allowed: readonly CaseVerb[];
}

export type Decision = Transition | Refusal;
