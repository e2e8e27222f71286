import type { TreeProblem } from './problems.js';
import type { Tree } from './tree.js';
import { childTypesOf, mayStandUnder } from './type-matrix.js';
import { MAX_DEPTH } from './types.js';
import type { NodeId, NodeType } from './types.js';

const isArchived = (tree: Tree, id: NodeId): boolean => tree.archivedFromAt(tree.positionOf(id)) !== Infinity;

/** Problems of a new unit of `type` under `parentId` (O1, O2). Empty means it may be created. */
export function checkCreate(tree: Tree, parentId: NodeId, type: NodeType): TreeProblem[] {
  if (!tree.has(parentId)) return [{ code: 'UNKNOWN_PARENT', nodeIds: [parentId] }];
  return checkPlace(tree, { id: null, type, height: 0 }, parentId);
}

/** Problems of moving a unit with all below it under another parent (O2). Empty means it may move. */
export function checkMove(tree: Tree, id: NodeId, newParentId: NodeId): TreeProblem[] {
  const node = tree.get(id);
  if (!node) return [{ code: 'UNKNOWN_NODE', nodeIds: [id] }];
  if (!tree.has(newParentId)) return [{ code: 'UNKNOWN_PARENT', nodeIds: [newParentId] }];
  if (node.parentId === null) return [{ code: 'ROOT_IS_FIXED', nodeIds: [id] }];
  if (isArchived(tree, id)) return [{ code: 'ALREADY_ARCHIVED', nodeIds: [id] }];
  if (tree.isWithin(newParentId, id)) return [{ code: 'CYCLE', nodeIds: [id, newParentId] }];
  return checkPlace(tree, { id, type: node.type, height: tree.heightOf(id) }, newParentId);
}

/**
 * Problems of archiving a unit (O2). `along` names units that are archived in the same step;
 * every other active child is a problem.
 */
export function checkArchive(tree: Tree, id: NodeId, along: ReadonlySet<NodeId> = new Set()): TreeProblem[] {
  const node = tree.get(id);
  if (!node) return [{ code: 'UNKNOWN_NODE', nodeIds: [id] }];
  if (node.parentId === null) return [{ code: 'ROOT_IS_FIXED', nodeIds: [id] }];
  if (isArchived(tree, id)) return [{ code: 'ALREADY_ARCHIVED', nodeIds: [id] }];
  const left = [...tree.subtree(id)].filter((below) => below !== id && !along.has(below) && !isArchived(tree, below));
  return left.length > 0 ? [{ code: 'HAS_ACTIVE_CHILDREN', nodeIds: left }] : [];
}

/** Problems of bringing an archived unit back to where it was (O2). */
export function checkRestore(tree: Tree, id: NodeId): TreeProblem[] {
  const node = tree.get(id);
  if (!node) return [{ code: 'UNKNOWN_NODE', nodeIds: [id] }];
  if (node.archivedAt == null) return [{ code: 'NOT_ARCHIVED', nodeIds: [id] }];
  if (node.parentId !== null && isArchived(tree, node.parentId)) return [{ code: 'PARENT_ARCHIVED', nodeIds: [node.parentId] }];
  return [];
}

/** Every unit of a tree that stands where the type matrix or the depth does not allow it. */
export function checkTree(tree: Tree): TreeProblem[] {
  const problems: TreeProblem[] = [];
  for (const id of tree.subtree(tree.root)) {
    const node = tree.get(id);
    const parent = node?.parentId ? tree.get(node.parentId) : undefined;
    if (!node || !parent) continue;
    if (!mayStandUnder(node.type, parent.type)) problems.push(typeProblem(id, parent.type));
    if (tree.depthOf(id) > MAX_DEPTH) problems.push({ code: 'TOO_DEEP', nodeIds: [id], allowed: MAX_DEPTH });
  }
  return problems;
}

interface Newcomer {
  readonly id: NodeId | null;
  readonly type: NodeType;
  readonly height: number;
}

function checkPlace(tree: Tree, newcomer: Newcomer, parentId: NodeId): TreeProblem[] {
  const problems: TreeProblem[] = [];
  const blamed = newcomer.id ?? parentId;
  const parentType = tree.get(parentId)?.type ?? 'store';
  if (isArchived(tree, parentId)) problems.push({ code: 'PARENT_ARCHIVED', nodeIds: [parentId] });
  if (!mayStandUnder(newcomer.type, parentType)) problems.push(typeProblem(blamed, parentType));
  if (tree.depthOf(parentId) + 1 + newcomer.height > MAX_DEPTH)
    problems.push({ code: 'TOO_DEEP', nodeIds: [blamed], allowed: MAX_DEPTH });
  return problems;
}

const typeProblem = (id: NodeId, parentType: NodeType): TreeProblem => ({
  code: 'TYPE_NOT_ALLOWED',
  nodeIds: [id],
  allowed: childTypesOf(parentType),
});
