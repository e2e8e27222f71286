import type { Instant, Liability, LiabilityFact, LiableParty } from '../facts.js';
import { reasonOf, type ReasonCode, type ReasonOwner } from '../reasons.js';
import type { TraceEntry } from '../result.js';

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

export interface LiabilityQuestion extends FaultFacts {
  readonly stamps: FourStamps;
  readonly reason: ReasonCode;
}

/** One rule: who, where it holds, by which facts, and the nearest change that would take it away. */
interface Finding {
  readonly party: LiableParty;
  readonly facts: readonly LiabilityFact[];
  readonly flip: LiabilityFact | null;
}

type Rule = (question: LiabilityQuestion) => Finding | null;

const proven = (fact: string, value: LiabilityFact['value']): LiabilityFact => ({ fact, value, basis: 'proven' });
const assumed = (fact: string, value: LiabilityFact['value']): LiabilityFact => ({ fact, value, basis: 'assumed' });

/** Who answers for a cause. A buyer who does not want the goods is no offender. */
const partyOf: Readonly<Record<ReasonOwner, LiableParty | null>> = {
  listing: 'branch',
  branch: 'branch',
  packaging: 'branch',
  supplier: 'supplier',
  carrier: 'carrier',
  buyer: null,
};

const verdict: Rule = ({ named }) => (named === null ? null : { party: named, facts: [proven('named', named)], flip: null });

const clockRule =
  (clock: FaultClock): Rule =>
  ({ lapsed }) =>
    lapsed === clock ? { party: faultClocks[clock], facts: [proven('lapsed', clock)], flip: proven('lapsed', null) } : null;

/** Sent, never received: what is lost on the way is the carrier's, though nobody but the branch says so. */
const reportLost: Rule = ({ lost, stamps }) =>
  lost && stamps.buyerShipped !== null && stamps.branchReceived === null
    ? {
        party: 'carrier',
        facts: [proven('buyerShipped', stamps.buyerShipped), assumed('lost', true)],
        flip: proven('lost', false),
      }
    : null;

const shippedLate: Rule = ({ dispatchDue, stamps: { branchShipped } }) =>
  dispatchDue !== null && branchShipped !== null && branchShipped > dispatchDue
    ? {
        party: 'branch',
        facts: [proven('dispatchDue', dispatchDue), proven('branchShipped', branchShipped)],
        flip: proven('branchShipped', dispatchDue),
      }
    : null;

const shippedWrong: Rule = ({ sentWrong, stamps: { branchShipped } }) =>
  sentWrong && branchShipped !== null
    ? {
        party: 'branch',
        facts: [proven('branchShipped', branchShipped), assumed('sentWrong', true)],
        flip: proven('sentWrong', false),
      }
    : null;

const notDelivered: Rule = ({ missing, stamps: { branchShipped, buyerReceived } }) =>
  missing && branchShipped !== null && buyerReceived === null
    ? {
        party: 'carrier',
        facts: [proven('branchShipped', branchShipped), assumed('missing', true)],
        flip: proven('missing', false),
      }
    : null;

const damaged: Rule = ({ damageConsented, stamps: { branchReceived } }) =>
  damageConsented && branchReceived !== null
    ? {
        party: 'buyer',
        facts: [proven('branchReceived', branchReceived), proven('damageConsented', true)],
        flip: proven('damageConsented', false),
      }
    : null;

const byReason: Rule = ({ agreed, reason }) => {
  const party = partyOf[reasonOf(reason).owner];
  if (!agreed || party === null) return null;
  return { party, facts: [assumed('reason', reason)], flip: proven('agreed', false) };
};

/** First match: what HQ found, then what a clock proves, then what happened to the goods, then the reason that was given. */
const rules = {
  verdict,
  respondHours: clockRule('respondHours'),
  inspectDays: clockRule('inspectDays'),
  reshipFailDays: clockRule('reshipFailDays'),
  disputeDefaultDays: clockRule('disputeDefaultDays'),
  reportLost,
  shippedLate,
  shippedWrong,
  notDelivered,
  damaged,
  byReason,
} as const satisfies Record<string, Rule>;

const ruleKeys = Object.keys(rules) as (keyof typeof rules)[];

export interface Judgement {
  /** Null: nobody is at fault. */
  readonly liability: Liability | null;
  readonly trace: readonly TraceEntry[];
}

const found = (rule: string, { party, facts, flip }: Finding): Liability => ({
  party,
  rule,
  basis: facts.every(({ basis }) => basis === 'proven') ? 'proven' : 'assumed',
  facts,
  flip,
});

/**
 * A14: who is liable, by which rule, and whether what it rests on is proven or assumed; each rule that was asked before it is in the
 * trace. Whoever it is, the promise to the buyer stands. Pure.
 */
export function judgeLiability(question: LiabilityQuestion): Judgement {
  const trace: TraceEntry[] = [];
  for (const rule of ruleKeys) {
    const finding = rules[rule](question);
    const facts = Object.fromEntries(finding?.facts.map(({ fact, value }) => [fact, value]) ?? []);
    trace.push({ rule, passes: finding !== null, facts });
    if (finding) return { liability: found(rule, finding), trace };
  }
  return { liability: null, trace };
}
