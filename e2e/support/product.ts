import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The workspace's folder, wherever this file was compiled to. */
function workspace(from: string): string {
  return existsSync(join(from, 'nx.json')) ? from : workspace(dirname(from));
}

const root = workspace(dirname(fileURLToPath(import.meta.url)));
const main = join(root, 'apps/api/dist/main.js');
const cli = join(root, 'apps/api/bin/headwater.js');

export type Environment = Record<string, string>;

/** A free port of this machine. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A data folder of this test's own. */
export function temporaryFolder(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'headwater-e2e-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Without the servers of the machine, and without the colours asked of the runner: Node warns where both words are set. */
const clean = (env: Environment): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _url, REDIS_URL: _redis, FORCE_COLOR: _colour, ...rest } = process.env;
  return { ...rest, LOG_LEVEL: 'error', ...env };
};

interface Started {
  child: ChildProcess;
  /** What it printed so far. */
  output: () => string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
}

function run(script: string, args: readonly string[], env: Environment, input = ''): Started {
  const child = spawn(process.execPath, [script, ...args], { env: clean(env), cwd: root });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stdin.end(input);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, output: () => text, ended };
}

export interface Outcome {
  code: number | null;
  output: string;
}

async function toTheEnd({ output, ended }: Started): Promise<Outcome> {
  const code = await ended;
  return { code, output: output() };
}

/** Runs `headwater …` to its end. */
export const headwater = (args: readonly string[], env: Environment, input = ''): Promise<Outcome> =>
  toTheEnd(run(cli, args, env, input));

/** A start that is expected to fail: what it said, and its exit code. */
export const failedStart = (env: Environment): Promise<Outcome> => toTheEnd(run(main, [], env));

export interface Product {
  url: string;
  port: number;
  /** Of its process. */
  pid: number;
  /** What it printed so far. */
  output: () => string;
  /** Ctrl-C. @returns its exit code */
  stop: () => Promise<number | null>;
}

/** A busy machine takes minutes to plant the demo chain. */
const PATIENCE = 480_000;

async function untilReady(url: string, { child, output }: Started): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += 200) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${String(child.exitCode)}: ${output()}`);
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill('SIGKILL');
  throw new Error(`not ready in ${String(PATIENCE / 1000)} s: ${output()}`);
}

/** Starts the built product on a free port and waits until it is ready. */
export async function startProduct(env: Environment): Promise<Product> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const started = run(main, [], { ...env, PORT: String(port), HEADWATER_PUBLIC_URL: url });
  const { child, output, ended } = started;
  await untilReady(url, started);
  const stop = () => {
    child.kill('SIGINT');
    return ended;
  };
  return { url, port, pid: child.pid ?? 0, output, stop };
}
