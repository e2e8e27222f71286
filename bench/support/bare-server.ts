import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../e2e/support/product.js';

export interface BareServer {
  select: (sql: string, params: readonly (string | number)[]) => Promise<unknown[]>;
  end: () => Promise<void>;
}

/** node:http and the driver in a process of their own, as the product is. */
export async function startBare(env: Environment): Promise<BareServer> {
  const { DATABASE_URL: _url, ...rest } = process.env;
  const child = fork(fileURLToPath(new URL('bare.js', import.meta.url)), [], { env: { ...rest, ...env } });
  const [port] = (await once(child, 'message')) as [number];
  const select = async (sql: string, params: readonly (string | number)[]) => {
    const answer = await fetch(`http://127.0.0.1:${String(port)}`, { method: 'POST', body: JSON.stringify({ sql, params }) });
    return (await answer.json()) as unknown[];
  };
  const end = async () => {
    child.disconnect();
    await once(child, 'exit');
  };
  return { select, end };
}
