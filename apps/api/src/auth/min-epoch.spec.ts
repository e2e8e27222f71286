import request from 'supertest';
import { startChain, subsidy, takeBack, type Chain } from '../policies/testing/operations.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { CSRF_HEADER } from './actor.guard.js';
import { MIN_EPOCH_HEADER } from './min-epoch.js';

const TURN = `mutation ($nodeId: ID!) { turnCoverage(nodeId: $nodeId, on: true) { epoch } }`;
const READ = `query ($nodeId: ID!) { effectiveRules(nodeId: $nodeId, kind: ${subsidy}) { epoch } coverage(parentId: $nodeId) { total } }`;

describe.each(enginesHere())('a request with x-min-epoch on %s', (engine) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const send = (query: string, minEpoch?: string) =>
    request(chain.it.app.getHttpServer())
      .post('/graphql')
      .set({
        [CSRF_HEADER]: '1',
        cookie: chain.operator.cookie,
        ...(minEpoch !== undefined && { [MIN_EPOCH_HEADER]: minEpoch }),
      })
      .send({ query, variables: { nodeId: unitId('HQ') } });

  it('is answered from that epoch or a later one; the answer to a change names the epoch that holds it', async () => {
    const turned = await send(TURN);
    const { epoch } = turned.body.data.turnCoverage;
    expect(turned.headers['x-epoch']).toBe(String(epoch));
    const read = await send(READ, String(epoch));
    expect(read.body.data.effectiveRules.epoch).toBeGreaterThanOrEqual(epoch);
    expect(read.headers).not.toHaveProperty('x-epoch');
  });

  it('is refused at once where this process sees no such epoch, whatever it asks for', async () => {
    for (const query of [READ, '{ people { items { id } } }', TURN]) {
      const { body } = await send(query, '1000000');
      expect(body.errors[0].extensions).toMatchObject({ code: 'EPOCH_AHEAD', details: { asked: 1_000_000 } });
      expect(body.data ?? null).toBeNull();
    }
    const plain = await send(READ);
    expect(plain.body.errors).toBeUndefined();
  });

  it.each(['-1', '1.5', 'soon', '1'.repeat(16)])('is refused where it names no epoch: %s', async (text) => {
    expect((await send(READ, text)).body.errors[0].extensions).toMatchObject({ code: 'BAD_INPUT', field: MIN_EPOCH_HEADER });
  });
});
