import { buildTree } from './build.js';
import type { Tree } from './tree.js';
import type { NodeId } from './types.js';

/**
 * The tree with one unit, and all below it, under another parent. It judges the shape only: ask `checkMove` first for
 * types, depth and archived parents. Moving there and back gives the same tree, and disjoint moves commute.
 * @throws TreeError UNKNOWN_PARENT, CYCLE; NO_ROOT where the unit is the root
 */
export function moveNode(tree: Tree, id: NodeId, newParentId: NodeId): Tree {
  return buildTree(tree.nodes.map((node) => (node.id === id ? { ...node, parentId: newParentId } : node)));
}
