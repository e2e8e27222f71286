import type { Role } from '@headwater/access';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { StaffActor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { checkPassword, Passwords } from '../auth/passwords.js';
import { Invitation, Person } from '../auth/person.entity.js';
import { emailOf, SignInService } from '../auth/sign-in.service.js';
import { hashToken, newToken } from '../auth/tokens.js';
import { Clock } from '../common/clock.js';
import { BadInput } from '../common/errors.js';
import { newId } from '../common/ids.js';
import type { RequestContext } from '../common/request-context.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from '../database/database.js';
import { isDuplicate } from '../database/retry.js';
import { TreeService } from '../tree/tree.service.js';
import { EmailTaken, InvitationInvalid, NotInvited } from './people.errors.js';
import { authorizePerson, heldBy, loadPerson } from './person-access.js';
import { personName } from './person-name.js';
import { requirePlace, RoleService } from './role.service.js';

const DAYS_VALID = 7;
const DAY = 86_400_000;

/** A link as it is handed to the one who invites; the token is nowhere else. */
export interface SentInvitation {
  readonly personId: string;
  readonly link: string;
  readonly expiresAt: number;
}

/** People enter by a one-time link; nobody ever sets another one's password. */
@Injectable()
export class InvitationService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(RoleService) private readonly roles: RoleService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, RoleNotHere, NodeArchived, EmailTaken, BadInput */
  async invite(actor: StaffActor, emailGiven: string, nameGiven: string, role: Role, nodeId: string): Promise<SentInvitation> {
    const email = checkedEmail(emailGiven);
    const name = personName(nameGiven);
    const work = async (tx: EntityManager): Promise<SentInvitation> => {
      const snapshot = await this.tree.fresh(tx);
      authorize(actor, 'person.invite', targetAt(snapshot, nodeId));
      authorize(actor, 'person.grant', targetAt(snapshot, nodeId));
      requirePlace(role, nodeId, snapshot);
      if (await tx.existsBy(Person, { email })) throw new EmailTaken(email);
      const personId = await this.insertPerson(tx, email, name);
      const subject = { type: 'person', id: personId };
      await this.audit.record(tx, { actor, action: 'person.invite', subject, nodeId, data: { email, name }, snapshot });
      await this.roles.give(tx, actor, { id: personId, name }, role, nodeId, snapshot);
      return this.send(tx, actor, personId);
    };
    return this.database.inTransaction(work).catch((error: unknown) => {
      throw isDuplicate(error) ? new EmailTaken(email) : error;
    });
  }

  /** A new link in place of the old one. @throws NotFound, Forbidden, NotInvited */
  async renew(actor: StaffActor, personId: string): Promise<SentInvitation> {
    return this.database.inTransaction(async (tx) => {
      const snapshot = await this.tree.fresh(tx);
      const loaded = await loadPerson(tx, personId, actor, snapshot);
      authorizePerson(actor, 'person.invite', loaded, snapshot);
      if (loaded.person.status !== 'invited') throw new NotInvited(loaded.person.status);
      const subject = { type: 'person', id: personId };
      const data = { email: loaded.person.email, name: loaded.person.name, renewed: true };
      await this.audit.record(tx, {
        actor,
        action: 'person.invite',
        subject,
        nodeId: loaded.grants[0]?.nodeId ?? null,
        data,
        snapshot,
      });
      return this.send(tx, actor, personId);
    });
  }

  /** Whom a link invites; null for one that cannot be used any more. */
  async find(token: string): Promise<{ invitation: Invitation; person: Person } | null> {
    const unused = { tokenHash: hashToken(token), usedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    const invitation = await this.database.read.findOneBy(Invitation, unused);
    if (!invitation) return null;
    const person = await this.database.read.findOneBy(Person, { id: invitation.personId, status: 'invited' });
    return person && { invitation, person };
  }

  /** @throws InvitationInvalid, WeakPassword, BadInput */
  async accept(token: string, nameGiven: string, password: string, context: RequestContext): Promise<StaffActor> {
    const found = await this.find(token);
    if (!found) throw new InvitationInvalid();
    const name = personName(nameGiven);
    checkPassword(password, found.person.email);
    const passwordHash = await this.passwords.hash(password);
    const { id } = found.person;
    await this.database.inTransaction(async (tx) => {
      const now = this.clock.now();
      const used = await tx.update(
        Invitation,
        { id: found.invitation.id, usedAt: IsNull(), expiresAt: MoreThan(now) },
        { usedAt: now },
      );
      const joined = await tx.update(Person, { id, status: 'invited' }, { name, passwordHash, status: 'active' });
      if (used.affected !== 1 || joined.affected !== 1) throw new InvitationInvalid();
      await this.recordJoin(tx, { id, name, email: found.person.email });
    });
    return this.signIns.enter(id, context);
  }

  private async recordJoin(tx: EntityManager, { id, name, email }: Pick<Person, 'id' | 'name' | 'email'>): Promise<void> {
    const [grant] = await heldBy(tx, [id]);
    await this.audit.record(tx, {
      actor: { kind: 'staff', personId: id, name },
      action: 'person.join',
      subject: { type: 'person', id },
      nodeId: grant?.nodeId ?? null,
      data: { email, name },
      snapshot: await this.tree.fresh(tx),
    });
  }

  private async insertPerson(tx: EntityManager, email: string, name: string): Promise<string> {
    const createdAt = this.clock.now();
    const id = newId(createdAt);
    await tx.insert(Person, {
      id,
      email,
      name,
      status: 'invited',
      passwordHash: null,
      language: null,
      createdAt,
      lastSeenAt: null,
    });
    return id;
  }

  private async send(tx: EntityManager, actor: StaffActor, personId: string): Promise<SentInvitation> {
    const createdAt = this.clock.now();
    const expiresAt = createdAt + DAYS_VALID * DAY;
    const token = newToken();
    await tx.update(Invitation, { personId, usedAt: IsNull(), expiresAt: MoreThan(createdAt) }, { expiresAt: createdAt });
    await tx.insert(Invitation, {
      id: newId(createdAt),
      personId,
      tokenHash: hashToken(token),
      invitedBy: actor.personId,
      createdAt,
      expiresAt,
      usedAt: null,
    });
    return { personId, link: new URL(`/invitation/${token}`, this.config.publicUrl).href, expiresAt };
  }
}

function checkedEmail(text: string): string {
  const email = z.email().max(190).safeParse(emailOf(text));
  if (!email.success) throw new BadInput('email', 'This is not an e-mail.', 'name@host, at most 190 characters');
  return email.data;
}
