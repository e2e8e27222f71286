import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort, temporaryFolder } from './product.js';

const program = process.env['HEADWATER_TEST_REDIS_SERVER'];

/** Why no Redis can be started here; null when one can. Where everything is required, the absence is an error. */
export function redisMissing(): string | null {
  if (program !== undefined) return null;
  if (process.env['HEADWATER_REQUIRE_ALL'] === '1') throw new Error('no Redis, and HEADWATER_REQUIRE_ALL=1 allows no skip');
  return 'no Redis here: HEADWATER_TEST_REDIS_SERVER is not set';
}

/** The answer to one command, as it stands on the wire; null while nobody answers. */
function command(port: number, words: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${words}\r\n`));
    socket.once('data', (chunk) => {
      resolve(chunk.toString());
      socket.destroy();
    });
    socket.once('error', () => resolve(null));
    socket.once('close', () => resolve(null));
  });
}

export interface Redis {
  port: number;
  url: string;
  /** How many processes listen to the hints of a database. */
  listeners: (channel: string) => Promise<number>;
  /** Dies as a machine does: without a word. */
  kill: () => Promise<void>;
}

/** A Redis of the test's own, with nothing on disk but an empty folder. */
export async function startRedis(port?: number): Promise<Redis> {
  const at = port ?? (await freePort());
  const folder = temporaryFolder();
  const args = ['--port', String(at), '--bind', '127.0.0.1', '--dir', folder.dir, '--save', '', '--appendonly', 'no'];
  const child = spawn(program ?? 'redis-server', args, { stdio: 'ignore' });
  const ended = once(child, 'close');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
    folder.remove();
  };
  for (let waited = 0; !(await command(at, 'PING'))?.startsWith('+PONG'); waited += 50) {
    if (child.exitCode !== null || waited > 30_000) throw new Error(`redis-server did not start on port ${String(at)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const listeners = async (channel: string) =>
    Number(/:(\d+)\r\n$/u.exec((await command(at, `PUBSUB NUMSUB ${channel}`)) ?? '')?.[1]);
  return { port: at, url: `redis://127.0.0.1:${String(at)}`, listeners, kill };
}
