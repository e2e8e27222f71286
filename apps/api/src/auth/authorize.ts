import { BUYER_PERMISSIONS, can, partsOf, VERBS, type Permission, type ScopedRow, type SubjectName } from '@headwater/access';
import type { NodeId } from '@headwater/org-tree';
import { Forbidden, NotFound } from '../common/errors.js';
import { ancestorPath, type AncestorColumns } from '../database/ancestors.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import type { Actor } from './actor.js';

/** A loaded record as access sees it: where it stands, and which order it belongs to if any. */
export interface Target extends ScopedRow {
  /** What to call it in "there is no such …". */
  readonly what: string;
  readonly id: string;
  readonly orderId?: string | null;
}

/** The target of a row that carries its ancestors. */
export function targetOf(what: string, row: AncestorColumns & { id: string; orderId?: string | null }): Target {
  return { what, id: row.id, ancestors: ancestorPath(row) as (NodeId | null)[], orderId: row.orderId ?? null };
}

/** The target of a record that belongs to a unit of today's tree: the unit itself, its rules, its coverage, a policy it owns. */
export function targetAt(snapshot: TreeSnapshot, nodeId: string, what = 'unit', id = nodeId): Target {
  return { what, id, ...snapshot.rowAt(nodeId) };
}

/** Whether a unit of today's tree stands at or below another; where no other is asked for, it does. */
export const isWithin = (snapshot: TreeSnapshot, nodeId: string, top: string | null | undefined): boolean =>
  top == null || snapshot.rowAt(nodeId).ancestors.some((ancestor) => ancestor === top);

/** The permission to read where a subject has none of its own. */
const READ_BY: Partial<Record<SubjectName, Permission>> = { policyVersion: 'policy.read' };

function readOf(permission: Permission): Permission {
  const [subject] = partsOf(permission);
  return READ_BY[subject] ?? (`${subject}.read` as Permission);
}

/** Whether this actor may do that to this record. */
export function may(actor: Actor, permission: Permission, target: Omit<Target, 'what' | 'id'>): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'staff') return can(actor.ability, permission, target);
  return target.orderId === actor.orderId && BUYER_PERMISSIONS.has(permission);
}

/**
 * To be said after loading, before deciding. A record the actor may not even read looks like one that is not there.
 * @throws NotFound, Forbidden
 */
export function authorize(actor: Actor, permission: Permission, target: Target): void {
  if (may(actor, permission, target)) return;
  if (!may(actor, readOf(permission), target)) throw new NotFound(target.what, target.id);
  throw new Forbidden(permission);
}

/** The verbs of a subject this actor may use on the record: the access half of `allowedActions`. */
export function allowedPermissions(actor: Actor, subject: SubjectName, target: Omit<Target, 'what' | 'id'>): Permission[] {
  const all = VERBS[subject].map((verb) => `${subject}.${verb}` as Permission);
  return all.filter((permission) => may(actor, permission, target));
}
