import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './programs.mjs';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? ['--user=root'] : [];

/** Why no private MariaDB can be started here; null when one can. */
function mariadbMissing() {
  const lacking = ['mariadbd', 'mariadb-install-db'].filter((name) => !findProgram([name]));
  return lacking.length === 0 ? null : `no MariaDB: ${lacking.join(' and ')} not found (Debian: apt-get install mariadb-server)`;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A server that speaks first: the greeting of the protocol, not only an open port, says that it is ready. */
function greets(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(true) || socket.destroy());
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

function install(dir) {
  const args = [
    '--no-defaults',
    `--datadir=${dir}/data`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...asRoot,
  ];
  const { status, stdout, stderr } = spawnSync(findProgram(['mariadb-install-db']), args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mariadb-install-db failed:\n${stdout}${stderr}`);
}

/** Durability is given up on purpose: the data folder is thrown away with the server. */
function options(dir, port) {
  return [
    '--no-defaults',
    `--datadir=${dir}/data`,
    `--socket=${dir}/socket`,
    `--pid-file=${dir}/pid`,
    `--log-error=${dir}/log`,
    `--init-file=${dir}/init.sql`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_general_ci',
    '--innodb-buffer-pool-size=256M',
    '--innodb-flush-log-at-trx-commit=0',
    '--skip-name-resolve',
    ...asRoot,
  ];
}

async function ready(child, port, dir) {
  const until = Date.now() + 60_000;
  while (!(await greets(port))) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`mariadbd did not start:\n${readFileSync(`${dir}/log`, 'utf8')}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Starts a MariaDB of our own on a free port of the loopback, with a data folder that is removed when it stops.
 * `databases` are made at once, empty. It also stops when this process ends.
 */
async function startMariadb({ databases = ['headwater_test'] } = {}) {
  const missing = mariadbMissing();
  if (missing) throw new Error(missing);
  const dir = mkdtempSync(join(tmpdir(), 'headwater-mariadb-'));
  install(dir);
  writeFileSync(`${dir}/init.sql`, databases.map((name) => `CREATE DATABASE IF NOT EXISTS \`${name}\`;\n`).join(''));
  const port = await freePort();
  const child = spawn(findProgram(['mariadbd']), options(dir, port), { stdio: 'ignore' });
  const gone = new Promise((resolve) => child.once('close', resolve));
  const discard = () => {
    if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  };
  process.once('exit', discard);
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await gone;
    clearTimeout(late);
    process.off('exit', discard);
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await ready(child, port, dir);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: (database = databases[0]) => `mysql://root@127.0.0.1:${port}/${database}`, stop };
}

/**
 * A server for the tests: the one of HEADWATER_TEST_MYSQL_URL, or a private one, or none with the reason.
 * Returns `{ url, missing, stop }` where one of `url` (a string) and `missing` (words) is null.
 */
export async function testMariadb() {
  const given = process.env.HEADWATER_TEST_MYSQL_URL;
  if (given) return { url: given, missing: null, stop: async () => {} };
  const missing = mariadbMissing();
  if (missing) return { url: null, missing, stop: async () => {} };
  const server = await startMariadb();
  return { url: server.url(), missing: null, stop: server.stop };
}
