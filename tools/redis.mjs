import { findProgram } from './programs.mjs';

/**
 * `{ path, missing }` of a Redis server that tests may start and kill, each on a port and in a folder of its own: one is null, and
 * `missing` is the reason in words.
 */
export function findRedis() {
  const path = process.env.HEADWATER_TEST_REDIS_SERVER || findProgram(['redis-server', 'valkey-server']);
  if (path) return { path, missing: null };
  return { path: null, missing: 'no Redis: redis-server not found (Debian: apt-get install redis-server)' };
}
