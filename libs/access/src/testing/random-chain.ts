import { buildTree, MAX_DEPTH, nodeId, type NodeId, type Tree } from '@headwater/org-tree';
import fc from 'fast-check';

import type { Grant } from '../grants.js';
import { ROLES } from '../roles.js';

export interface Chain {
  readonly tree: Tree;
  readonly ids: readonly NodeId[];
  /** Parent of each unit, by index; the root's is -1. */
  readonly parents: readonly number[];
}

/** Random organizations of 1 to 25 units, at most eight levels under the root. */
const chains: fc.Arbitrary<Chain> = fc.array(fc.nat(), { maxLength: 24 }).map((picks) => {
  const depths = [0];
  const parents = [-1];
  for (const pick of picks) {
    const shallow = depths.flatMap((depth, index) => (depth < MAX_DEPTH ? [index] : []));
    const parent = shallow[pick % shallow.length] ?? 0;
    parents.push(parent);
    depths.push((depths[parent] ?? 0) + 1);
  }
  const ids = parents.map((_, index) => nodeId(`n${index}`));
  const nodes = ids.map((id, index) => ({ id, parentId: ids[parents[index] ?? -1] ?? null, type: 'region' as const }));
  return { tree: buildTree(nodes), ids, parents };
});

/** A chain with up to six grants in it, some at a unit the chain does not have. */
export const chainsWithGrants: fc.Arbitrary<Chain & { grants: Grant[] }> = chains.chain((chain) =>
  fc
    .array(fc.record({ role: fc.constantFrom(...ROLES), nodeId: fc.constantFrom(...chain.ids, nodeId('gone')) }), {
      maxLength: 6,
    })
    .map((grants) => ({ ...chain, grants })),
);

/** By walking parents, which shares nothing with the tree's positions or with ancestor columns. */
export function isBelowOrSelf({ ids, parents }: Chain, node: NodeId, top: NodeId): boolean {
  for (let at = ids.indexOf(node); at >= 0; at = parents[at] ?? -1) if (ids[at] === top) return true;
  return false;
}

/** The ancestor columns of a row at this unit: nine places, null below the unit. */
export function ancestorsOf({ tree }: Chain, node: NodeId): (NodeId | null)[] {
  const path: (NodeId | null)[] = tree.pathOf(node);
  return [...path, ...Array.from({ length: MAX_DEPTH + 1 - path.length }, () => null)];
}
