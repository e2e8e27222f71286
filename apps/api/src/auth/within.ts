import { columnAt, type Permission } from '@headwater/access';
import { nodeId } from '@headwater/org-tree';
import { NotFound } from '../common/errors.js';
import type { Where } from '../database/where.js';
import type { Actor, StaffActor } from './actor.js';
import { scopeBranches, scopeRoots } from './scope.js';

function rootsWithin(actor: StaffActor, permission: Permission, within: string): string[] {
  const { snapshot } = actor;
  const roots = scopeRoots(actor, permission);
  if (!snapshot.has(within)) throw new NotFound('unit', within);
  const path = snapshot.pathOf(nodeId(within));
  if (roots.some((root) => path.includes(root))) return [within];
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
