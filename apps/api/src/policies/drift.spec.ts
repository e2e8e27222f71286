import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { assign, done, publish, rules, startChain, subsidy, takeBack, type Chain } from './testing/operations.js';

const HOUR = 3_600_000;

describe.each(enginesHere())('the drift board on %s', (engine) => {
  let chain: Chain;
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const push = async (code: string, directives: object) => {
    names += 1;
    const { versionId } = await publish(chain.operator, rules, `下发 ${String(names)}`, directives as never);
    await assign(chain.operator, versionId, code);
  };
  const setOwn = async (code: string, changes: object, kind = rules) => {
    const place = { nodeId: unitId(code), kind };
    const { ownVersion } = await done(chain.operator, 'effectiveRules', place);
    await done(chain.operator, 'setOwnRules', { ...place, changes, ownVersion });
  };
  const list = (filter: object = {}, client = chain.operator) => done(client, 'drifts', { filter });
  const pass = () => chain.it.clock.set(chain.it.clock.now() + HOUR);

  it('tells who overrides what, since when, and of what class', async () => {
    await setOwn('SHOP1', { selfServiceDays: { set: 30 }, shipDays: { set: 7 } });
    pass();
    await push('EAST', { selfServiceDays: { set: 20 } });
    const { items, total, byClass } = await list();
    expect(items).toMatchObject([
      {
        ...{ node: { id: unitId('SHOP1') }, field: 'selfServiceDays', own: 30, inherited: 20, class: 'detached' },
        ...{ inheritedSource: { node: { id: unitId('EAST') } }, authorName: '张敏', allowedActions: ['rules.setOwn'] },
      },
      { field: 'shipDays', own: 7, inherited: 7, class: 'redundant' },
    ]);
    expect(total).toBe(2);
    expect(byClass).toEqual([
      { class: 'dead', count: 0 },
      { class: 'redundant', count: 1 },
      { class: 'detached', count: 1 },
      { class: 'customised', count: 0 },
    ]);
    pass();
    await push('EAST', { selfServiceDays: { set: 20, lock: true } });
    expect((await list({ class: 'dead' })).items).toMatchObject([{ field: 'selfServiceDays' }]);
  });

  it('is empty again once a unit has gone back to inherit', async () => {
    await setOwn('SHOP1', { selfServiceDays: { set: 30 } });
    const [drift] = (await list()).items;
    const { ownVersion } = drift;
    const place = { nodeId: unitId('SHOP1'), kind: rules };
    await done(chain.operator, 'setOwnRules', { ...place, changes: { selfServiceDays: null }, ownVersion });
    expect((await list()).items).toEqual([]);
  });

  it('is filtered by unit, kind and field, and reaches as far as the viewer does', async () => {
    await setOwn('SHOP1', { selfServiceDays: { set: 30 } });
    await setOwn('SHOP3', { shipDays: { set: 9 } });
    await setOwn('SHOP3', { enabled: { set: true } }, subsidy);
    const fieldsIn = async (filter: object, client = chain.operator) =>
      (await list(filter, client)).items.map(({ field }: { field: string }) => field).sort();
    expect(await fieldsIn({})).toEqual(['enabled', 'selfServiceDays', 'shipDays']);
    expect(await fieldsIn({ within: unitId('EAST') })).toEqual(['selfServiceDays']);
    expect(await fieldsIn({ kind: subsidy })).toEqual(['enabled']);
    expect(await fieldsIn({ field: 'shipDays' })).toEqual(['shipDays']);
    expect(await fieldsIn({}, chain.east)).toEqual(['selfServiceDays']);
    const { data } = await chain.operator.graphql('{ home { drifts } }');
    expect(data.home.drifts).toBe(3);
    const page = await done(chain.operator, 'drifts', { page: { first: 2 } });
    expect(page).toMatchObject({ total: 3, items: [{}, {}] });
    const next = await done(chain.operator, 'drifts', { page: { first: 2, after: page.nextCursor } });
    expect(next).toMatchObject({ nextCursor: null, items: [{}] });
    const { node, kind, field, ownVersion } = page.items[1];
    await done(chain.operator, 'setOwnRules', { nodeId: node.id, kind, changes: { [field]: null }, ownVersion });
    const behind = await done(chain.operator, 'drifts', { page: { first: 2, after: page.nextCursor } });
    expect(behind.items.map(({ id }: { id: string }) => id)).toEqual(next.items.map(({ id }: { id: string }) => id));
  });

  it('tells until when an exemption agreed to it, and of no other field', async () => {
    await push('HQ', {
      noReasonDays: { set: 9, lock: true },
      freightPayer: { reset: true },
      conditions: { reset: true },
      selfServiceDays: { set: 15 },
    });
    const to = new Date(chain.it.clock.now() + HOUR / 2).toISOString();
    const input = { nodeId: unitId('SHOP1'), kind: rules, fields: ['noReasonDays'], ancestorId: unitId('HQ'), to };
    await done(chain.operator, 'grantExemption', { input, reason: '周年庆' });
    await setOwn('SHOP1', { noReasonDays: { set: 15 }, shipDays: { set: 9 } });
    expect((await list()).items).toMatchObject([
      { field: 'noReasonDays', agreedUntil: to },
      { field: 'shipDays', agreedUntil: null },
    ]);
    pass();
    expect((await list({ field: 'noReasonDays' })).items).toMatchObject([{ class: 'dead', agreedUntil: null }]);
  });

  it('counts by field what any field has, the most frequent first', async () => {
    await setOwn('SHOP1', { shipDays: { set: 9 }, selfServiceDays: { set: 30 } });
    await setOwn('SHOP3', { shipDays: { set: 9 } });
    const { total, byField } = await list({ field: 'selfServiceDays' });
    expect(total).toBe(1);
    expect(byField).toEqual([
      { kind: rules, field: 'shipDays', count: 2 },
      { kind: rules, field: 'selfServiceDays', count: 1 },
    ]);
  });

  it('changes when what was scheduled begins', async () => {
    const from = new Date(chain.it.clock.now() + HOUR).toISOString();
    await setOwn('SHOP1', { selfServiceDays: { set: 30 } });
    const { versionId } = await publish(chain.operator, rules, '预排', { selfServiceDays: { set: 30 } });
    await assign(chain.operator, versionId, 'EAST', { from });
    expect((await list()).items).toMatchObject([{ class: 'customised' }]);
    pass();
    expect((await list()).items).toMatchObject([{ class: 'redundant' }]);
  });
});
