import type { Permission } from '@headwater/access';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import type { NodeFacts, TreeSnapshot } from '../tree/tree-snapshot.js';

/**
 * Units over which a move needs authority (O2): the highest unit the subtree leaves, and the one it comes to stand under. A move
 * further down the same branch leaves none; then the unit itself counts.
 */
export function unitsToAnswerFor(snapshot: TreeSnapshot, id: string, parentId: string): NodeFacts[] {
  const kept = new Set(snapshot.path(parentId).map((node) => node.id));
  const [highestLost] = snapshot.path(id).filter((node) => !kept.has(node.id));
  return [highestLost ?? snapshot.require(id), snapshot.require(parentId)];
}

/** @throws NotFound, Forbidden */
export function authorizeMove(actor: Actor, snapshot: TreeSnapshot, id: string, parentId: string): void {
  const permission: Permission = 'orgNode.move';
  authorize(actor, permission, targetAt(snapshot, id));
  authorize(actor, permission, targetAt(snapshot, parentId));
  for (const unit of unitsToAnswerFor(snapshot, id, parentId)) authorize(actor, permission, targetAt(snapshot, unit.id));
}
