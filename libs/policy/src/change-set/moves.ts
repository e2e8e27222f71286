import { checkMove, moveNode } from '@headwater/org-tree';
import type { NodeId, Tree, TreeProblem } from '@headwater/org-tree';
import { checkDocuments } from '../change/check-assignment.js';
import { firstOfEach } from '../change/first-of-each.js';
import type { PolicyProblem } from '../check/problem.js';
import { kindKeys } from '../kinds/registry.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { MoveOperation, Operation } from './operation.js';

/** Why a planned move is refused: what the tree refuses, a unit that stands there already, or one that the set moves twice. */
export type MoveProblem =
  | TreeProblem
  | { readonly code: 'ALREADY_THERE' | 'SAID_TWICE'; readonly nodeIds: readonly NodeId[]; readonly allowed?: undefined };

/** Empty: it may be carried out. */
export function checkPlannedMove(tree: Tree, { nodeId, parentId }: MoveOperation): MoveProblem[] {
  const refused = checkMove(tree, nodeId, parentId);
  if (refused.length > 0 || tree.get(nodeId)?.parentId !== parentId) return refused;
  return [{ code: 'ALREADY_THERE', nodeIds: [nodeId, parentId] }];
}

/** The same facts over the tree after the move (law 16). */
export const movedOver = (snapshot: PolicySnapshot, { nodeId, parentId }: MoveOperation): PolicySnapshot =>
  snapshot.over(moveNode(snapshot.tree, nodeId, parentId));

/** O2: the rules that the move would break in the moved subtree, by units that keep what they say under another parent. */
export function checkMovedRules(before: PolicySnapshot, after: PolicySnapshot, nodeId: NodeId, from: Instant): PolicyProblem[] {
  return firstOfEach(kindKeys.flatMap((kind) => checkDocuments(before, after, { kind, nodeId, from, to: null })));
}

/** Somebody else has moved the unit, or it is gone, since the move was planned. */
export const isMovedSince = ({ tree }: PolicySnapshot, { nodeId, fromParentId }: MoveOperation): boolean =>
  tree.get(nodeId)?.parentId !== fromParentId;

/** The operations as if they were planned today: each move from where its unit stands by now. */
export const plannedFrom = (tree: Tree, operations: readonly Operation[]): Operation[] =>
  operations.map((operation) => {
    const parentId = operation.verb === 'move' ? tree.get(operation.nodeId)?.parentId : null;
    return operation.verb === 'move' && parentId ? { ...operation, fromParentId: parentId } : operation;
  });
