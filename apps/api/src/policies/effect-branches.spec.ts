import { periodOf } from '@headwater/ledger';
import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { postCost } from './testing/costs.js';
import { assign, done, publish, startChain, subsidy, takeBack, type Chain } from './testing/operations.js';

const BRANCHES = 'branchesOf(keys: $keys, field: $field, page: $page) { total nextCursor items { id name } }';
const previewCoverage = `query ($nodeId: ID!, $keys: [String!]!, $field: String, $page: PageInput) {
  it: previewCoverage(nodeId: $nodeId, on: true) { changed fields { field branches } reasons { key code branches by { id } } ${BRANCHES} } }`;
const changeSet = `query ($id: ID!, $keys: [String!]!, $field: String, $page: PageInput) {
  it: changeSet(id: $id) { impact { effects { changed reasons { key } ${BRANCHES} } } } }`;

describe.each(enginesHere())('the branches behind the figures of an effect on %s', (engine) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const ask = async (variables: object, document = previewCoverage, client = chain.operator): Promise<Loose> => {
    const { data, errors } = await client.graphql(document, { nodeId: unitId('HQ'), keys: ['changed'], ...variables });
    return errors.length > 0 ? { refused: errors[0]?.extensions?.code } : data.it;
  };
  const ids = (codes: readonly string[]) => codes.map(unitId);
  const listed = ({ branchesOf }: Loose) => branchesOf.items.map(({ id }: Loose) => id);
  const lock = { enabled: { set: false, lock: true } } as never;

  it('are as many as each figure says, and in the order of the organization', async () => {
    const { versionId } = await publish(chain.operator, subsidy, '不开通', lock);
    await assign(chain.operator, versionId, 'SHOP1');
    const effect = await ask({});
    expect(listed(effect)).toEqual(ids(['SHOP2', 'SHOP3']));
    expect(effect).toMatchObject({ changed: 2, branchesOf: { total: 2, nextCursor: null } });
    const [reason] = effect.reasons;
    expect(reason).toMatchObject({ branches: 1, by: { id: unitId('SHOP1') } });
    expect(listed(await ask({ keys: [reason.key] }))).toEqual(ids(['SHOP1']));
    expect(listed(await ask({ keys: ['changed', reason.key] }))).toEqual(ids(['SHOP1', 'SHOP2', 'SHOP3']));
    expect(listed(await ask({ keys: ['nothing'] }))).toEqual([]);
  });

  it('are of one field where it is named', async () => {
    expect(listed(await ask({ field: 'enabled' }))).toEqual(ids(['SHOP1', 'SHOP2', 'SHOP3']));
    expect(listed(await ask({ field: 'mode' }))).toEqual([]);
  });

  it('come by pages', async () => {
    const first = await ask({ page: { first: 2 } });
    expect(first.branchesOf.total).toBe(3);
    const second = await ask({ page: { first: 2, after: first.branchesOf.nextCursor } });
    expect([...listed(first), ...listed(second)]).toEqual(ids(['SHOP1', 'SHOP2', 'SHOP3']));
    expect(await ask({ page: { first: 201 } })).toEqual({ refused: 'BAD_INPUT' });
  });

  it('are for whoever may look at the effect itself', async () => {
    expect(await ask({}, previewCoverage, chain.east)).toEqual({ refused: 'NOT_FOUND' });
    expect(listed(await ask({ nodeId: unitId('EAST') }, previewCoverage, chain.east))).toEqual(ids(['SHOP1', 'SHOP2']));
    expect(await ask({ nodeId: unitId('SHOP1') }, previewCoverage, chain.manager)).toEqual({ refused: 'FORBIDDEN' });
  });

  it('come with what returns cost there this month, where one may know it', async () => {
    const asked = (code: string, client = chain.operator) =>
      client.graphql(`query ($id: ID!) { it: previewCoverage(nodeId: $id, on: true) { costThisMonth } }`, { id: unitId(code) });
    const period = periodOf(chain.it.clock.now(), 'Asia/Shanghai');
    await postCost(chain.it.database, { path: ['HQ', 'EAST', 'MALL', 'SHOP1'], period, amount: 1200 });
    await postCost(chain.it.database, { path: ['HQ', 'WEST', 'SHOP3'], period, amount: 300 });
    expect((await asked('HQ')).data.it).toEqual({ costThisMonth: 1500 });
    expect((await asked('EAST', chain.east)).data.it).toEqual({ costThisMonth: 1200 });
  });

  it('are told of a change set while it is judged anew, and no more once its impact is kept', async () => {
    const changes = { enabled: { set: true } };
    const operations = [{ verb: 'setOwn', kind: subsidy, nodeId: unitId('EAST'), changes }];
    const { id, version } = await done(chain.operator, 'createChangeSet', { input: { title: '开通', operations } });
    const [effect] = (await ask({ id }, changeSet)).impact.effects;
    expect(listed(effect)).toEqual(ids(['SHOP1', 'SHOP2']));
    await done(chain.operator, 'applyChangeSet', { id, version });
    expect((await ask({ id }, changeSet)).impact.effects).toMatchObject([{ changed: 2, branchesOf: null }]);
  });
});
