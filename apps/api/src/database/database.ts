import { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { StaleVersion } from '../common/errors.js';
import { stampEpoch } from './epoch.js';
import { hintsOf, type HintTopic } from './hint.js';
import { MAX_ATTEMPTS, backOff, isRetryable } from './retry.js';
import { assignments } from './rows.js';

export type Dialect = 'sqlite' | 'mysql';

/**
 * The two ways to the database, each with connections of its own. Reads outside a transaction see committed rows only: a data source
 * has a single connection on SQLite, and an open transaction would show through. On MySQL and MariaDB transactions that hold all of a
 * pool's connections, and wait for such a read, would wait for ever.
 */
export class Database {
  private queue: Promise<unknown> = Promise.resolve();
  private readonly listeners = new Map<HintTopic, ((message: string) => void)[]>();

  constructor(
    readonly writer: DataSource,
    readonly reader: DataSource,
  ) {}

  get dialect(): Dialect {
    return this.writer.options.type === 'better-sqlite3' ? 'sqlite' : 'mysql';
  }

  get read(): EntityManager {
    return this.reader.manager;
  }

  /**
   * Runs `work` in one transaction and tries the whole of it again, on a fresh connection, where the engine asks for that; so `work` may
   * run several times and has no effect outside the database. Whoever needs exactly once across a lost connection writes an idempotency row in it.
   */
  async inTransaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isRetryable(error)) throw error;
        await backOff(attempt);
      }
    }
  }

  /** Calls `listener` after each commit of a transaction with a hint of this topic. It must neither throw nor keep anybody waiting. */
  onHint(topic: HintTopic, listener: (message: string) => void): void {
    this.listeners.set(topic, [...(this.listeners.get(topic) ?? []), listener]);
  }

  private attempt<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const run = () => this.commit(work);
    if (this.dialect === 'mysql') return run();
    const turn = this.queue.then(run);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async commit<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const [result, hints] = await this.writer.transaction(async (tx) => {
      const done = await work(tx);
      await stampEpoch(tx);
      return [done, hintsOf(tx)] as const;
    });
    for (const [topic, message] of hints) for (const listener of this.listeners.get(topic) ?? []) listener(message);
    return result;
  }

  async close(): Promise<void> {
    await this.queue;
    await this.reader.destroy();
    await this.writer.destroy();
  }
}

interface Versioned extends ObjectLiteral {
  id: string;
  version: number;
}

/**
 * `UPDATE … WHERE id = ? AND version = ?` with one affected row, or {@link StaleVersion}: the only way a contended row is written
 * (a plain read-then-save loses updates).
 */
export async function updateVersioned<T extends Versioned>(
  tx: EntityManager,
  target: EntityTarget<T>,
  seen: { id: string; version: number },
  patch: Partial<Omit<T, 'id' | 'version'>>,
  what: string,
): Promise<number> {
  const version = seen.version + 1;
  const metadata = tx.dataSource.getMetadata(target);
  const { sql, params } = assignments(metadata, { ...patch, version });
  const [id, held] = ['id', 'version'].map((name) => metadata.dataSource.driver.escape(name));
  const affected = await rowsChanged(tx, `UPDATE ${metadata.tablePath} SET ${sql} WHERE ${id ?? ''} = ? AND ${held ?? ''} = ?`, [
    ...params,
    seen.id,
    seen.version,
  ]);
  if (affected !== 1) {
    const row = await tx
      .createQueryBuilder(target, 'row')
      .select('row.version', 'version')
      .where('row.id = :id', { id: seen.id })
      .getRawOne<{ version: number }>();
    throw new StaleVersion(what, { seen: seen.version, now: row?.version ?? null });
  }
  return version;
}

/** Runs a statement that writes. @returns how many rows it wrote */
export async function rowsChanged({ queryRunner }: EntityManager, sql: string, params: unknown[]): Promise<number> {
  if (!queryRunner) throw new TypeError('a contended row is written within a transaction');
  return (await queryRunner.query(sql, params, true)).affected ?? 0;
}
