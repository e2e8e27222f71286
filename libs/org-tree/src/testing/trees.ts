import fc from 'fast-check';
import { nodeId } from '../types.js';
import type { TreeNode } from '../types.js';

/** `HEADWATER_RUNS` scales every law; a seed makes a run repeatable. */
export const laws = {
  numRuns: Number(process.env.HEADWATER_RUNS ?? 200),
  ...(process.env.HEADWATER_SEED ? { seed: Number(process.env.HEADWATER_SEED) } : {}),
};

/** A chain of regions: each node hangs under an earlier one; the list is shuffled, as a table scan may be. */
export const nodesArbitrary = (min = 1): fc.Arbitrary<TreeNode[]> =>
  fc.array(fc.nat(), { minLength: min, maxLength: 12 }).chain((draws) => {
    const nodes = draws.map((draw, at): TreeNode => ({
      id: nodeId(`n${at}`),
      parentId: at === 0 ? null : nodeId(`n${draw % at}`),
      type: at === 0 ? 'headquarters' : 'region',
    }));
    return fc.shuffledSubarray(nodes, { minLength: nodes.length });
  });

/** Who stands directly under whom, in no order: the content of a tree. */
export const links = (nodes: readonly TreeNode[]): string[] => nodes.map(({ id, parentId }) => `${parentId}>${id}`).sort();

/** Root to node by following parents, with no index at all. */
export function naivePath(nodes: readonly TreeNode[], id: string): string[] {
  const node = nodes.find((each) => each.id === id);
  if (!node) throw new Error(`no node ${id}`);
  return node.parentId === null ? [id] : [...naivePath(nodes, node.parentId), id];
}
