import { CSRF_HEADER } from '../../auth/actor.guard.js';
import { buyerLinkEnd, BuyerTokenService } from '../../auth/buyer-token.service.js';
import { createTestApp, type Engine, type TestApp } from '../test-app.js';
import { operations } from './operations.js';
import { Oracle } from './oracle.js';
import type { Asked, Operation } from './operation.js';
import { plantWorld } from './plant.js';
import { Random } from './random.js';
import { makeWorld, type Asker, type World } from './world.js';

const CALLS_A_WORLD = 1000;

export interface Disagreement {
  readonly seed: number;
  readonly operation: string;
  readonly roles: readonly string[];
  readonly asked: Asked;
  readonly said: unknown;
  readonly expected: unknown;
}

export interface MatrixResult {
  readonly calls: number;
  /** How often each operation was asked. */
  readonly asked: ReadonlyMap<string, number>;
  /** Answers that were more than nothing and a refusal. */
  readonly telling: number;
  readonly disagreements: readonly Disagreement[];
}

/** Headers by which the API knows who asks. */
type Credentials = Readonly<Record<string, string>>;

interface Known {
  readonly asker: Asker;
  readonly credentials: Credentials;
}

async function everybody({ app, clock }: TestApp, { people, buyers }: World): Promise<Known[]> {
  const staff = people.map((asker) => ({ asker, credentials: { cookie: `headwater=${encodeURIComponent(asker.token)}` } }));
  const tokens = app.get(BuyerTokenService);
  const links = buyers.map(async (asker) => {
    const token = await tokens.sign({ id: asker.linkId, expiresAt: buyerLinkEnd(clock.now()) });
    return { asker, credentials: { authorization: `Buyer ${token}` } };
  });
  return [...staff, ...(await Promise.all(links))];
}

/** Asks in this process what a browser would ask over the network. */
async function ask({ app }: TestApp, credentials: Credentials, { query, said }: Operation, variables: Asked): Promise<unknown> {
  const headers = { ...credentials, [CSRF_HEADER]: '1' };
  if (query.startsWith('/')) {
    const file = await app.inject({ method: 'GET', url: query.replace(':id', variables['id'] ?? ''), headers });
    return file.statusCode === 200 ? said(file.body) : file.json().code;
  }
  const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
  const { data, errors } = response.json();
  const code: unknown = errors?.[0]?.extensions?.code;
  if (code === 'NOT_FOUND') return null;
  return code === undefined ? said(data) : code;
}

const isTelling = (said: unknown): boolean =>
  said !== null && said !== 'FORBIDDEN' && !(Array.isArray(said) && said.length === 0);

/** Random chains, people, rows and questions; every answer is compared with the oracle's. */
export async function runMatrix(engine: Engine, seed: number, calls: number): Promise<MatrixResult> {
  const asked = new Map(operations.map(({ name }) => [name, 0]));
  const disagreements: Disagreement[] = [];
  let [made, telling] = [0, 0];
  for (let round = 0; made < calls; round += 1) {
    const world = makeWorld(seed + round);
    for await (const { operation, ...answer } of answersIn(engine, world, Math.min(CALLS_A_WORLD, calls - made))) {
      made += 1;
      asked.set(operation, (asked.get(operation) ?? 0) + 1);
      if (isTelling(answer.said)) telling += 1;
      if (JSON.stringify(answer.said) !== JSON.stringify(answer.expected)) disagreements.push({ operation, ...answer });
    }
  }
  return { calls: made, asked, telling, disagreements };
}

async function* answersIn(engine: Engine, world: World, calls: number): AsyncGenerator<Disagreement> {
  const it = await createTestApp(engine);
  try {
    await plantWorld(it, world);
    const askers = await everybody(it, world);
    const random = new Random(world.seed ^ 0x5eed);
    for (let made = 0; made < calls;) {
      const { asker, credentials } = random.pick(askers);
      const oracle = new Oracle(world, asker);
      for (const operation of operations) {
        const about = operation.about(oracle, random);
        if (about === null || made >= calls) continue;
        made += 1;
        const said = await ask(it, credentials, operation, about);
        const expected = oracle.holds(operation.permission) ? operation.expected(oracle, about) : 'FORBIDDEN';
        const roles =
          asker.order === null ? asker.held.map(({ role, unit }) => `${role} at ${unit}`) : [`buyer of ${asker.order}`];
        yield { seed: world.seed, operation: operation.name, roles, asked: about, said, expected };
      }
    }
  } finally {
    await it.close();
  }
}
