import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/request-context.js';
import { Database } from '../database/database.js';
import type { StaffActor } from './actor.js';
import { ActorService } from './actor.service.js';
import { NoRole, SignInFailed } from './auth.errors.js';
import { Passwords } from './passwords.js';
import { Person } from './person.entity.js';
import { SessionCookie } from './session-cookie.js';
import { SessionService, type Client } from './session.service.js';
import { SignInLimits } from './sign-in-limits.js';

export const emailOf = (text: string): string => text.trim().toLowerCase();

function clientOf({ request }: RequestContext): Client {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? null };
}

@Injectable()
export class SignInService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ActorService) private readonly actors: ActorService,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
  ) {}

  /** @throws SignInLocked, SignInFailed, NoRole, TooBusy */
  async signIn(emailGiven: string, password: string, context: RequestContext): Promise<StaffActor> {
    const email = emailOf(emailGiven);
    const client = clientOf(context);
    await this.limits.count(email, client.address);
    const person = await this.database.read.findOneBy(Person, { email });
    const matches = await this.passwords.verify(person?.passwordHash ?? null, password);
    if (!matches || person?.status !== 'active') throw new SignInFailed();
    return this.enter(person.id, context, email);
  }

  /**
   * Opens a session for a person who has proven who he is, in place of the one this browser had.
   * @param email of a sign-in whose failed attempts are to be forgotten
   * @throws NoRole
   */
  async enter(personId: string, context: RequestContext, email?: string): Promise<StaffActor> {
    const client = clientOf(context);
    const before = this.cookie.read(context.request);
    const replaced = before === null ? null : await this.sessions.find(before);
    const opened = await this.database.inTransaction(async (tx) => {
      if (email !== undefined) await this.limits.forgive(tx, email, client.address);
      if (replaced) await this.sessions.end(tx, replaced.session.personId, replaced.session.id);
      return this.sessions.open(tx, personId, client);
    });
    const actor = await this.actors.ofSession(opened.session.id);
    if (!actor) {
      await this.database.inTransaction((tx) => this.sessions.end(tx, personId, opened.session.id));
      throw new NoRole();
    }
    this.cookie.setFor(context.reply, opened);
    this.actors.become(context.request, actor);
    return actor;
  }

  /** Ends sessions of this person and forgets the cookie where his own is among them. */
  async leave(actor: StaffActor, context: RequestContext, which: 'this' | 'all'): Promise<number> {
    const ended = await this.database.inTransaction(async (tx) => {
      if (which === 'all') return this.sessions.endAll(tx, actor.personId);
      return Number(await this.sessions.end(tx, actor.personId, actor.sessionId));
    });
    this.cookie.clear(context.reply);
    this.actors.become(context.request, null);
    return ended;
  }
}
