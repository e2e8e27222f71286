import type { EntityManager } from 'typeorm';
import { StaleVersion } from '../common/errors.js';
import { isRetryable } from '../database/retry.js';

/**
 * Works on many records in one transaction, each in a savepoint of its own: one that fails leaves nothing behind and stops nobody. A
 * record that somebody else was faster with is passed over; what makes the engine ask for another try goes on to the transaction.
 * @param failed told of every other failure
 * @returns the results of those that went well
 */
export async function inParts<T, R>(
  tx: EntityManager,
  records: readonly T[],
  work: (part: EntityManager, record: T) => Promise<R>,
  failed: (record: T, error: unknown) => void,
): Promise<R[]> {
  const results: R[] = [];
  for (const record of records) {
    try {
      results.push(await tx.transaction((part) => work(part, record)));
    } catch (error) {
      if (isRetryable(error)) throw error;
      if (!(error instanceof StaleVersion)) failed(record, error);
    }
  }
  return results;
}

export const inWords = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
