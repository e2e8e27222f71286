import type { NodeId } from '@headwater/org-tree';
import { kindKeys, type Step } from '@headwater/policy';
import { CHANGED } from '../policies/effect-branches.js';
import { countEffect, type EffectPart } from '../policies/effects.js';
import { nodeIn } from '../policies/naming.js';
import type { PolicyState } from '../policies/policy-state.js';
import { changedBy } from './changed.js';

const EXAMPLES = 5;
const SAME = 'same';

/** O2: what a move changes in the moved subtree, over all kinds of rules; a branch counts once. */
export function moveEffect(state: PolicyState, step: Step): EffectPart {
  const { before, after, operation, from: at } = step;
  const { nodeId } = operation;
  const parts = kindKeys.map((kind) => countEffect(state, { kind, nodeId, before, after, at, alreadySo: 'same' }));
  const changed = new Set(changedBy(step));
  const branches = [...after.tree.branchesWithin(nodeId)];
  const same = branches.filter((branch) => !changed.has(branch));
  const examples = same.slice(0, EXAMPLES).map((id) => nodeIn(state, id));
  return {
    ...{ node: nodeIn(state, nodeId), branches: branches.length, changed: changed.size, unchanged: same.length },
    latent: Math.max(0, ...parts.map(({ latent }) => latent)),
    reasons: same.length === 0 ? [] : [{ key: SAME, code: SAME, branches: same.length, by: null, units: 0, examples }],
    fields: parts.flatMap(({ fields }) => fields),
    warnings: parts.flatMap(({ warnings }) => warnings),
    ...{ covers: [], clashes: [] },
    branchesOf: (keys, field) => [...(keys.includes(CHANGED) ? changedIn(field) : []), ...(keys.includes(SAME) ? same : [])],
  };

  function changedIn(field: string | null): readonly NodeId[] {
    if (field === null) return [...changed];
    return parts.flatMap(({ branchesOf }) => branchesOf?.([CHANGED], field) ?? []);
  }
}
