import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import type { AuditAction } from '../audit/audit-action.js';
import { AuditService } from '../audit/audit.service.js';
import { type Trail, withMeanwhile } from '../audit/meanwhile.js';
import type { StaffActor } from '../auth/actor.js';
import { Invitation, Person, type PersonStatus } from '../auth/person.entity.js';
import { SessionService } from '../auth/session.service.js';
import { Clock } from '../common/clock.js';
import { Database, updateVersioned } from '../database/database.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { TreeService } from '../tree/tree.service.js';
import { keepingAnAdministrator } from './last-administrator.js';
import { OwnAccount } from './people.errors.js';
import { authorizePerson, loadPerson, type LoadedPerson } from './person-access.js';

interface Seen {
  readonly id: string;
  readonly version: number;
}

const trailOf = (id: string): Trail => ({
  what: 'person',
  subject: { type: 'person', id },
  actions: ['person.disable', 'person.enable', 'person.grant', 'person.revoke'],
});

/** Shutting people out and letting them in again. */
@Injectable()
export class PersonStatusService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Sessions and open invitations end with it. @throws NotFound, Forbidden, OwnAccount, LastAdministrator, StaleVersion */
  async disable(actor: StaffActor, seen: Seen): Promise<void> {
    if (seen.id === actor.personId) throw new OwnAccount();
    await this.database.inTransaction(async (tx) => {
      const now = this.clock.now();
      await keepingAnAdministrator(tx, now, async () => {
        await this.change(tx, actor, 'person.disable', seen, () => 'disabled');
        await this.sessions.endAll(tx, seen.id);
        await tx.update(Invitation, { personId: seen.id, usedAt: IsNull(), expiresAt: MoreThan(now) }, { expiresAt: now });
      });
    });
  }

  /** @throws NotFound, Forbidden, StaleVersion */
  async enable(actor: StaffActor, seen: Seen): Promise<void> {
    await this.database.inTransaction((tx) =>
      this.change(tx, actor, 'person.enable', seen, ({ passwordHash }) => (passwordHash === null ? 'invited' : 'active')),
    );
  }

  private async change(
    tx: EntityManager,
    actor: StaffActor,
    action: 'person.disable' | 'person.enable',
    seen: Seen,
    statusOf: (person: Person) => PersonStatus,
  ): Promise<void> {
    const snapshot = await this.tree.fresh(tx);
    const loaded = await loadPerson(tx, seen.id, actor, snapshot);
    authorizePerson(actor, action, loaded, snapshot);
    const patch = { status: statusOf(loaded.person) };
    await withMeanwhile(tx, trailOf(seen.id), () => updateVersioned(tx, Person, seen, patch, 'person'));
    await this.record(tx, actor, action, loaded, snapshot);
  }

  private record(
    tx: EntityManager,
    actor: StaffActor,
    action: AuditAction,
    { person, grants }: LoadedPerson,
    snapshot: TreeSnapshot,
  ): Promise<void> {
    const subject = { type: 'person', id: person.id };
    return this.audit.record(tx, {
      actor,
      action,
      subject,
      nodeId: grants[0]?.nodeId ?? null,
      data: { name: person.name },
      snapshot,
    });
  }
}
