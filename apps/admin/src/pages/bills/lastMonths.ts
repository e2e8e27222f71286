import { serverNow } from '../../shared/clock';

const SHOWN = 13;

/** This month and the twelve before it, the latest first, as `2026-03`. */
export function lastMonths(): string[] {
  const now = new Date(serverNow());
  return Array.from({ length: SHOWN }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}
