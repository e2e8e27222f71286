import { abilityFor } from '@headwater/access';
import { nodeId } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../common/request-context.js';
import { Database } from '../database/database.js';
import { TreeService } from '../tree/tree.service.js';
import type { Actor, BuyerActor, StaffActor } from './actor.js';
import { BuyerTokenService } from './buyer-token.service.js';
import { rememberActor } from './current-actor.js';
import { SessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';
import { findPerson, findSignedIn, type SignedIn } from './signed-in.js';

const BUYER = 'Buyer ';

type Who = Pick<SignedIn['session'], 'id' | 'personId'>;

/** Finds out who is asking, once a request. */
@Injectable()
export class ActorService {
  private readonly known = new WeakMap<FastifyRequest, Promise<Actor | null>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(BuyerTokenService) private readonly buyerTokens: BuyerTokenService,
  ) {}

  /** The buyer of an `Authorization: Buyer TOKEN`, else the person of the session cookie, else nobody. */
  of(context: RequestContext): Promise<Actor | null> {
    const known = this.known.get(context.request);
    if (known) return known;
    const found = this.find(context);
    this.known.set(context.request, found);
    return found;
  }

  /** After a sign-in or sign-out the rest of the request is somebody else's. */
  become(request: FastifyRequest, actor: StaffActor | null): void {
    this.known.set(request, Promise.resolve(actor));
    rememberActor(request, actor);
  }

  /** Whether a browser would send this request's credentials by itself. */
  isByCookie(request: FastifyRequest): boolean {
    return !this.isByToken(request) && this.cookie.read(request) !== null;
  }

  isByToken(request: FastifyRequest): boolean {
    return request.headers.authorization?.startsWith(BUYER) === true;
  }

  /** The person of a session just opened. */
  async ofSession(id: string): Promise<StaffActor | null> {
    const found = await findSignedIn(this.database.read, 'id', [id]);
    return found && this.staff(found);
  }

  /** The person of the session cookie, for a connection that lasts: it renews neither token nor session. */
  async ofConnection(request: FastifyRequest): Promise<StaffActor | null> {
    const token = this.cookie.read(request);
    const found = token === null ? null : await this.sessions.find(token);
    return found && this.staff(found);
  }

  /** The same person of the same session as he may act now; null once the session or the last role is gone. */
  async again({ sessionId }: StaffActor): Promise<StaffActor | null> {
    const found = await this.sessions.byId(sessionId);
    return found && this.staff(found);
  }

  /** A person as he may act now, for work of his that goes on without him; null for whoever may not any more. */
  async ofPerson(personId: string): Promise<StaffActor | null> {
    const found = await findPerson(this.database.read, personId);
    return found && this.staff(found);
  }

  private find(context: RequestContext): Promise<StaffActor | BuyerActor | null> {
    const { authorization } = context.request.headers;
    return authorization?.startsWith(BUYER)
      ? this.buyerTokens.actorOf(authorization.slice(BUYER.length))
      : this.byCookie(context);
  }

  private async byCookie({ request, reply }: RequestContext): Promise<StaffActor | null> {
    const token = this.cookie.read(request);
    if (token === null) return null;
    const found = await this.sessions.find(token);
    const actor = found && (await this.staff(found));
    if (actor) await this.keep(found.session, reply);
    else this.cookie.clear(reply);
    return actor;
  }

  private async keep(session: SignedIn['session'], reply: FastifyReply): Promise<void> {
    const token = await this.sessions.rotateWhenDue(session);
    if (token !== null) this.cookie.set(reply, token, session.expiresAt);
    this.sessions.touch(session);
  }

  /** Null for whoever is not active or holds no role at a unit that exists. */
  private async staff({
    session,
    person,
    grants: rows,
  }: Pick<SignedIn, 'person' | 'grants'> & { session: Who }): Promise<StaffActor | null> {
    if (person.status !== 'active') return null;
    const snapshot = await this.tree.current();
    const grants = rows.filter((row) => snapshot.has(row.nodeId)).map((row) => ({ ...row, nodeId: nodeId(row.nodeId) }));
    if (grants.length === 0) return null;
    const { email, name, language } = person;
    const who = { personId: session.personId, email, name, language, sessionId: session.id };
    return { kind: 'staff', ...who, grants, ability: abilityFor(grants, snapshot.tree), snapshot };
  }
}
