import { EntityManager } from 'typeorm';
import { EpochCounter, EpochLog } from './epoch.entity.js';

const ROW = 1;

/**
 * Takes the next epoch. Every transaction that writes facts, versions or the tree does this first: the row's lock serializes them,
 * so that a higher epoch is always committed later.
 */
export async function nextEpoch(tx: EntityManager, now: number): Promise<number> {
  await tx
    .createQueryBuilder()
    .update(EpochCounter)
    .set({ value: () => 'value + 1' })
    .where('id = :id', { id: ROW })
    .execute();
  const epoch = await currentEpoch(tx);
  await tx.insert(EpochLog, { epoch, at: now });
  return epoch;
}

/** The last committed epoch. Every request asks for it: a raw row costs a tenth of an entity. */
export async function currentEpoch(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ value: number }[]>('SELECT value FROM epoch WHERE id = ?', [ROW]);
  if (!row) throw new Error('the epoch has no row: the database was not migrated');
  return row.value;
}
