/** Deadlock, lock wait, record changed, Galera not ready, Galera conflict: the whole work is tried again. */
const retriedNumbers = new Set([1213, 1205, 1020, 1047, 1180]);
const retriedCodes = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE']);

export const MAX_ATTEMPTS = 8;

interface DriverFacts {
  errno?: unknown;
  code?: unknown;
  driverError?: { errno?: unknown; code?: unknown };
}

/** What somebody else has written meanwhile is seen by the next attempt. */
export class TryAgain extends Error {}

/** Whether trying the whole transaction again may help. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof TryAgain) return true;
  if (typeof error !== 'object' || error === null) return false;
  const { errno, code, driverError }: DriverFacts = error;
  return (
    [errno, driverError?.errno].some((it) => typeof it === 'number' && retriedNumbers.has(it)) ||
    [code, driverError?.code].some((it) => typeof it === 'string' && retriedCodes.has(it))
  );
}

/** Whether the failure is a broken unique index, on either engine. */
export function isDuplicate(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { driverError }: DriverFacts = error;
  const code = driverError?.code;
  return code === 'ER_DUP_ENTRY' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** Waits longer after each attempt, with jitter, so that those who collided do not collide again. */
export async function backOff(attempt: number): Promise<void> {
  const ceiling = 5 * 2 ** attempt;
  await new Promise((resolve) => setTimeout(resolve, ceiling / 2 + Math.random() * (ceiling / 2)));
}
