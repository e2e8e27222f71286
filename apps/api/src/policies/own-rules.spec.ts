import { EpochLog } from '../database/epoch.entity.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { PolicyVersion } from './policy.entity.js';
import {
  ask,
  assign,
  done,
  fieldAt,
  merchantPays,
  publish,
  refusal,
  rules,
  standardRules,
  startChain,
  subsidy,
  takeBack,
  type Chain,
} from './testing/operations.js';

const actual = (cap: number) => ({ kind: 'actual' as const, cap });

describe.each(enginesHere())('a unit’s own rules on %s', (engine) => {
  let chain: Chain;
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const rulesAt = (code: string, kind = subsidy, client = chain.operator) =>
    done(client, 'effectiveRules', { nodeId: unitId(code), kind });
  const variables = async (code: string, changes: object, kind = subsidy) => ({
    ...{ nodeId: unitId(code), kind, changes },
    ownVersion: (await rulesAt(code, kind)).ownVersion,
  });
  const set = async (code: string, changes: object, kind = subsidy, client = chain.operator) =>
    done(client, 'setOwnRules', await variables(code, changes, kind));
  const refused = async (code: string, changes: object, kind = subsidy, client = chain.manager) =>
    refusal(client, 'setOwnRules', await variables(code, changes, kind));
  const push = async (code: string, directives: object, kind = subsidy) => {
    names += 1;
    const { versionId } = await publish(chain.operator, kind, `下发 ${String(names)}`, directives as never);
    return assign(chain.operator, versionId, code);
  };
  const field = (code: string, key: string, kind = subsidy) => fieldAt(chain.operator, code, kind, key);

  it('lie over the shared version, which still reaches the fields they leave alone', async () => {
    await push('HQ', { mode: { set: actual(1500) }, enabled: { set: false } });
    await set('SHOP1', { mode: { set: actual(900) } });
    await push('HQ', { mode: { set: actual(2000) }, enabled: { set: true } });
    expect(await field('SHOP1', 'mode')).toMatchObject({
      ...{ value: actual(900), state: 'customised', inherited: actual(2000) },
      ...{ source: { node: { id: unitId('SHOP1') } }, inheritedSource: { node: { id: unitId('HQ') }, track: 'library' } },
    });
    const enabled = await field('SHOP1', 'enabled');
    expect(enabled).toMatchObject({ value: true, state: 'inherited', inherited: true });
    expect(enabled.inheritedSource).toEqual(enabled.source);
  });

  it('go back to inherit field by field', async () => {
    await push('HQ', { mode: { set: actual(1500) } });
    await set('SHOP1', { mode: { set: actual(900) }, enabled: { set: true } });
    const after = await set('SHOP1', { mode: null });
    expect(after.own).toEqual({ enabled: { set: true } });
    expect(await field('SHOP1', 'mode')).toMatchObject({ value: actual(1500), state: 'inherited' });
    expect((await set('SHOP1', { enabled: null })).own).toEqual({});
  });

  it('saved untouched write nothing, not even an epoch', async () => {
    await set('SHOP1', { enabled: { set: true } });
    const count = async () => [await chain.it.database.read.count(PolicyVersion), await chain.it.database.read.count(EpochLog)];
    const before = await count();
    const { ownVersion } = await rulesAt('SHOP1');
    expect((await set('SHOP1', {})).ownVersion).toBe(ownVersion);
    expect((await set('SHOP1', { enabled: { set: true }, mode: null })).ownVersion).toBe(ownVersion);
    expect(await count()).toEqual(before);
  });

  describe('before they are saved', () => {
    const preview = (code: string, changes: object, client = chain.operator) =>
      done(client, 'previewOwnRules', { nodeId: unitId(code), kind: subsidy, changes });

    it('say how many branches they reach, and where not and why, as the save then does', async () => {
      await push('HQ', { mode: { set: actual(1500) }, enabled: { set: true } });
      await set('SHOP1', { mode: { set: actual(900) } });
      const changes = { mode: { set: actual(1200), lock: true } };
      const overriding = await preview('EAST', { mode: { set: actual(1200) } });
      expect(overriding).toMatchObject({ dryRun: true, branches: 2, changed: 1, unchanged: 1, rowsWritten: 0, problems: [] });
      expect(overriding.reasons).toMatchObject([{ code: 'overridden', branches: 1, by: { id: unitId('SHOP1') } }]);
      const locking = await preview('EAST', changes);
      expect(locking).toMatchObject({ changed: 2, unchanged: 0, fields: [{ field: 'mode', branches: 2 }] });
      expect((await rulesAt('EAST')).own).toEqual({});
      await set('EAST', changes);
      for (const code of ['SHOP1', 'SHOP2']) expect((await field(code, 'mode')).value).toEqual(actual(1200));
    });

    it('say why they would be refused', async () => {
      await push('HQ', { mode: { set: actual(1500) } });
      const { problems } = await preview('SHOP1', { mode: { set: actual(1600) } }, chain.manager);
      expect(problems).toMatchObject([{ code: 'BRANCH_LOWER_ONLY', field: 'mode' }]);
      const asked = { nodeId: unitId('SHOP2'), kind: subsidy, changes: {} };
      expect(await refusal(chain.manager, 'previewOwnRules', asked)).toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  it('that equal the inherited value detach from it all the same', async () => {
    await push('HQ', { mode: { set: actual(1500) } });
    await set('SHOP1', { mode: { set: actual(1500) } });
    await push('HQ', { mode: { set: actual(1800) } });
    expect((await field('SHOP1', 'mode')).value).toEqual(actual(1500));
    expect((await field('SHOP2', 'mode')).value).toEqual(actual(1800));
  });

  it('are saved by one of two who read the same; the other learns who changed what', async () => {
    const base = await variables('SHOP1', {});
    const save = (changes: object, client = chain.operator) => ask(client, 'setOwnRules', { ...base, changes });
    const answers = await Promise.all([save({ enabled: { set: true } }), save({ mode: { set: actual(900) } }, chain.east)]);
    const won = answers.filter(({ code }) => code === null);
    const lost = answers.filter(({ code }) => code === 'STALE_VERSION');
    expect([won.length, lost.length]).toEqual([1, 1]);
    const wonEnabled = won[0]?.data.it.own.enabled !== undefined;
    expect(lost[0]?.errors[0]?.extensions['details']).toMatchObject({
      seen: base.ownVersion,
      meanwhile: wonEnabled ? { by: '张敏', fields: ['enabled'] } : { by: '李娜', fields: ['mode'] },
    });
    expect(Object.keys((await rulesAt('SHOP1')).own)).toEqual([wonEnabled ? 'enabled' : 'mode']);
  });

  it('may keep a directive that was locked since, and change another', async () => {
    await set('SHOP1', { mode: { set: actual(900) } });
    await push('HQ', { mode: { set: actual(1500), lock: true } });
    const after = await set('SHOP1', { enabled: { set: true } });
    expect(after.own).toEqual({ mode: { set: actual(900) }, enabled: { set: true } });
    expect(await field('SHOP1', 'mode')).toMatchObject({ value: actual(1500), state: 'locked', editable: false });
  });

  it('are bound by a lock in the version that was given to the unit itself', async () => {
    await push('SHOP1', { mode: { set: actual(800), lock: true } });
    expect(await refused('SHOP1', { mode: { set: actual(700) } }, subsidy, chain.operator)).toMatchObject({
      code: 'LOCKED',
      setBy: expect.stringContaining('store SHOP1 · 下发'),
    });
    expect(await field('SHOP1', 'mode')).toMatchObject({ editable: false, state: 'locked' });
  });

  describe('set by a store’s own people', () => {
    it('may be shorter, longer, lower or kinder only as the field allows', async () => {
      await push('HQ', { mode: { set: actual(1500) } });
      await push('HQ', { ...standardRules, noReasonDays: { set: 10 }, respondHours: { set: 24 } }, rules);
      const setByManager = (changes: object, kind = rules) => set('SHOP1', changes, kind, chain.manager);
      await setByManager({ noReasonDays: { set: 15 }, respondHours: { set: 12 }, inStoreDays: { set: 3 } });
      await setByManager({ mode: { set: actual(1000) }, enabled: { set: true } }, subsidy);
      expect((await field('SHOP1', 'noReasonDays', rules)).value).toBe(15);
    });

    it.each([
      [rules, { noReasonDays: { set: 9 } }, 'BRANCH_LONGER_ONLY', { min: 10 }],
      [rules, { respondHours: { set: 30 } }, 'BRANCH_SHORTER_ONLY', { max: 24 }],
      [subsidy, { mode: { set: actual(1600) } }, 'BRANCH_LOWER_ONLY', { oneOf: ['actual'], max: 1500 }],
      [subsidy, { mode: { set: { kind: 'selfShip', flat: 500 } } }, 'BRANCH_LOWER_ONLY', { oneOf: ['actual'], max: 1500 }],
      [rules, { noDeliveryDays: { set: 20 } }, 'NOT_BRANCH_SETTABLE', undefined],
      [rules, { inStoreDays: { set: 3, lock: true } }, 'BRANCH_MAY_NOT_LOCK', undefined],
      [rules, { inStoreDays: { guard: { min: 3 } } }, 'BRANCH_MAY_NOT_LOCK', undefined],
      [rules, { freightPayer: { set: [{ ...merchantPays('quality'), payer: 'buyer' }] } }, 'MERCHANT_FAULT_ON_BUYER', undefined],
      [rules, { speed: { set: 3 } }, 'UNKNOWN_FIELD', undefined],
      [rules, { speed: null }, 'UNKNOWN_FIELD', undefined],
      [rules, { inStoreDays: { set: 91 } }, 'OUT_OF_BOUNDS', { min: 0, max: 90 }],
    ])('in %s not %j: %s', async (kind, changes, code, allowed) => {
      await push('HQ', { mode: { set: actual(1500) } });
      await push('HQ', { ...standardRules, noReasonDays: { set: 10 }, respondHours: { set: 24 } }, rules);
      const said = await refused('SHOP1', changes, kind);
      expect(said.code).toBe(code);
      expect(said.field).toBe(Object.keys(changes)[0]);
      if (allowed) expect(said.allowed).toMatchObject(allowed);
      expect((await rulesAt('SHOP1', kind)).own).toEqual({});
    });

    it('name who locked a field', async () => {
      await push('EAST', { enabled: { set: false, lock: true } });
      expect(await refused('SHOP1', { enabled: { set: true } })).toMatchObject({
        code: 'LOCKED',
        field: 'enabled',
        setBy: expect.stringMatching(/^region EAST · 下发 \d+ v1$/),
      });
      expect(await fieldAt(chain.manager, 'SHOP1', subsidy, 'enabled')).toMatchObject({
        state: 'locked',
        editable: false,
        lock: { node: { id: unitId('EAST') }, source: { authorName: '张敏', policyName: expect.stringContaining('下发') } },
      });
    });

    it('reach no other store, nor the mall above', async () => {
      for (const code of ['SHOP2', 'MALL', 'HQ'])
        expect(await refused(code, { enabled: { set: true } })).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('show which fields they may edit', async () => {
      const byKey = async (client = chain.manager) =>
        Object.fromEntries(
          (await rulesAt('SHOP1', rules, client)).fields.map((each: { key: string; editable: boolean }) => [
            each.key,
            each.editable,
          ]),
        );
      expect(await byKey()).toMatchObject({ noReasonDays: true, respondHours: true, noDeliveryDays: false });
      expect(await byKey(chain.east)).toMatchObject({ noReasonDays: true, noDeliveryDays: true });
    });
  });

  it('refuse free returns without a return address, and a return address taken from under them', async () => {
    const { returnAddress: _, ...without } = standardRules;
    await push('WEST', { ...without, returnAddress: { set: null } }, rules);
    expect(await refused('SHOP3', { enabled: { set: true } }, subsidy, chain.operator)).toMatchObject({
      code: 'RETURN_ADDRESS_MISSING',
      field: 'returnAddress',
    });
    await set('SHOP1', { enabled: { set: true } });
    expect(await refused('SHOP1', { returnAddress: { set: null } }, rules, chain.operator)).toMatchObject({
      code: 'RETURN_ADDRESS_MISSING',
    });
  });

  it('take no list, text or number for changes', async () => {
    const { ownVersion } = await rulesAt('SHOP1');
    for (const changes of [[], 'on', 1]) {
      const said = await refusal(chain.operator, 'setOwnRules', { nodeId: unitId('SHOP1'), kind: subsidy, changes, ownVersion });
      expect(said).toMatchObject({ code: 'WRONG_TYPE' });
    }
  });
});
