import type { PolicyProblem } from '../check/problem.js';
import { kindOf } from '../kinds/registry.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Span } from './anchors-within.js';
import { placeProblems } from './proposal.js';

/** A suspension that somebody is about to record. */
export interface ProposedSuspension extends Span {
  readonly reason: string;
}

/** P6: why a suspension is refused: a kind that has no on and off, no reason given, a wrong place, no time. Empty: it may be recorded. */
export function checkSuspension(snapshot: PolicySnapshot, { reason, ...span }: ProposedSuspension): PolicyProblem[] {
  const problem = { kind: span.kind, field: null, path: '', allowed: null, nodeId: span.nodeId, at: span.from };
  return [
    ...placeProblems(snapshot, span),
    ...(kindOf(span.kind).suspendable ? [] : [{ ...problem, code: 'NOT_SUSPENDABLE' as const }]),
    ...(reason.trim() === '' ? [{ ...problem, code: 'REASON_MISSING' as const, path: 'reason' }] : []),
  ];
}
