import { columnAt, type Permission } from '@headwater/access';
import { nodeId, type NodeId } from '@headwater/org-tree';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { NotFound } from '../common/errors.js';
import type { Where } from '../database/where.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import type { Actor, StaffActor } from './actor.js';
import { scopeBranches, scopeRoots } from './scope.js';

/** The highest units of a subtree under which an actor holds a permission; without one, of all he reaches. @throws NotFound */
export function rootsWithin(actor: StaffActor, permission: Permission, within: string | null | undefined): NodeId[] {
  const { snapshot } = actor;
  const roots = scopeRoots(actor, permission);
  if (within == null) return roots;
  if (!snapshot.has(within)) throw new NotFound('unit', within);
  const path = snapshot.pathOf(nodeId(within));
  if (roots.some((root) => path.includes(root))) return [nodeId(within)];
  const below = roots.filter((root) => snapshot.pathOf(root).includes(nodeId(within)));
  if (below.length === 0) throw new NotFound('unit', within);
  return below;
}

/**
 * What of a subtree an actor may see, as disjoint conditions on the ancestor columns of `alias`, one query each. A unit above what he
 * may see means all that he may see there; one beside it looks like one that is not there.
 * @throws NotFound
 */
export function branchesWithin(actor: Actor, permission: Permission, alias: string, within: string | null | undefined): Where[] {
  if (actor.kind !== 'staff' || within == null) return scopeBranches(actor, permission, alias);
  return rootsWithin(actor, permission, within).map((root) => {
    const depth = actor.snapshot.pathOf(nodeId(root)).length - 1;
    return { sql: `${alias}.${columnAt(depth)} = ?`, params: [root] };
  });
}

/** The same as one condition; null: nothing at all. */
export function scopeWithin(
  actor: Actor,
  permission: Permission,
  alias: string,
  within: string | null | undefined,
): Where | null {
  const branches = branchesWithin(actor, permission, alias, within);
  if (branches.length === 0) return null;
  return { sql: `(${branches.map(({ sql }) => sql).join(' OR ')})`, params: branches.flatMap(({ params }) => params) };
}

/** Narrows a query to what stands at or below a unit, by the ancestor columns of `alias`; a unit that is not there finds nothing. */
export function narrowedTo<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  tree: TreeSnapshot,
  alias: string,
  within: string | null | undefined,
): SelectQueryBuilder<T> {
  if (within == null) return query;
  if (!tree.has(within)) return query.andWhere('1 = 0');
  return query.andWhere(`${alias}.${columnAt(tree.path(within).length - 1)} = :within`, { within });
}
