import { checkMove, moveNode, type NodeId } from '@headwater/org-tree';
import { kinds, sameValue, stateOf, type KindKey, type PolicyDocument, type PolicySnapshot } from '@headwater/policy';
import type { RuleChangeView } from './coverage.types.js';
import type { PolicyState } from './policy-state.js';

/** In how many branches of a moved subtree each rule would change (O2). A move that is refused changes none. */
export function moveImpact(state: PolicyState, id: NodeId, parentId: NodeId, now: number): RuleChangeView[] {
  const today = state.tree.tree;
  if (checkMove(today, id, parentId).length > 0) return [];
  const after = state.over(moveNode(today, id, parentId));
  const branches = [...today.branchesWithin(id)];
  return kinds.flatMap(({ key: kind }) => changesOf(kind, state.snapshot, after, branches, now));
}

/** Branches that inherit the same share their documents, so each distinct pair is compared once. */
function changesOf(
  kind: KindKey,
  before: PolicySnapshot,
  after: PolicySnapshot,
  branches: readonly NodeId[],
  now: number,
): RuleChangeView[] {
  const compared = new Map<PolicyDocument, Map<PolicyDocument, readonly string[]>>();
  const counts = new Map<string, number>();
  for (const branch of branches) {
    const [old, next] = [before.resolve(kind, branch, now), after.resolve(kind, branch, now)];
    const known = compared.get(old) ?? new Map<PolicyDocument, readonly string[]>();
    const fields = known.get(next) ?? changedFields(old, next);
    compared.set(old, known.set(next, fields));
    for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return [...counts].map(([field, count]) => ({ kind, field, branches: count }));
}

const changedFields = (old: PolicyDocument, next: PolicyDocument): string[] =>
  Object.keys(old.fields).filter((key) => !sameValue(stateOf(old, key)?.value, stateOf(next, key)?.value));
