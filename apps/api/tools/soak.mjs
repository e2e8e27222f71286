import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { testMariadb } from '../../../tools/mariadb.mjs';

const refuse = (text) => {
  console.error(text);
  process.exit(2);
};

const WEEK = 7 * 24 * 60 * 60_000;

/**
 * Runs a spec for as long as one likes, on every engine there is. `amount` is the option that says how much, `variable` how the spec
 * is told of it, `what` what it counts.
 */
export async function soak({ spec, amount, variable, what, otherwise }) {
  const options = { [amount]: { type: 'string', default: otherwise }, seed: { type: 'string' }, engine: { type: 'string' } };
  const { values } = parseArgs({ options });
  const wholeNumber = (name, text) => (/^\d+$/.test(text) ? text : refuse(`--${name} takes a whole number, not ${text}`));
  const many = wholeNumber(amount, values[amount]);
  const seed = wholeNumber('seed', values.seed ?? String(Date.now() % 2 ** 31));
  if (![undefined, 'sqlite', 'mysql'].includes(values.engine)) refuse(`--engine takes sqlite or mysql, not ${values.engine}`);

  const mariadb = values.engine === 'sqlite' ? { url: null, missing: null, stop: async () => {} } : await testMariadb();
  if (mariadb.missing) console.log(`Left out here: ${mariadb.missing}.`);
  if (mariadb.missing && values.engine === 'mysql') process.exit(1);

  console.log(`soak: ${many} ${what}, seed ${seed}`);
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  const only = values.engine ? ['-t', `on ${values.engine}`] : [];
  const { status } = spawnSync(
    process.execPath,
    [jest, '--runTestsByPath', spec, '--verbose', `--testTimeout=${WEEK}`, ...only],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: {
        ...process.env,
        [variable]: many,
        HEADWATER_SEED: seed,
        ...(mariadb.url && { HEADWATER_TEST_MYSQL_URL: mariadb.url }),
      },
      stdio: 'inherit',
    },
  );
  await mariadb.stop();
  console.log(
    `soak: ${status === 0 ? 'every law held' : 'a law failed'}; the same draws with --${amount} ${many} --seed ${seed}`,
  );
  process.exit(status ?? 1);
}
