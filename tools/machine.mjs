import { findChromium } from './chromium.mjs';
import { testMariadb } from './mariadb.mjs';
import { findRedis } from './redis.mjs';

/**
 * What this machine has for tests: `env` names it to the suites, `missing` says in words what they have to leave out,
 * `stop` ends what was started.
 */
export async function machine() {
  const mariadb = await testMariadb();
  const chromium = findChromium();
  const redis = findRedis();
  const env = {
    ...(mariadb.url && { HEADWATER_TEST_MYSQL_URL: mariadb.url }),
    ...(chromium.path && { CHROMIUM_PATH: chromium.path }),
    ...(redis.path && { HEADWATER_TEST_REDIS_SERVER: redis.path }),
  };
  const missing = [mariadb.missing, chromium.missing, redis.missing].filter(Boolean).join('; ');
  return { mariadb, env, missing, stop: mariadb.stop };
}
