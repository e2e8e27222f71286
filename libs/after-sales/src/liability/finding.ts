import type { Instant, LiabilityFact, LiableParty } from '../facts.js';
import type { ReasonCode, ReasonOwner } from '../reasons.js';
import type { Evidence } from './evidence.js';

/** The clocks whose running out is somebody's fault, and whose. */
export const faultClocks = {
  respondHours: 'branch',
  inspectDays: 'branch',
  reshipFailDays: 'branch',
  disputeDefaultDays: 'hq',
} as const satisfies Record<string, LiableParty>;
export type FaultClock = keyof typeof faultClocks;

/** A14: when the goods changed hands. */
export interface FourStamps {
  readonly buyerShipped: Instant | null;
  readonly branchReceived: Instant | null;
  readonly branchShipped: Instant | null;
  readonly buyerReceived: Instant | null;
}

/** What is known of who did wrong. Nothing of it: null or false. */
export interface FaultFacts {
  /** Named by HQ, in a verdict. */
  readonly named: LiableParty | null;
  /** The clock that has run out. */
  readonly lapsed: FaultClock | null;
  /** A return parcel that the branch says is lost. */
  readonly lost: boolean;
  /** By when the branch had to send what the buyer gets. */
  readonly dispatchDue: Instant | null;
  /** The buyer says that what was sent is wrong or broken. */
  readonly sentWrong: boolean;
  /** The buyer says that what was sent did not come. */
  readonly missing: boolean;
  /** The buyer consented to a deduction for the condition of what came back. */
  readonly damageConsented: boolean;
  /** What was asked for was agreed: the reason given is taken for true. */
  readonly agreed: boolean;
}

export const noFault: FaultFacts = {
  named: null,
  lapsed: null,
  lost: false,
  dispatchDue: null,
  sentWrong: false,
  missing: false,
  damageConsented: false,
  agreed: false,
};

export interface LiabilityQuestion extends FaultFacts, Evidence {
  readonly stamps: FourStamps;
  readonly reason: ReasonCode;
}

/** One rule: who, where it holds, by which facts, and the nearest change that would take it away. */
export interface Finding {
  readonly party: LiableParty;
  readonly facts: readonly LiabilityFact[];
  readonly flip: LiabilityFact | null;
}

export type Rule = (question: LiabilityQuestion) => Finding | null;

export const proven = (fact: string, value: LiabilityFact['value']): LiabilityFact => ({ fact, value, basis: 'proven' });
export const assumed = (fact: string, value: LiabilityFact['value']): LiabilityFact => ({ fact, value, basis: 'assumed' });

/** Who answers for a cause. A buyer who does not want the goods is no offender. */
export const partyOf: Readonly<Record<ReasonOwner, LiableParty | null>> = {
  listing: 'branch',
  branch: 'branch',
  packaging: 'branch',
  supplier: 'supplier',
  carrier: 'carrier',
  buyer: null,
};
