// Ten years of clocks with as many cases as one likes, on every engine there is: npm run soak:clocks -- --cases 100000 --seed 42
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { testMariadb } from '../../../tools/mariadb.mjs';

const options = { cases: { type: 'string', default: '100000' }, seed: { type: 'string' }, engine: { type: 'string' } };
const { values } = parseArgs({ options });
const refuse = (text) => {
  console.error(text);
  process.exit(2);
};
const wholeNumber = (name, text) => (/^\d+$/.test(text) ? text : refuse(`--${name} takes a whole number, not ${text}`));

const cases = wholeNumber('cases', values.cases);
const seed = wholeNumber('seed', values.seed ?? String(Date.now() % 2 ** 31));
if (![undefined, 'sqlite', 'mysql'].includes(values.engine)) refuse(`--engine takes sqlite or mysql, not ${values.engine}`);

const mariadb = values.engine === 'sqlite' ? { url: null, missing: null, stop: async () => {} } : await testMariadb();
if (mariadb.missing) console.log(`Left out here: ${mariadb.missing}.`);
if (mariadb.missing && values.engine === 'mysql') process.exit(1);

console.log(`soak: ${cases} cases over ten years, seed ${seed}`);
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const week = 7 * 24 * 60 * 60_000;
const { status } = spawnSync(
  process.execPath,
  [
    jest,
    ...['--runTestsByPath', 'src/after-sales/clock-soak.spec.ts', '--verbose', `--testTimeout=${week}`],
    ...(values.engine ? ['-t', `on ${values.engine}`] : []),
  ],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      ...process.env,
      HEADWATER_SOAK_CASES: cases,
      HEADWATER_SEED: seed,
      ...(mariadb.url && { HEADWATER_TEST_MYSQL_URL: mariadb.url }),
    },
    stdio: 'inherit',
  },
);
await mariadb.stop();
console.log(`soak: ${status === 0 ? 'every law held' : 'a law failed'}; the same draws with --cases ${cases} --seed ${seed}`);
process.exit(status ?? 1);
