import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction } from '../audit/audit-action.js';
import { AuditService } from '../audit/audit.service.js';
import type { StaffActor } from '../auth/actor.js';
import { checkPassword, Passwords } from '../auth/passwords.js';
import { Person } from '../auth/person.entity.js';
import { SessionService } from '../auth/session.service.js';
import { SignInLimits } from '../auth/sign-in-limits.js';
import { SignInService } from '../auth/sign-in.service.js';
import type { Language } from '../auth/views.js';
import type { RequestContext } from '../common/request-context.js';
import { Database } from '../database/database.js';
import { WrongPassword } from './people.errors.js';
import { personName } from './person-name.js';

/** What people change about themselves; null and undefined leave a name as it is, null forgets a language. */
export interface ProfileChange {
  readonly name?: string | null;
  readonly language?: Language | null;
}

@Injectable()
export class AccountService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
    @Inject(SignInService) private readonly signIns: SignInService,
  ) {}

  /**
   * Ends every session and goes on in a new one. A wrong current password counts as a failed sign-in.
   * @throws WeakPassword, WrongPassword, SignInLocked
   */
  async changePassword(actor: StaffActor, current: string, next: string, context: RequestContext): Promise<void> {
    checkPassword(next, actor.email, 'next');
    await this.limits.count(actor.email, context.request.ip);
    const { passwordHash: before } = await this.database.read.findOneByOrFail(Person, { id: actor.personId });
    if (!(await this.passwords.verify(before, current))) throw new WrongPassword();
    const passwordHash = await this.passwords.hash(next);
    await this.database.inTransaction(async (tx) => {
      const { affected } = await tx.update(Person, { id: actor.personId, passwordHash: before ?? '' }, { passwordHash });
      if (affected !== 1) throw new WrongPassword();
      await this.sessions.endAll(tx, actor.personId);
      await this.audit.record(tx, this.entry(actor, 'account.changePassword', null));
    });
    await this.signIns.enter(actor.personId, context, actor.email);
  }

  /** @throws BadInput */
  async update(actor: StaffActor, change: ProfileChange): Promise<StaffActor> {
    const name = change.name == null ? actor.name : personName(change.name);
    const language = change.language === undefined ? actor.language : change.language;
    await this.database.inTransaction(async (tx) => {
      await tx.update(Person, { id: actor.personId }, { name, language });
      await this.audit.record(tx, this.entry(actor, 'account.update', { name, language }));
    });
    return { ...actor, name, language };
  }

  private entry(actor: StaffActor, action: AuditAction, data: object | null) {
    return { actor, action, subject: { type: 'person', id: actor.personId }, nodeId: null, data, snapshot: actor.snapshot };
  }
}
