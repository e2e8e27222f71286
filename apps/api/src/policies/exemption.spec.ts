import { PolicyExemption } from './policy.entity.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import {
  assign,
  done,
  fieldAt,
  publish,
  refusal,
  rules,
  startChain,
  subsidy,
  takeBack,
  told,
  type Chain,
} from './testing/operations.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const actual = (cap: number) => ({ kind: 'actual' as const, cap });

describe.each(enginesHere())('exemptions on %s', (engine) => {
  let chain: Chain;
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  beforeEach(() => push('HQ', { mode: { set: actual(1500), lock: true } }));
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const now = () => chain.it.clock.now();
  const iso = (at: number) => new Date(at).toISOString();
  const push = async (code: string, directives: object) => {
    names += 1;
    const { versionId } = await publish(chain.operator, subsidy, `下发 ${String(names)}`, directives as never);
    await assign(chain.operator, versionId, code);
  };
  const request = (more: object = {}) => ({
    input: {
      ...{ nodeId: unitId('SHOP1'), kind: subsidy, fields: ['mode'], ancestorId: unitId('HQ') },
      ...{ to: iso(now() + 10 * DAY), ...more },
    },
    reason: '商场周年庆',
  });
  const grant = (more: object = {}, client = chain.operator) => done(client, 'grantExemption', request(more));
  const refused = (more: object = {}, client = chain.operator) => refusal(client, 'grantExemption', request(more));
  const setOwn = async (changes: object, client = chain.manager) => {
    const { ownVersion } = await done(chain.operator, 'effectiveRules', { nodeId: unitId('SHOP1'), kind: subsidy });
    return { client, variables: { nodeId: unitId('SHOP1'), kind: subsidy, changes, ownVersion } };
  };
  const mode = (code = 'SHOP1', client = chain.operator) => fieldAt(client, code, subsidy, 'mode');
  const list = (filter: object = {}, client = chain.operator) => done(client, 'exemptions', { filter });

  it('say how many days are left once they end within fourteen', async () => {
    await grant({ to: iso(now() + 20 * DAY) });
    expect((await list()).items).toMatchObject([{ state: 'live', daysLeft: null }]);
    await grant({ nodeId: unitId('SHOP2'), to: iso(now() + 9 * DAY + HOUR) });
    expect((await list()).items).toMatchObject([{ node: { id: unitId('SHOP2') }, daysLeft: 10 }, { daysLeft: null }]);
  });

  it('change nothing by themselves, and let the unit set its own value until they expire', async () => {
    expect(await mode()).toMatchObject({ state: 'locked', editable: false, liftable: [{ id: unitId('HQ') }] });
    const effect = await grant();
    expect(effect).toMatchObject({ dryRun: false, branches: 1, changed: 0, reasons: [{ code: 'same', branches: 1 }] });
    expect(await mode()).toMatchObject({
      ...{ value: actual(1500), state: 'exempt', lock: null, liftable: [] },
      exemptions: [{ node: { id: unitId('SHOP1') }, ancestor: { id: unitId('HQ') }, authorName: '张敏' }],
    });
    expect(await mode('SHOP1', chain.manager)).toMatchObject({ editable: true, liftable: [] });
    expect((await mode('SHOP2')).state).toBe('locked');
    const { client, variables } = await setOwn({ mode: { set: actual(900) } });
    await done(client, 'setOwnRules', variables);
    expect(await mode()).toMatchObject({ value: actual(900), state: 'customised' });
    const why = { nodeId: unitId('SHOP1'), kind: subsidy, field: 'mode' };
    expect(await done(chain.operator, 'explainRule', why)).toMatchObject({
      candidates: [
        { value: 'overridden', lock: 'lifted' },
        { value: 'applied', lock: 'none' },
      ],
      next: { value: actual(1500), fact: 'exemption', event: 'ends' },
    });
    const expired = iso(now() + 11 * DAY);
    expect(await fieldAt(chain.operator, 'SHOP1', subsidy, 'mode', expired)).toMatchObject({
      ...{ value: actual(1500), state: 'locked' },
    });
  });

  it('are foreseen with the own values that lie under the lock', async () => {
    await takeBack(chain);
    const { variables } = await setOwn({ mode: { set: actual(900) } });
    await done(chain.manager, 'setOwnRules', variables);
    await push('HQ', { mode: { set: actual(1500), lock: true } });
    expect((await mode()).value).toEqual(actual(1500));
    const foreseen = await done(chain.operator, 'previewExemption', { input: request().input });
    expect(foreseen).toMatchObject({ dryRun: true, changed: 1, fields: [{ field: 'mode', branches: 1 }], problems: [] });
    await grant();
    expect((await mode()).value).toEqual(actual(900));
  });

  it('end at once when they are taken back, and are known to have held until then', async () => {
    await grant();
    const [granted] = (await list()).items;
    expect(granted).toMatchObject({
      ...{ state: 'live', fields: ['mode'], reason: '商场周年庆', allowedActions: ['exemption.revoke'] },
    });
    chain.it.clock.set(now() + HOUR);
    await done(chain.operator, 'revokeExemption', { id: granted.id, reason: '活动取消' });
    expect((await mode()).state).toBe('locked');
    expect((await fieldAt(chain.operator, 'SHOP1', subsidy, 'mode', iso(now() - 1_000))).state).toBe('exempt');
    expect((await list()).items).toEqual([]);
    expect((await list({ list: 'ended' })).items[0]).toMatchObject({ from: granted.from, state: 'ended', allowedActions: [] });
    expect(await refusal(chain.operator, 'revokeExemption', { id: granted.id, reason: '再来' })).toMatchObject({
      code: 'EXEMPTION_OVER',
    });
  });

  it('are foreseen to end as they end, by whoever may end them', async () => {
    await grant();
    const { client, variables } = await setOwn({ mode: { set: actual(900) } });
    await done(client, 'setOwnRules', variables);
    const [{ id }] = (await list()).items;
    expect(await refusal(chain.manager, 'previewExemptionRevoke', { id })).toMatchObject({ code: 'FORBIDDEN' });
    const foreseen = await done(chain.operator, 'previewExemptionRevoke', { id });
    expect(foreseen).toMatchObject({ dryRun: true, changed: 1, fields: [{ field: 'mode', branches: 1 }], rowsWritten: 0 });
    expect((await mode()).value).toEqual(actual(900));
    expect(told(await done(chain.operator, 'revokeExemption', { id, reason: '活动取消' }))).toEqual(told(foreseen));
    expect(await refusal(chain.operator, 'previewExemptionRevoke', { id })).toMatchObject({ code: 'EXEMPTION_OVER' });
  });

  it.each([
    ['that has ended before it begins', () => ({ from: iso(now() + 2 * DAY), to: iso(now() + DAY) }), 'EMPTY_INTERVAL'],
    ['that begins in the past', () => ({ from: iso(now() - DAY) }), 'BAD_INPUT'],
    ['of no field', () => ({ fields: [] }), 'FIELDS_MISSING'],
    ['of a field that the kind does not have', () => ({ fields: ['mode', 'noReasonDays'] }), 'UNKNOWN_FIELD'],
    ['from a unit that is no ancestor', () => ({ ancestorId: unitId('WEST') }), 'NOT_AN_ANCESTOR'],
    ['from a unit that locks nothing', () => ({ ancestorId: unitId('EAST') }), 'NOTHING_TO_LIFT'],
    ['from another field than is locked', () => ({ fields: ['scope'] }), 'NOTHING_TO_LIFT'],
    ['at a unit that does not exist', () => ({ nodeId: unitId('GHOST') }), 'NOT_FOUND'],
  ])('refuse one %s', async (_, more, code) => {
    expect(await refused(more())).toMatchObject({ code });
    expect(await chain.it.database.read.countBy(PolicyExemption, { recordedFrom: chain.readyAt + 1 })).toBe(0);
  });

  it('are granted by whoever answers for the unit that locks', async () => {
    expect(await refused({}, chain.east)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused({}, chain.manager)).toMatchObject({ code: 'FORBIDDEN' });
    await push('EAST', { scope: { set: [{ ...everything, covered: true }], lock: true } });
    await grant({ fields: ['scope'], ancestorId: unitId('EAST') }, chain.east);
    expect((await list({}, chain.east)).items).toMatchObject([{ allowedActions: ['exemption.revoke'] }]);
    expect((await list({}, chain.manager)).items).toMatchObject([{ allowedActions: [] }]);
    const [{ id }] = (await list()).items;
    expect(await refusal(chain.manager, 'revokeExemption', { id, reason: '不要' })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are listed by unit and kind, the next to end first, and those that end soon apart', async () => {
    await grant({ to: iso(now() + 30 * DAY) });
    await grant({ nodeId: unitId('SHOP2'), to: iso(now() + 5 * DAY) });
    await grant({ nodeId: unitId('SHOP3'), from: iso(now() + DAY), to: iso(now() + 3 * DAY) });
    const unitsIn = async (filter: object) => (await list(filter)).items.map(({ node }: { node: { id: string } }) => node.id);
    expect(await unitsIn({})).toEqual(['SHOP3', 'SHOP2', 'SHOP1'].map(unitId));
    expect(await unitsIn({ within: unitId('EAST') })).toEqual(['SHOP2', 'SHOP1'].map(unitId));
    expect(await unitsIn({ list: 'ending' })).toEqual([unitId('SHOP2')]);
    expect(await unitsIn({ kind: rules })).toEqual([]);
    const { data } = await chain.operator.graphql('{ home { exemptionsEnding } }');
    expect(data.home.exemptionsEnding).toBe(1);
    const page = await done(chain.operator, 'exemptions', { page: { first: 2 } });
    expect(page).toMatchObject({ total: 3, items: [{}, {}] });
    const next = await done(chain.operator, 'exemptions', { page: { first: 2, after: page.nextCursor } });
    expect(next).toMatchObject({ nextCursor: null, items: [{ node: { id: unitId('SHOP1') } }] });
    const { id: last } = page.items[1];
    await done(chain.operator, 'revokeExemption', { id: last, reason: '不再需要' });
    const behind = await done(chain.operator, 'exemptions', { page: { first: 2, after: page.nextCursor } });
    expect(behind.items).toEqual(next.items);
  });

  it('lie dormant while the unit stands elsewhere', async () => {
    await push('EAST', { scope: { set: [{ ...everything, covered: true }], lock: true } });
    await grant({ fields: ['scope'], ancestorId: unitId('EAST') });
    const move = (parent: string, version: number) =>
      chain.operator.graphql(
        'mutation ($id: ID!, $parentId: ID!, $version: Int!) { moveOrgNode(id: $id, parentId: $parentId, version: $version) { version } }',
        { id: unitId('SHOP1'), parentId: unitId(parent), version },
      );
    const { data } = await move('WEST', 1);
    expect((await list()).items).toMatchObject([{ state: 'dormant' }]);
    expect((await fieldAt(chain.operator, 'SHOP1', subsidy, 'scope')).exemptions).toEqual([]);
    await move('MALL', data.moveOrgNode.version);
    expect((await list()).items).toMatchObject([{ state: 'live' }]);
  });

  it('writes two rows beside its epoch, however much lies below (law 19)', async () => {
    await push('HQ', { scope: { set: [{ ...everything, covered: true }], lock: true } });
    const at = async (code: string) => (await grant({ nodeId: unitId(code), fields: ['scope'] })).rowsWritten;
    expect([await at('EAST'), await at('SHOP3')]).toEqual([4, 4]);
  });
});

const everything = { categories: null, priceFrom: null, priceTo: null, channels: null };
