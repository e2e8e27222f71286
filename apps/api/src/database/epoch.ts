import { EntityManager, LessThanOrEqual } from 'typeorm';
import { EpochCounter, EpochLog } from './epoch.entity.js';
import { hint } from './hint.js';

const ROW = 1;

interface Clock {
  readonly now: () => number;
}

/** Which epoch a transaction took, and how its log is stamped. */
interface Taken {
  readonly epoch: number;
  readonly at: number;
  readonly clock: Clock;
}
const taken = new WeakMap<EntityManager, Taken>();

/**
 * Takes the next epoch. Every transaction that writes facts, versions or the tree does this first: the row's lock serializes them,
 * so that a higher epoch is always committed later.
 */
export async function nextEpoch(tx: EntityManager, now: number): Promise<number> {
  return (await nextTurn(tx, { now: () => now })).epoch;
}

/**
 * The next epoch, with the time at which its turn came. Who reads the clock before may have waited long for the lock: what others
 * recorded meanwhile would seem to begin later than now.
 */
export async function nextTurn(tx: EntityManager, clock: Clock): Promise<{ epoch: number; now: number }> {
  await tx
    .createQueryBuilder()
    .update(EpochCounter)
    .set({ value: () => 'value + 1' })
    .where('id = :id', { id: ROW })
    .execute();
  const epoch = await currentEpoch(tx);
  const now = clock.now();
  const at = Math.max(now, await lastStamp(tx));
  await tx.insert(EpochLog, { epoch, at });
  taken.set(tx, { epoch, at, clock });
  hint(tx, 'epoch', String(epoch));
  return { epoch, now };
}

/** The clocks of two processes may differ: an epoch is never stamped earlier than the one before. */
async function lastStamp(tx: EntityManager): Promise<number> {
  const [last] = await tx.find(EpochLog, { order: { at: 'DESC', epoch: 'DESC' }, take: 1 });
  return last?.at ?? 0;
}

/**
 * The last thing before a commit: the epoch that the transaction took, if it took one, is stamped with the time at which it ends, as
 * nobody could know of it before.
 */
export async function stampEpoch(tx: EntityManager): Promise<void> {
  const mine = taken.get(tx);
  if (!mine) return;
  const at = mine.clock.now();
  if (at > mine.at) await tx.update(EpochLog, { epoch: mine.epoch }, { at });
}

/** The last committed epoch. Every request asks for it: a raw row costs a tenth of an entity. */
export async function currentEpoch(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ value: number }[]>('SELECT value FROM epoch WHERE id = ?', [ROW]);
  if (!row) throw new Error('the epoch has no row: the database was not migrated');
  return row.value;
}

/** When an epoch was committed (UTC epoch ms); null before the first. */
export const committedAt = async (manager: EntityManager, epoch: number): Promise<number | null> =>
  (await manager.findOneBy(EpochLog, { epoch }))?.at ?? null;

/** The last epoch that was committed by an instant (UTC epoch ms); 0 before the first. */
export async function epochAt(manager: EntityManager, at: number): Promise<number> {
  const [row] = await manager.find(EpochLog, {
    where: { at: LessThanOrEqual(at) },
    order: { at: 'DESC', epoch: 'DESC' },
    take: 1,
  });
  return row?.epoch ?? 0;
}
