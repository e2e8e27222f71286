import { checkDirectives } from '../check/check-directives.js';
import type { PolicyProblem } from '../check/problem.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Span } from './anchors-within.js';
import { firstOfEach } from './first-of-each.js';
import { producedProblems } from './produced.js';
import { placeProblems, supposing } from './proposal.js';
import type { Proposal } from './proposal.js';
import { returnAddressProblems } from './return-address.js';
import { standingProblems } from './standing.js';

/**
 * Why an assignment is refused, at `from` and at each known change before `to`: directives that are wrong by themselves, locked,
 * out of bounds or in conflict with a guard above; and in the documents it produces at or below the unit, compulsory fields that
 * come from the default (P1), free returns without a return address, an inspection later than the refund is due. Empty: it may be
 * recorded.
 */
export function checkAssignment(snapshot: PolicySnapshot, proposal: Proposal): PolicyProblem[] {
  const early = earlyProblems(snapshot, proposal);
  if (early.length > 0) return early;
  const after = supposing(snapshot, proposal);
  return [...firstOfEach(standingProblems(after, proposal)), ...checkDocuments(snapshot, after, proposal)];
}

/** What makes any further question pointless: a wrong place, or directives that are wrong by themselves. */
export function earlyProblems(snapshot: PolicySnapshot, proposal: Proposal): PolicyProblem[] {
  const misplaced = placeProblems(snapshot, proposal);
  return misplaced.length > 0 ? misplaced : checkDirectives(proposal.kind, proposal.version?.directives ?? {});
}

/**
 * What a version that is still being written may not say, or would say in vain, where it would stand: a part of what an assignment
 * is refused for that is known without a look at the units below.
 */
export function checkSpoken(snapshot: PolicySnapshot, proposal: Proposal): PolicyProblem[] {
  const early = earlyProblems(snapshot, proposal);
  return early.length > 0 ? early : firstOfEach(standingProblems(supposing(snapshot, proposal), proposal));
}

/**
 * What is broken in the documents that differ between two snapshots at a unit and below, over `[from, to)`. For changes other than
 * an assignment: a withdrawal, after which what lay beneath holds again.
 */
export const checkDocuments = (before: PolicySnapshot, after: PolicySnapshot, span: Span): PolicyProblem[] =>
  firstOfEach([...producedProblems(before, after, span), ...returnAddressProblems(before, after, span)]);
