import { findChromium } from './chromium.mjs';
import { testMariadb } from './mariadb.mjs';

/**
 * What this machine has for tests: `env` names it to the suites, `missing` says in words what they have to leave out,
 * `stop` ends what was started.
 */
export async function machine() {
  const mariadb = await testMariadb();
  const chromium = findChromium();
  const env = {
    ...(mariadb.url && { HEADWATER_TEST_MYSQL_URL: mariadb.url }),
    ...(chromium.path && { CHROMIUM_PATH: chromium.path }),
  };
  return { mariadb, env, missing: [mariadb.missing, chromium.missing].filter(Boolean).join('; '), stop: mariadb.stop };
}
