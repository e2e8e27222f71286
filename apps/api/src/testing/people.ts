import type { Role } from '@headwater/access';
import { Person, RoleGrant } from '../auth/person.entity.js';
import { Passwords } from '../auth/passwords.js';
import { newId } from '../common/ids.js';
import type { Database } from '../database/database.js';
import { unitId } from './organization.js';

export const PASSWORD = 'spring water runs downhill';

/** Hashing is slow on purpose, and all people of the tests share one password. */
let hashed: Promise<string> | null = null;

export interface Someone {
  readonly email: string;
  readonly name?: string;
  /** Role and the code of the unit it is held at. */
  readonly roles: readonly (readonly [Role, string])[];
}

/** An active person with roles, written straight into the database. The password is `PASSWORD`. */
export async function plantPerson(database: Database, { email, name, roles }: Someone): Promise<string> {
  hashed ??= new Passwords().hash(PASSWORD);
  const passwordHash = await hashed;
  const id = newId();
  const now = Date.now();
  await database.inTransaction(async (tx) => {
    await tx.insert(Person, { id, email, name: name ?? email, status: 'active', passwordHash, language: null, createdAt: now });
    for (const [role, code] of roles) {
      await tx.insert(RoleGrant, {
        id: newId(),
        personId: id,
        role,
        nodeId: unitId(code),
        grantedBy: id,
        grantedAt: now,
        revokedAt: null,
      });
    }
  });
  return id;
}
