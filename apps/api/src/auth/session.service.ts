import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { Session } from './person.entity.js';
import { findSignedIn, type SignedIn } from './signed-in.js';
import { hashToken, newToken } from './tokens.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const SESSION_ABSOLUTE = 14 * 24 * HOUR;
export const SESSION_IDLE = 12 * HOUR;
export const ROTATE_AFTER = 4 * HOUR;
const ROTATION_GRACE = MINUTE;
const SEEN_EVERY = MINUTE;

/** Where a sign-in came from. */
export interface Client {
  readonly address: string;
  readonly userAgent: string | null;
}

/** A session and its token, which is handed out once and kept nowhere. */
export interface OpenedSession {
  readonly session: Session;
  readonly token: string;
}

/** Server-side sessions: idle for 12 hours or 14 days old they are over; a token lives 4 hours. */
@Injectable()
export class SessionService implements BeforeApplicationShutdown {
  private readonly log = new Logger(SessionService.name);
  private readonly seen = new Map<string, number>();
  private readonly notes = new Set<Promise<void>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A new session, always under a new token; the person's dead ones go. */
  async open(tx: EntityManager, personId: string, client: Client): Promise<OpenedSession> {
    const now = this.clock.now();
    const token = newToken();
    await tx.delete(Session, { personId, expiresAt: LessThanOrEqual(now) });
    const session = tx.create(Session, {
      id: newId(now),
      personId,
      tokenHash: hashToken(token),
      previousHash: null,
      createdAt: now,
      rotatedAt: now,
      lastSeenAt: now,
      expiresAt: now + SESSION_ABSOLUTE,
      userAgent: client.userAgent?.slice(0, 300) ?? null,
      address: client.address.slice(0, 64),
    });
    await tx.insert(Session, session);
    return { session, token };
  }

  /** Who is signed in by this token, if the session is not over. */
  async find(token: string): Promise<SignedIn | null> {
    const hash = hashToken(token);
    const { read } = this.database;
    const found =
      (await findSignedIn(read, 'token', [hash])) ??
      (await findSignedIn(read, 'previousToken', [hash, this.clock.now() - ROTATION_GRACE]));
    return found && this.isLive(found.session) ? found : null;
  }

  /** Who is signed in by this session, if it is not over. */
  async byId(id: string): Promise<SignedIn | null> {
    const found = await findSignedIn(this.database.read, 'id', [id]);
    return found && this.isLive(found.session) ? found : null;
  }

  /** The sessions of a person that are not over, the latest seen first. */
  async listOf(personId: string): Promise<Session[]> {
    const sessions = await this.database.read.find(Session, { where: { personId }, order: { lastSeenAt: 'DESC', id: 'DESC' } });
    return sessions.filter((session) => this.isLive(session));
  }

  /** Replaces the token when it has served its time; null where it has not, or another request was faster. */
  async rotateWhenDue(session: SignedIn['session']): Promise<string | null> {
    const now = this.clock.now();
    if (now - session.rotatedAt < ROTATE_AFTER) return null;
    const token = newToken();
    const patch = { tokenHash: hashToken(token), previousHash: session.tokenHash, rotatedAt: now };
    const { affected } = await this.database.inTransaction((tx) =>
      tx.update(Session, { id: session.id, tokenHash: session.tokenHash }, patch),
    );
    return affected === 1 ? token : null;
  }

  /** Notes that the session is in use, at most once a minute. The request does not wait for it. */
  touch(session: SignedIn['session']): void {
    const now = this.clock.now();
    if (now - Math.max(session.lastSeenAt, this.seen.get(session.id) ?? 0) < SEEN_EVERY) return;
    if (this.seen.size > 10_000) this.seen.clear();
    this.seen.set(session.id, now);
    const note = this.noteSeen(session, now).finally(() => this.notes.delete(note));
    this.notes.add(note);
  }

  /** What was still to be noted is noted; before the database closes. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.notes);
  }

  private async noteSeen({ id, personId }: SignedIn['session'], now: number): Promise<void> {
    try {
      await this.database.inTransaction(async (tx) => {
        await tx.update(Session, { id }, { lastSeenAt: now });
        await tx.query('UPDATE person SET last_seen_at = ? WHERE id = ?', [now, personId]);
      });
    } catch (error) {
      this.log.warn(`last seen of session ${id} not noted: ${String(error)}`);
    }
  }

  /** Ends one session of this person; false where he has no such session. */
  async end(tx: EntityManager, personId: string, id: string): Promise<boolean> {
    const { affected } = await tx.delete(Session, { id, personId });
    return affected === 1;
  }

  /** Ends all sessions of a person and says how many there were. */
  async endAll(tx: EntityManager, personId: string): Promise<number> {
    const live = (await tx.findBy(Session, { personId })).filter((session) => this.isLive(session)).length;
    await tx.delete(Session, { personId });
    return live;
  }

  private isLive(session: Pick<Session, 'expiresAt' | 'lastSeenAt'>): boolean {
    const now = this.clock.now();
    return session.expiresAt > now && now - session.lastSeenAt < SESSION_IDLE;
  }
}
