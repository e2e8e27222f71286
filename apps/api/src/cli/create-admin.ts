import type { EntityManager } from 'typeorm';
import { systemActor } from '../auth/actor.js';
import { checkPassword, Passwords } from '../auth/passwords.js';
import { Person, RoleGrant } from '../auth/person.entity.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { BadInput } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { nextEpoch } from '../database/epoch.js';
import { insertNodes, type NewNode } from '../org/insert-nodes.js';
import { readName, readTimeZone } from '../org/read-input.js';
import { EmailTaken } from '../people/people.errors.js';
import { personName } from '../people/person-name.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { TreeService } from '../tree/tree.service.js';
import { CommandFailed } from './exit.js';
import type { Session } from './session.js';

export interface AdminToMake {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /** Name of HQ, where there is none yet. */
  readonly chain: string;
  readonly timeZone: string;
  /** UTC epoch ms from which the chain exists; null: from now. */
  readonly since: number | null;
}

/** Reads an option by the API's own check; a refusal names the option. @throws CommandFailed */
function option<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const { allowed } = error.facts;
    throw new CommandFailed(`--${name}: ${error.message}${typeof allowed === 'string' ? ` Allowed: ${allowed}.` : ''}`);
  }
}

function readSince(since: number | null, now: number): number {
  if (since !== null && since > now) throw new CommandFailed('--since: It lies in the future. Allowed: a date up to today.');
  return since ?? now;
}

/**
 * Makes an administrator at HQ, and HQ itself where the database is empty.
 * @returns the name of HQ
 * @throws CommandFailed, EmailTaken, WeakPassword
 */
export async function createAdmin({ config, database }: Session, admin: AdminToMake): Promise<string> {
  const email = admin.email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/u.test(email)) throw new CommandFailed(`${admin.email} is no e-mail address.`);
  checkPassword(admin.password, email);
  const name = option('name', () => personName(admin.name));
  const clock = new Clock(config.startAt);
  const chain = readChain(admin, clock.now());
  const tree = new TreeService(database);
  const audit = new AuditService(tree, clock);
  const passwordHash = await new Passwords().hash(admin.password);
  return database.inTransaction(async (tx) => {
    const now = clock.now();
    if (await tx.existsBy(Person, { email })) throw new EmailTaken(email);
    const hq = await requireHq(tx, chain, now);
    const id = newId(now);
    const state = {
      status: 'active',
      passwordHash,
      language: null,
      failedAttempts: 0,
      lockedUntil: null,
      lastSeenAt: null,
    } as const;
    await tx.insert(Person, { id, email, name, ...state, createdAt: now, version: 1 });
    const grant = {
      id: newId(now),
      personId: id,
      role: 'administrator',
      nodeId: hq.id,
      grantedBy: id,
      grantedAt: now,
      revokedAt: null,
    } as const;
    await tx.insert(RoleGrant, grant);
    const actor = systemActor('headwater create-admin');
    const subject = { type: 'person', id };
    await audit.record(tx, {
      actor,
      action: 'person.create',
      subject,
      nodeId: hq.id,
      data: { email, name },
      snapshot: await tree.fresh(tx),
    });
    return hq.name;
  });
}

type Chain = Pick<NewNode, 'name' | 'timeZone' | 'since'>;

const readChain = ({ chain, timeZone, since }: AdminToMake, now: number): Chain => ({
  name: option('chain', () => readName(chain)),
  timeZone: option('time-zone', () => readTimeZone(timeZone)),
  since: readSince(since, now),
});

async function requireHq(tx: EntityManager, chain: Chain, now: number): Promise<Pick<OrgNode, 'id' | 'name'>> {
  const known = await tx.findOneBy(OrgNode, { type: 'headquarters' });
  if (known) return known;
  const hq = { id: newId(now), above: [], type: 'headquarters', code: 'HQ', ...chain } as const;
  await insertNodes(tx, [hq], await nextEpoch(tx, now));
  return hq;
}
