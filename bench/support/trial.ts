import { Client } from '../../e2e/support/client.js';
import { emptyStorage, type Engine, type Storage } from '../../e2e/support/engines.js';
import { headwater, startProduct, type Environment, type Product } from '../../e2e/support/product.js';
import { openDriver, type Driver } from './storage.js';

export const ADMIN = { email: 'admin@bench.example', password: 'a password of the bench' };

export interface Trial {
  product: Product;
  admin: Client;
  driver: Driver;
  /** What it was started with. */
  env: Environment;
  /** The chain's HQ. */
  hq: string;
  end: () => Promise<void>;
}

async function begin(storage: Storage, prepare: (driver: Driver) => Promise<void>, more: Environment): Promise<Trial> {
  const made = await headwater(
    ['create-admin', '--email', ADMIN.email, '--name', 'Admin', '--chain', 'Bench', '--password-stdin'],
    storage.env,
    `${ADMIN.password}\n`,
  );
  if (made.code !== 0) throw new Error(made.output);
  const driver = await openDriver(storage.env);
  await prepare(driver);
  const env = { ...storage.env, NODE_ENV: 'production', LOG_LEVEL: 'silent', ...more };
  const product = await startProduct(env);
  const admin = await Client.signedIn(product.url, ADMIN.email, ADMIN.password);
  const { viewer } = await admin.ask<{ viewer: { home: { id: string } } }>('{ viewer { home { id } } }');
  const trial: Trial = {
    ...{ product, admin, driver, env, hq: viewer.home.id },
    end: async () => {
      await trial.product.stop();
      await driver.close();
      await storage.remove();
    },
  };
  return trial;
}

/** An empty product on this engine with an administrator signed in; `prepare` plants rows by the bare driver before it starts. */
export async function startTrial(
  engine: Engine,
  prepare: (driver: Driver) => Promise<void> = () => Promise.resolve(),
  more: Environment = {},
): Promise<Trial> {
  return begin(await emptyStorage(engine), prepare, more);
}
