import { expect, test } from '@playwright/test';
import { Client, Refused } from './support/client.js';
import { emptyStorage, missing, type Storage } from './support/engines.js';
import { headwater, startProduct, type Environment, type Product } from './support/product.js';
import { redisMissing, startRedis, type Redis } from './support/redis.js';
import { isOn, plantPlace, turn, type Place } from './support/coverage.js';

const ADMIN = { email: 'admin@chain.example', password: 'two processes and one database' };
const PUSHES = 5;
/** The contract, counted from before the push is sent, so from before its commit. */
const SEEN_WITHIN = 1_000;

/** Two processes on one database, an administrator signed in at each. */
interface Pair {
  products: Product[];
  here: Client;
  there: Client;
  place: Place;
  end: () => Promise<void>;
}

async function startPair(env: Environment, place: Place): Promise<Pair> {
  const products = await Promise.all([startProduct(env), startProduct(env)]);
  const [here, there] = await Promise.all(products.map(({ url }) => Client.signedIn(url, ADMIN.email, ADMIN.password)));
  if (!here || !there) throw new Error('no pair');
  const end = async () => {
    const codes = await Promise.all(products.map((product) => product.stop()));
    expect(codes).toEqual([0, 0]);
  };
  return { products, here, there, place, end };
}

/** Milliseconds until a push through one process was answered by the other, for each of several pushes. */
async function pushTimes({ here, there, place: { hq, store } }: Pair): Promise<number[]> {
  const times: number[] = [];
  for (let push = 0; push < PUSHES; push += 1) {
    const on = !(await isOn(there, store));
    const since = performance.now();
    await turn(here, hq, on);
    while ((await isOn(there, store)) !== on) {
      if (performance.now() - since > 30_000) throw new Error('the push never arrived');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    times.push(performance.now() - since);
  }
  return times;
}

/** All but the slowest of several, because a loaded machine may stop anybody for a second. */
async function expectPushesSeen(pair: Pair): Promise<void> {
  const [, ...others] = (await pushTimes(pair)).sort((a, b) => b - a);
  expect(Math.max(...others)).toBeLessThanOrEqual(SEEN_WITHIN);
}

async function expectMinEpoch({ here, there, place: { hq, store } }: Pair): Promise<void> {
  for (let push = 0; push < PUSHES; push += 1) {
    const on = !(await isOn(here, store));
    there.minEpoch = await turn(here, hq, on);
    expect(await isOn(there, store)).toBe(on);
  }
  there.minEpoch = 1_000_000;
  const refusal = await isOn(there, store).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refused);
  expect(refusal).toMatchObject({ code: 'EPOCH_AHEAD' });
  there.minEpoch = null;
}

/** What a process says of itself, without asking it for anything that would make it look. */
async function epochSeen({ url }: Product): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^headwater_epoch (\d+)$/mu.exec(metrics)?.[1]);
}

test.describe('two processes on one database', () => {
  const reason = missing('MariaDB');
  test.skip(reason !== null, reason ?? '');
  let storage: Storage;
  let place: Place;

  test.beforeAll(async () => {
    storage = await emptyStorage('MariaDB');
    const { email, password } = ADMIN;
    const args = ['create-admin', '--email', email, '--name', 'Admin', '--chain', 'Two', '--password-stdin'];
    const made = await headwater(args, storage.env, `${password}\n`);
    expect(made.code, made.output).toBe(0);
    const product = await startProduct(storage.env);
    place = await plantPlace(await Client.signedIn(product.url, email, password));
    await product.stop();
  });
  test.afterAll(async () => storage.remove());

  test('a push through one is seen through the other within a second without Redis, and at once by who names its epoch', async () => {
    const pair = await startPair(storage.env, place);
    await expectPushesSeen(pair);
    await expectMinEpoch(pair);
    await pair.end();
    expect(pair.products.map(({ output, url }) => output().replace(url, ''))).toEqual(Array(2).fill('Headwater runs at \n'));
  });

  test.describe('with Redis', () => {
    const noRedis = reason === null ? redisMissing() : null;
    test.skip(noRedis !== null, noRedis ?? '');
    let redis: Redis;

    /** Hints go round: a process that nobody asks learns of an epoch by itself. */
    async function expectHints({ here, place: { hq, store }, products }: Pair): Promise<void> {
      const channel = `headwater:${new URL(storage.env['DATABASE_URL'] ?? '').pathname.slice(1)}:epoch`;
      await expect.poll(() => redis.listeners(channel), { timeout: 30_000 }).toBe(2);
      const epoch = await turn(here, hq, !(await isOn(here, store)));
      const idle = products[1];
      await expect.poll(() => (idle ? epochSeen(idle) : 0), { timeout: 10_000, intervals: [20] }).toBeGreaterThanOrEqual(epoch);
    }

    /** Said once when it is lost, however often it was tried again, and nothing else. */
    function expectCalm({ products }: Pair, words: RegExp[]): void {
      for (const { output } of products) {
        const lines = output().trim().split('\n').slice(1);
        expect(lines).toHaveLength(words.length);
        for (const [index, word] of words.entries()) expect(lines[index]).toMatch(word);
      }
    }

    test.beforeEach(async () => {
      redis = await startRedis();
    });
    test.afterEach(async () => redis.kill());

    test('a push is seen as soon, and by a process that nobody asks', async () => {
      const pair = await startPair({ ...storage.env, REDIS_URL: redis.url, LOG_LEVEL: 'warn' }, place);
      await expectHints(pair);
      await expectPushesSeen(pair);
      await expectMinEpoch(pair);
      await pair.end();
      expectCalm(pair, []);
    });

    test('that dies midway nothing fails or waits, and hints go round again once it is back', async () => {
      const pair = await startPair({ ...storage.env, REDIS_URL: redis.url, LOG_LEVEL: 'warn' }, place);
      await expectHints(pair);
      await redis.kill();
      await expectPushesSeen(pair);
      await expectMinEpoch(pair);
      redis = await startRedis(redis.port);
      await expectHints(pair);
      await pair.end();
      expectCalm(pair, [/Redis does not answer/u]);
    });

    test('that was never there nothing fails or waits', async () => {
      await redis.kill();
      const pair = await startPair({ ...storage.env, REDIS_URL: redis.url, LOG_LEVEL: 'warn' }, place);
      await expectPushesSeen(pair);
      await expectMinEpoch(pair);
      await pair.end();
      expectCalm(pair, [/Redis does not answer/u]);
      redis = await startRedis(redis.port);
    });
  });
});
