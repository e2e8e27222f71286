import type { NodeId } from '@headwater/org-tree';
import type { PolicyProblem } from '../check/problem.js';
import { kindOf } from '../kinds/registry.js';
import type { Assigned } from '../facts/node-facts.js';
import type { PolicyVersion, Track } from '../facts/types.js';
import type { AssignmentId } from '../ids.js';
import { assignmentId } from '../ids.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { KindKey } from '../values/types.js';

/** An assignment that somebody is about to record. A version of null is back to inherit; with a cohort it is a pilot (P11). */
export interface Proposal {
  /** Names it among several that are supposed together. */
  readonly id?: AssignmentId;
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly track: Track;
  readonly version: PolicyVersion | null;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly cohort?: readonly NodeId[] | null;
}

/** Names the proposal in what the snapshot says; ids of recorded facts are never empty. */
export const proposedId = assignmentId('');

/** The snapshot as if the proposal had been recorded. */
export function supposing(snapshot: PolicySnapshot, { version, ...proposal }: Proposal): PolicySnapshot {
  const recorded = { recordedFrom: snapshot.epoch, recordedTo: null, seq: 0 };
  const supposed: Assigned = {
    assignment: { id: proposedId, versionId: version?.id ?? null, ...proposal, ...recorded },
    version,
  };
  return snapshot.suppose(supposed);
}

/** What stands in the way before any rule is looked at: an unknown or archived unit, an interval that holds nothing. */
export function placeProblems(
  snapshot: PolicySnapshot,
  { kind, nodeId, from, to }: Omit<Proposal, 'track' | 'version'>,
): PolicyProblem[] {
  const problem = { kind, field: null, path: '', allowed: null, nodeId, at: from };
  const position = snapshot.tree.positionOf(nodeId);
  if (position < 0) return [{ ...problem, code: 'UNKNOWN_NODE' }];
  if (from >= snapshot.tree.archivedFromAt(position)) return [{ ...problem, code: 'ARCHIVED' }];
  if (to !== null && to <= from) return [{ ...problem, code: 'EMPTY_INTERVAL', path: 'to', allowed: { min: from + 1 } }];
  if (kindOf(kind).hqOnly && snapshot.tree.pathOf(nodeId).length > 1) return [{ ...problem, code: 'HQ_ONLY' }];
  return [];
}

/** The instant an interval begins and every known turn within it. */
export const instantsWithin = (turns: readonly Instant[], { from, to }: Pick<Proposal, 'from' | 'to'>): Instant[] => [
  from,
  ...turns.filter((turn) => turn > from && (to === null || turn < to)),
];
