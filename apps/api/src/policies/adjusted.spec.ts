import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { assign, done, publish, refusal, rules, startChain, takeBack, type Chain } from './testing/operations.js';

describe.each(enginesHere())('values adjusted to later bounds on %s', (engine) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const list = (client = chain.operator, more: Record<string, unknown> = {}) => done(client, 'adjustedValues', more);

  /** EAST sets 30 days, SHOP3 28 of its own; afterwards HQ allows 20. */
  const bend = async (name: string) => {
    const { versionId } = await publish(chain.operator, rules, name, { selfServiceDays: { set: 30 } });
    await assign(chain.operator, versionId, 'EAST');
    const shop = { nodeId: unitId('SHOP3'), kind: rules };
    const { ownVersion } = await done(chain.operator, 'effectiveRules', shop);
    await done(chain.operator, 'setOwnRules', { ...shop, ownVersion, changes: { selfServiceDays: { set: 28 } } });
    const bound = await publish(chain.operator, rules, `${name}的限定`, {
      ...{
        noReasonDays: { set: 7 },
        freightPayer: { reset: true },
        conditions: { reset: true },
        selfServiceDays: { guard: { min: 5, max: 20 } },
      },
    });
    await assign(chain.operator, bound.versionId, 'HQ', { fit: true });
  };

  it('are listed with what was wanted, whose bounds bent them and who set them, of both tracks', async () => {
    expect((await list()).items).toEqual([]);
    await bend('三十天');
    const bent = { field: 'selfServiceDays', value: 20, by: { id: unitId('HQ') } };
    expect(await list()).toMatchObject({
      total: 2,
      items: [
        { ...bent, node: { id: unitId('EAST') }, wanted: 30, source: { track: 'library', policyName: '三十天' } },
        { ...bent, node: { id: unitId('SHOP3') }, wanted: 28, source: { track: 'own', policyName: null } },
      ],
    });
    const first = await list(chain.operator, { page: { first: 1 } });
    expect((await list(chain.operator, { page: { first: 1, after: first.nextCursor } })).items).toHaveLength(1);
  });

  it('are those that the viewer reaches, and as many as home counts', async () => {
    await bend('又三十天');
    const ids = async (client = chain.operator, more: Record<string, unknown> = {}) =>
      (await list(client, more)).items.map(({ node }: { node: { id: string } }) => node.id);
    expect(await ids(chain.east)).toEqual([unitId('EAST')]);
    expect(await ids(chain.operator, { within: unitId('WEST') })).toEqual([unitId('SHOP3')]);
    expect((await done(chain.operator, 'home')).valuesAdjusted).toBe(2);
    expect((await done(chain.operator, 'home', { within: unitId('WEST') })).valuesAdjusted).toBe(1);
    expect(await refusal(chain.operator, 'adjustedValues', { page: { first: 999 } })).toMatchObject({ field: 'page.first' });
  });
});
