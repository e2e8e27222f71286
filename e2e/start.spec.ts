import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Client, Refused } from './support/client.js';
import { failedStart, freePort, headwater, startProduct, temporaryFolder, type Environment } from './support/product.js';

const ADMIN = { email: 'first@chain.example', password: 'correct horse battery staple' };

let folder: ReturnType<typeof temporaryFolder>;
let env: Environment;

test.beforeEach(() => {
  folder = temporaryFolder();
  env = { HEADWATER_DATA_DIR: folder.dir, HEADWATER_DEMO: '0' };
});
test.afterEach(() => folder.remove());

/** The start ended with this one line and the exit code 1. */
async function expectOneLine(settings: Environment, words: RegExp): Promise<void> {
  const { code, output } = await failedStart({ ...env, ...settings });
  expect(output.trim()).toMatch(words);
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
}

interface Setup {
  demo: boolean;
  demoAccounts: unknown[];
  needsAdministrator: boolean;
}

const setupOf = async (url: string): Promise<Setup> =>
  (await new Client(url).ask<{ setup: Setup }>('{ setup { demo demoAccounts { email } needsAdministrator } }')).setup;

test('it starts empty on the embedded database, answers on one port, and Ctrl-C ends it in order', async () => {
  const product = await startProduct(env);
  expect(product.output().trim()).toBe(`Headwater runs at ${product.url}`);
  expect(existsSync(join(folder.dir, 'headwater.sqlite'))).toBe(true);
  for (const path of ['/healthz', '/readyz']) {
    const answer = await fetch(`${product.url}${path}`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  }
  const metrics = await fetch(`${product.url}/metrics`);
  expect(await metrics.text()).toMatch(/^process_cpu_seconds_total \d/mu);
  const page = await fetch(product.url);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await product.stop()).toBe(0);
});

test('without the demo nobody is there until an administrator is made, and the next start knows him', async () => {
  const first = await startProduct(env);
  expect(await setupOf(first.url)).toEqual({ demo: false, demoAccounts: [], needsAdministrator: true });
  await first.stop();
  const made = await headwater(
    ['create-admin', '--email', ADMIN.email, '--name', 'First', '--password-stdin'],
    env,
    `${ADMIN.password}\n`,
  );
  expect(made.code, made.output).toBe(0);
  const second = await startProduct(env);
  try {
    expect(await setupOf(second.url)).toEqual({ demo: false, demoAccounts: [], needsAdministrator: false });
    const admin = await Client.signedIn(second.url, ADMIN.email, ADMIN.password);
    const { people } = await admin.ask<{ people: { items: { email: string }[] } }>('{ people { items { email } } }');
    expect(people.items).toEqual([{ email: ADMIN.email }]);
    await expect(Client.signedIn(second.url, ADMIN.email, 'not the password')).rejects.toBeInstanceOf(Refused);
  } finally {
    await second.stop();
  }
});

test('a port in use is one clear line', async () => {
  const product = await startProduct(env);
  try {
    await expectOneLine({ PORT: String(product.port) }, new RegExp(`port ${String(product.port)} is in use.*PORT=`, 'u'));
  } finally {
    await product.stop();
  }
});

test('a database that cannot be opened is one clear line', async () => {
  const file = join(folder.dir, 'headwater.sqlite');
  writeFileSync(file, 'no database at all, and longer than its header would be. '.repeat(4));
  await expectOneLine({}, /headwater\.sqlite cannot be opened: file is not a database$/u);
  await expectOneLine(
    { HEADWATER_DATA_DIR: join(file, 'below') },
    /The folder of .*below\/headwater\.sqlite cannot be made: ENOTDIR/u,
  );
  const closed = String(await freePort());
  await expectOneLine(
    { DATABASE_URL: `mysql://somebody:secret@127.0.0.1:${closed}/headwater` },
    new RegExp(`mysql://somebody:\\*\\*\\*@127\\.0\\.0\\.1:${closed}/headwater cannot be opened: .*ECONNREFUSED`, 'u'),
  );
});

test('a setting that is wrong is one clear line that names it', async () => {
  await expectOneLine({ PORT: 'three thousand' }, /did not start: PORT: /u);
  await expectOneLine(
    { NODE_ENV: 'production', HEADWATER_NOW: '2018-10-01T00:00:00Z' },
    /HEADWATER_NOW: the clock cannot be set/u,
  );
});
