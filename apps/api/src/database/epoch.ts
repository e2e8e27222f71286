import { EntityManager, LessThanOrEqual } from 'typeorm';
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

/** The last epoch that was committed by an instant (UTC epoch ms); 0 before the first. */
export async function epochAt(manager: EntityManager, at: number): Promise<number> {
  const [row] = await manager.find(EpochLog, {
    where: { at: LessThanOrEqual(at) },
    order: { at: 'DESC', epoch: 'DESC' },
    take: 1,
  });
  return row?.epoch ?? 0;
}
