import { mayHoldAt, type Role } from '@headwater/access';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { StaffActor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Person, RoleGrant } from '../auth/person.entity.js';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { TreeService } from '../tree/tree.service.js';
import { keepingAnAdministrator } from './last-administrator.js';
import { NodeArchived, RoleNotHere } from './people.errors.js';
import { loadPerson } from './person-access.js';

/** Roles at units (O4): given and taken by those who may do so at that very unit. */
@Injectable()
export class RoleService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Giving a role that is held already changes nothing. @throws NotFound, Forbidden, RoleNotHere, NodeArchived */
  async grant(actor: StaffActor, personId: string, role: Role, nodeId: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await lockPerson(tx, personId);
      const snapshot = await this.tree.fresh(tx);
      authorize(actor, 'person.grant', targetAt(snapshot, nodeId));
      const { person } = await loadPerson(tx, personId, actor, snapshot);
      requirePlace(role, nodeId, snapshot);
      await this.give(tx, actor, person, role, nodeId, snapshot);
    });
  }

  /** Writes the grant; whether it is allowed was decided before. */
  async give(
    tx: EntityManager,
    actor: StaffActor,
    { id: personId, name }: Pick<Person, 'id' | 'name'>,
    role: Role,
    nodeId: string,
    snapshot: TreeSnapshot,
  ): Promise<void> {
    if (await tx.existsBy(RoleGrant, { personId, role, nodeId, revokedAt: IsNull() })) return;
    const grantedAt = this.clock.now();
    await tx.insert(RoleGrant, {
      id: newId(grantedAt),
      personId,
      role,
      nodeId,
      grantedBy: actor.personId,
      grantedAt,
      revokedAt: null,
    });
    const subject = { type: 'person', id: personId };
    await this.audit.record(tx, { actor, action: 'person.grant', subject, nodeId, data: { name, role }, snapshot });
  }

  /** Says whose role it was. @throws NotFound, Forbidden, LastAdministrator */
  async revoke(actor: StaffActor, grantId: string): Promise<string> {
    return this.database.inTransaction((tx) =>
      keepingAnAdministrator(tx, this.clock.now(), async () => {
        const snapshot = await this.tree.fresh(tx);
        const grant = await tx.findOneBy(RoleGrant, { id: grantId, revokedAt: IsNull() });
        if (!grant) throw new NotFound('role', grantId);
        authorize(actor, 'person.revoke', targetAt(snapshot, grant.nodeId, 'role', grantId));
        await this.take(tx, actor, grant, snapshot);
        return grant.personId;
      }),
    );
  }

  private async take(tx: EntityManager, actor: StaffActor, grant: RoleGrant, snapshot: TreeSnapshot): Promise<void> {
    const { id, personId, role, nodeId } = grant;
    const { affected } = await tx.update(RoleGrant, { id, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
    if (affected !== 1) throw new NotFound('role', id);
    await lockPerson(tx, personId);
    const { name } = await tx.findOneByOrFail(Person, { id: personId });
    const subject = { type: 'person', id: personId };
    await this.audit.record(tx, { actor, action: 'person.revoke', subject, nodeId, data: { name, role }, snapshot });
  }
}

/**
 * Changes of one person's roles take turns on his row, and whoever looked at him before sees that he changed. Said before anything is
 * read: on MySQL the first read fixes what the transaction sees.
 */
async function lockPerson(tx: EntityManager, personId: string): Promise<void> {
  await tx.query('UPDATE person SET version = version + 1 WHERE id = ?', [personId]);
}

/** @throws NodeArchived, RoleNotHere */
export function requirePlace(role: Role, nodeId: string, snapshot: TreeSnapshot): void {
  const { type, archivedAt } = snapshot.require(nodeId);
  if (archivedAt !== null) throw new NodeArchived(nodeId);
  if (!mayHoldAt(role, type)) throw new RoleNotHere(role, type);
}
