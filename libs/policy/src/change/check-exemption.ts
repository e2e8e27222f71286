import type { NodeId } from '@headwater/org-tree';
import type { PolicyProblem, PolicyProblemCode } from '../check/problem.js';
import { fieldOf, kindOf } from '../kinds/registry.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import { noFacts } from '../facts/node-facts.js';
import { foldSaid, saidAlong } from '../resolve/candidates.js';
import type { Step } from '../resolve/fold.js';
import type { Instant } from '../time.js';
import type { KindKey } from '../values/types.js';
import { placeProblems } from './proposal.js';

/** An exemption that somebody is about to grant; it expires at `to`. */
export interface ProposedExemption {
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly fields: readonly string[];
  readonly ancestorId: NodeId;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * P12: why an exemption is refused: a wrong place, no time, no field or one that the kind does not have, a unit
 * that is no ancestor, or an ancestor that neither locks nor bounds one of the fields at `from`. Empty: it may be granted.
 */
export function checkExemption(snapshot: PolicySnapshot, proposed: ProposedExemption): PolicyProblem[] {
  const { kind, nodeId, fields, ancestorId, from } = proposed;
  const problem = (code: PolicyProblemCode, more: Partial<PolicyProblem> = {}): PolicyProblem => ({
    ...{ code, kind, field: null, path: '', allowed: null, nodeId, at: from },
    ...more,
  });
  const misplaced = placeProblems(snapshot, proposed);
  if (misplaced.length > 0) return misplaced;
  const unknown = fields.filter((key) => !fieldOf(kind, key));
  const alone = [
    ...(fields.length === 0 ? [problem('FIELDS_MISSING', { path: 'fields' })] : []),
    ...unknown.map((field) => problem('UNKNOWN_FIELD', { field, allowed: { oneOf: kindOf(kind).fields.map(({ key }) => key) } })),
    ...(ancestorsOf(snapshot, nodeId).includes(ancestorId)
      ? []
      : [problem('NOT_AN_ANCESTOR', { path: 'ancestorId', allowed: { oneOf: ancestorsOf(snapshot, nodeId) } })]),
  ];
  if (alone.length > 0) return alone;
  return fields
    .filter((key) => !bindingAncestors(snapshot, proposed, key).includes(ancestorId))
    .map((field) => problem('NOTHING_TO_LIFT', { field, allowed: { oneOf: bindingAncestors(snapshot, proposed, field) } }));
}

const ancestorsOf = ({ tree }: PolicySnapshot, nodeId: NodeId): NodeId[] => tree.pathOf(nodeId).slice(0, -1);

/** The units above that lock or bound a field where it arrives at this one, root-most first. */
export function bindingAncestors(
  snapshot: PolicySnapshot,
  { kind, nodeId, from }: Pick<ProposedExemption, 'kind' | 'nodeId' | 'from'>,
  field: string,
): NodeId[] {
  const known = fieldOf(kind, field);
  const state = known && foldSaid(known, saidAlong(withoutOwnFacts(snapshot.pathOf(kind, nodeId)), known, from, snapshot.epoch));
  const binding = [...(state?.guards ?? []).map((guard) => guard.nodeId), ...(state?.lock ? [state.lock] : [])];
  return ancestorsOf(snapshot, nodeId).filter((each) => binding.includes(each));
}

/** What arrives at the unit at the end of a path; where it is in a pilot, that is not what arrives at its parent. */
const withoutOwnFacts = (path: readonly Step[]): Step[] =>
  path.map((step, place) => (place === path.length - 1 ? { ...step, facts: noFacts } : step));
