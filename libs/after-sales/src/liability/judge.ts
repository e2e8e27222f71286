import type { Liability } from '../facts.js';
import { reasonOf } from '../reasons.js';
import type { TraceEntry } from '../result.js';
import { inspectionConfirmed, inspectionFailed, sentAsShown, shownByBuyer } from './evidence.js';
import {
  assumed,
  faultClocks,
  partyOf,
  proven,
  type FaultClock,
  type Finding,
  type LiabilityQuestion,
  type Rule,
} from './finding.js';

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

const shippedWrong: Rule = ({ sentWrong, buyerPhotos, stamps: { branchShipped } }) =>
  sentWrong && branchShipped !== null
    ? {
        party: 'branch',
        facts:
          buyerPhotos > 0
            ? [proven('branchShipped', branchShipped), proven('sentWrong', true), proven('buyerPhotos', buyerPhotos)]
            : [proven('branchShipped', branchShipped), assumed('sentWrong', true)],
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

/** First match: what HQ found, then what a clock proves, then what happened to the goods, then the reason that was given, as far as evidence shows it. */
const rules = {
  verdict,
  respondHours: clockRule('respondHours'),
  inspectDays: clockRule('inspectDays'),
  reshipFailDays: clockRule('reshipFailDays'),
  disputeDefaultDays: clockRule('disputeDefaultDays'),
  reportLost,
  shippedLate,
  sentAsShown,
  shippedWrong,
  notDelivered,
  damaged,
  inspectionFailed,
  inspectionConfirmed,
  shownByBuyer,
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
