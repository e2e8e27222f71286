import type { Permission } from '@headwater/access';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { may, targetAt } from '../auth/authorize.js';
import { Person, RoleGrant } from '../auth/person.entity.js';
import { Forbidden, NotFound } from '../common/errors.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';

/** A person with the roles held now. */
export interface LoadedPerson {
  readonly person: Person;
  readonly grants: readonly RoleGrant[];
}

/** The roles these people hold now, the oldest first. */
export function heldBy(manager: EntityManager, personIds: readonly string[]): Promise<RoleGrant[]> {
  const where = { personId: In([...personIds]), revokedAt: IsNull() };
  return manager.find(RoleGrant, { where, order: { grantedAt: 'ASC', id: 'ASC' } });
}

/** The units a person belongs to: where he holds roles. Without any he is HQ's to see. */
function unitsOf(grants: readonly RoleGrant[], snapshot: TreeSnapshot): string[] {
  return grants.length > 0 ? grants.map(({ nodeId }) => nodeId) : [snapshot.root.id];
}

/** Whether the actor reaches the person: through any of his roles. */
function reaches(actor: Actor, units: readonly string[], snapshot: TreeSnapshot): boolean {
  return units.some((unit) => may(actor, 'person.read', targetAt(snapshot, unit)));
}

/** @throws NotFound where there is no such person or the actor does not reach him */
export async function loadPerson(
  manager: EntityManager,
  id: string,
  actor: Actor,
  snapshot: TreeSnapshot,
): Promise<LoadedPerson> {
  const person = await manager.findOneBy(Person, { id });
  const grants = await heldBy(manager, [id]);
  if (!person || !reaches(actor, unitsOf(grants, snapshot), snapshot)) throw new NotFound('person', id);
  return { person, grants };
}

/** What touches a person as a whole needs authority at every unit where he holds a role. @throws Forbidden */
export function authorizePerson(actor: Actor, permission: Permission, { grants }: LoadedPerson, snapshot: TreeSnapshot): void {
  const everywhere = unitsOf(grants, snapshot).every((unit) => may(actor, permission, targetAt(snapshot, unit)));
  if (!everywhere) throw new Forbidden(permission);
}
