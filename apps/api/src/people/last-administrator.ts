import type { EntityManager } from 'typeorm';
import { countAdministrators } from '../auth/administrators.js';
import { writeSetting } from '../database/settings.js';
import { LastAdministrator } from './people.errors.js';

/**
 * Runs a change after which somebody may no longer be an administrator. Such changes take turns on one row, before anything is
 * read: of two administrators who remove each other at the same moment one is refused.
 * @throws LastAdministrator
 */
export async function keepingAnAdministrator<T>(tx: EntityManager, now: number, change: () => Promise<T>): Promise<T> {
  await writeSetting(tx, 'administratorsChangedAt', now);
  const before = await countAdministrators(tx);
  const changed = await change();
  if (before > 0 && (await countAdministrators(tx)) === 0) throw new LastAdministrator();
  return changed;
}
