import type { Role } from '@headwater/access';
import type { EntityManager } from 'typeorm';
import type { PersonStatus, Session } from './person.entity.js';

type SessionFacts = Pick<Session, 'id' | 'personId' | 'tokenHash' | 'rotatedAt' | 'lastSeenAt' | 'expiresAt'>;

interface PersonFacts {
  readonly email: string;
  readonly name: string;
  readonly language: 'zh' | 'en' | null;
  readonly status: PersonStatus;
}

/** A session with its person and the roles held now, the oldest first. */
export interface SignedIn {
  readonly session: SessionFacts;
  readonly person: PersonFacts;
  readonly grants: readonly { id: string; role: Role; nodeId: string }[];
}

interface Row extends SessionFacts, PersonFacts {
  readonly grantId: string | null;
  readonly role: Role;
  readonly nodeId: string;
}

/** One statement, as raw rows: every request asks it. */
const SELECT = `SELECT s.id, s.person_id AS personId, s.token_hash AS tokenHash, s.rotated_at AS rotatedAt, s.last_seen_at AS lastSeenAt,
  s.expires_at AS expiresAt, p.email, p.name, p.language, p.status, g.id AS grantId, g.role, g.node_id AS nodeId
  FROM session s JOIN person p ON p.id = s.person_id LEFT JOIN role_grant g ON g.person_id = p.id AND g.revoked_at IS NULL`;

const conditions = {
  id: 's.id = ?',
  token: 's.token_hash = ?',
  previousToken: 's.previous_hash = ? AND s.rotated_at > ?',
} as const;

export async function findSignedIn(
  manager: EntityManager,
  by: keyof typeof conditions,
  params: readonly (string | number)[],
): Promise<SignedIn | null> {
  const sql = `${SELECT} WHERE ${conditions[by]} ORDER BY g.granted_at, g.id`;
  const rows = await manager.query<Row[]>(sql, [...params]);
  const [first] = rows;
  if (!first) return null;
  const grants = rows.flatMap(({ grantId, role, nodeId }) => (grantId === null ? [] : [{ id: grantId, role, nodeId }]));
  return { session: first, person: first, grants };
}

type PersonRow = PersonFacts & {
  readonly personId: string;
  readonly grantId: string | null;
  readonly role: Role;
  readonly nodeId: string;
};

/** A person with the roles held now, without a session. */
export async function findPerson(manager: EntityManager, personId: string) {
  const rows = await manager.query<PersonRow[]>(
    `SELECT p.id AS personId, p.email, p.name, p.language, p.status, g.id AS grantId, g.role, g.node_id AS nodeId
     FROM person p LEFT JOIN role_grant g ON g.person_id = p.id AND g.revoked_at IS NULL WHERE p.id = ? ORDER BY g.granted_at, g.id`,
    [personId],
  );
  const [first] = rows;
  if (!first) return null;
  const grants = rows.flatMap(({ grantId, role, nodeId }) => (grantId === null ? [] : [{ id: grantId, role, nodeId }]));
  return { session: { id: '', personId }, person: first, grants };
}
