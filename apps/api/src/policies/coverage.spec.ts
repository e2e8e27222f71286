import fc from 'fast-check';
import { ActorService } from '../auth/actor.service.js';
import { Person, Session } from '../auth/person.entity.js';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { EpochLog } from '../database/epoch.entity.js';
import type { Loose } from '../testing/client.js';
import { smallChain, unitId, type Unit } from '../testing/organization.js';
import { enginesHere, type TestApp } from '../testing/test-app.js';
import { CalendarService } from './calendar.service.js';
import { CoverageBoardService } from './coverage-board.service.js';
import { PolicyAssignment, PolicySuspension, PolicyVersion } from './policy.entity.js';
import { postCost } from './testing/costs.js';
import { ask, assign, done, publish, refusal, startChain, subsidy, takeBack, told, type Chain } from './testing/operations.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe.each(enginesHere())('the coverage board on %s', (engine) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const turn = (code: string, on: boolean, client = chain.operator) =>
    done(client, 'turnCoverage', { nodeId: unitId(code), on, reason: '试点' });
  const suspend = (code: string, more: object = {}) =>
    done(chain.operator, 'suspendCoverage', { nodeId: unitId(code), reason: '费用异常', ...more });
  const foreseen = async (what: 'previewSuspension' | 'previewResumption', code: string) => {
    const effect = await done(chain.operator, what, { nodeId: unitId(code) });
    expect(effect).toMatchObject({ dryRun: true, rowsWritten: 0, problems: [] });
    return told(effect);
  };
  const rows = async (parent: string | null, client = chain.operator, more: object = {}): Promise<Record<string, Loose>> => {
    const { items } = await done(client, 'coverage', { parentId: parent && unitId(parent), ...more });
    return Object.fromEntries(items.map((row: Loose) => [row.node.id, row]));
  };
  const row = async (parent: string | null, code: string, client = chain.operator) => (await rows(parent, client))[unitId(code)];

  describe('turning on', () => {
    it('reaches the subtree, and says so beforehand in the same numbers', async () => {
      const planned = await done(chain.operator, 'previewCoverage', { nodeId: unitId('EAST'), on: true });
      const effect = await turn('EAST', true);
      expect(planned).toMatchObject({
        dryRun: true,
        branches: 2,
        changed: 2,
        unchanged: 0,
        reasons: [],
        problems: [],
        rowsWritten: 0,
      });
      expect(effect).toMatchObject({
        dryRun: false,
        branches: 2,
        changed: 2,
        unchanged: 0,
        fields: [{ field: 'enabled', branches: 2 }],
      });
      expect(await row('HQ', 'EAST')).toMatchObject({ branches: 2, on: 2, off: 0, suspended: 0, state: 'on', customised: true });
      expect(await row('EAST', 'MALL')).toMatchObject({ state: 'on', customised: false });
      expect(await row('HQ', 'WEST')).toMatchObject({ branches: 1, on: 0, off: 1, state: 'off', customised: false });
    });

    it('says where it has no effect, and why; reasons add up to what is unchanged', async () => {
      await turn('WEST', true);
      await suspend('SHOP1');
      const off = await publish(chain.operator, subsidy, '锁定关闭', { enabled: { set: false, lock: true } });
      await assign(chain.operator, off.versionId, 'SHOP2');
      const effect = await turn('HQ', true);
      expect(effect).toMatchObject({ branches: 3, changed: 0, unchanged: 3 });
      const reasons = Object.fromEntries(effect.reasons.map(({ code, ...rest }: Loose) => [code, rest]));
      expect(reasons).toMatchObject({
        alreadyOn: { branches: 1, examples: [{ id: unitId('SHOP3') }] },
        suspended: { branches: 1, by: { id: unitId('SHOP1') } },
        overridden: { branches: 1, by: { id: unitId('SHOP2') } },
      });
    });

    it('writes nothing where it is so already', async () => {
      await turn('HQ', true);
      const before = await chain.it.database.read.count(EpochLog);
      expect(await turn('EAST', true)).toMatchObject({
        changed: 0,
        rowsWritten: 0,
        reasons: [{ code: 'alreadyOn', branches: 2 }],
      });
      expect(await chain.it.database.read.count(EpochLog)).toBe(before);
    });

    it('keeps the lock and the other fields of the unit’s own rules', async () => {
      await done(chain.operator, 'setOwnRules', {
        ...{ nodeId: unitId('EAST'), kind: subsidy, ownVersion: (await own('EAST')).ownVersion },
        changes: { enabled: { set: false, lock: true }, mode: { set: { kind: 'actual', cap: 900 } } },
      });
      await turn('EAST', true);
      expect((await own('EAST')).own).toEqual({
        enabled: { set: true, lock: true },
        mode: { set: { kind: 'actual', cap: 900 } },
      });
    });
    const own = (code: string) => done(chain.operator, 'effectiveRules', { nodeId: unitId(code), kind: subsidy });

    it('is refused under a lock, which is named, beforehand too', async () => {
      const { versionId } = await publish(chain.operator, subsidy, '总部锁定', { enabled: { set: false, lock: true } });
      await assign(chain.operator, versionId, 'HQ');
      const setBy = 'headquarters HQ · 总部锁定 v1';
      expect(await refusal(chain.operator, 'turnCoverage', { nodeId: unitId('EAST'), on: true })).toMatchObject({
        code: 'LOCKED',
        setBy,
      });
      expect(await done(chain.operator, 'previewCoverage', { nodeId: unitId('EAST'), on: true })).toMatchObject({
        changed: 0,
        reasons: [{ code: 'locked', branches: 2, by: { id: unitId('HQ') } }],
        problems: [{ code: 'LOCKED', setBy }],
      });
      expect(await row('HQ', 'EAST')).toMatchObject({
        lockedBy: { id: unitId('HQ') },
        allowedActions: ['coverage.suspend', 'exemption.grant'],
        source: { policyName: '总部锁定', versionNumber: 1, authorName: '张敏' },
      });
    });

    it('and off again leaves no branch on', async () => {
      await turn('HQ', true);
      expect(await turn('HQ', false)).toMatchObject({ changed: 3 });
      expect(await row(null, 'HQ')).toMatchObject({ branches: 3, on: 0, off: 3 });
    });
  });

  it('calls a unit that was given a shared version, and says nothing itself, by no name of its own', async () => {
    const { versionId } = await publish(chain.operator, subsidy, '试点', { enabled: { set: true } });
    await assign(chain.operator, versionId, 'EAST');
    expect(await row('HQ', 'EAST')).toMatchObject({ state: 'on', customised: false });
    await turn('EAST', false);
    expect(await row('HQ', 'EAST')).toMatchObject({ state: 'off', customised: true });
  });

  describe('suspending', () => {
    it('is foreseen as it comes, and so is resuming', async () => {
      await turn('SHOP1', true);
      const before = await foreseen('previewSuspension', 'EAST');
      expect(before).toMatchObject({ branches: 2, changed: 1, reasons: [{ code: 'alreadyOff', branches: 1 }] });
      expect(await chain.it.database.read.countBy(PolicySuspension, { recordedFrom: chain.readyAt + 2 })).toBe(0);
      expect(told(await suspend('EAST'))).toEqual(before);
      const again = await foreseen('previewResumption', 'EAST');
      expect(again).toMatchObject({ changed: 1 });
      expect(told(await done(chain.operator, 'resumeCoverage', { nodeId: unitId('EAST'), reason: '已整改' }))).toEqual(again);
    });

    it('is foreseen for nobody who may not do it, and not where it would be refused', async () => {
      const east = { nodeId: unitId('EAST') };
      expect(await refusal(chain.manager, 'previewSuspension', east)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await refusal(chain.manager, 'previewResumption', east)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await refusal(chain.east, 'previewSuspension', { nodeId: unitId('WEST') })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refusal(chain.operator, 'previewResumption', east)).toMatchObject({ code: 'NOT_SUSPENDED' });
      const past = { ...east, until: '2020-01-01T00:00:00Z' };
      expect(await refusal(chain.operator, 'previewSuspension', past)).toMatchObject({ code: 'BAD_INPUT', field: 'until' });
      await suspend('EAST');
      expect(await refusal(chain.operator, 'previewSuspension', east)).toMatchObject({ code: 'ALREADY_SUSPENDED' });
    });

    it('switches off below without touching a field, until it is resumed', async () => {
      await turn('HQ', true);
      expect(await suspend('EAST')).toMatchObject({ branches: 2, changed: 2, fields: [] });
      expect(await row('HQ', 'EAST')).toMatchObject({ on: 0, suspended: 2, state: 'suspended' });
      const shop = await done(chain.operator, 'effectiveRules', { nodeId: unitId('SHOP1'), kind: subsidy });
      expect(shop.suspension).toMatchObject({ reason: '费用异常', node: { id: unitId('EAST') } });
      expect(shop.fields.find(({ key }: Loose) => key === 'enabled').value).toBe(true);
      expect(await done(chain.operator, 'resumeCoverage', { nodeId: unitId('EAST'), reason: '已整改' })).toMatchObject({
        changed: 2,
      });
      expect(await row('HQ', 'EAST')).toMatchObject({ on: 2, suspended: 0 });
    });

    it('leaves what was suspended in the past suspended there', async () => {
      await turn('HQ', true);
      const start = Date.now();
      chain.it.clock.set(start);
      await suspend('EAST');
      chain.it.clock.set(start + 2 * HOUR);
      await done(chain.operator, 'resumeCoverage', { nodeId: unitId('EAST'), reason: '已整改' });
      const at = new Date(start + HOUR).toISOString();
      expect((await rows('HQ', chain.operator, { at }))[unitId('EAST')]).toMatchObject({ suspended: 2, allowedActions: [] });
      expect(await row('HQ', 'EAST')).toMatchObject({ on: 2, suspended: 0 });
      chain.it.clock.set(start);
      const history = await chain.it.database.read.findBy(PolicySuspension, { nodeId: unitId('EAST') });
      const [known] = history.filter(({ recordedTo, validTo }) => recordedTo === null && (validTo ?? 0) > start + HOUR);
      expect(known).toMatchObject({ authorName: '张敏', reason: '费用异常' });
      expect(known?.validFrom).toBeLessThan(start + HOUR);
    });

    it('ends by itself at its date', async () => {
      await turn('HQ', true);
      await suspend('EAST', { until: new Date(Date.now() + DAY).toISOString() });
      const later = { at: new Date(Date.now() + DAY + 1000).toISOString() };
      expect((await rows('HQ', chain.operator, later))[unitId('EAST')]).toMatchObject({ on: 2, suspended: 0 });
    });

    it('begins at a later date where one is given, and is withdrawn before that as if it had never been', async () => {
      await turn('HQ', true);
      const now = chain.it.clock.now();
      const iso = (days: number) => new Date(now + days * DAY).toISOString();
      const time = { from: iso(2), until: iso(5) };
      const planned = await done(chain.operator, 'previewSuspension', { nodeId: unitId('EAST'), ...time });
      expect(planned).toMatchObject({ changed: 2 });
      expect(told(await suspend('EAST', time))).toEqual(told(planned));
      const suspendedOn = async (at: string) => (await rows('HQ', chain.operator, { at }))[unitId('EAST')]?.suspended;
      expect(await row('HQ', 'EAST')).toMatchObject({ state: 'on', suspended: 0, suspendedFrom: time.from });
      expect([await suspendedOn(iso(1.9)), await suspendedOn(time.from), await suspendedOn(time.until)]).toEqual([0, 2, 0]);
      expect(await suspend('EAST', { until: time.from })).toMatchObject({ changed: 2 });
      await done(chain.operator, 'resumeCoverage', { nodeId: unitId('EAST'), reason: '改期' });
      expect(await suspendedOn(time.from)).toBe(2);
      expect(await done(chain.operator, 'previewResumption', { nodeId: unitId('EAST') })).toMatchObject({ changed: 2 });
      await done(chain.operator, 'resumeCoverage', { nodeId: unitId('EAST'), reason: '取消' });
      expect(await row('HQ', 'EAST')).toMatchObject({ suspendedFrom: null });
      expect(await suspendedOn(time.from)).toBe(0);
    });

    it('is refused in the past, and where it would meet another of the unit', async () => {
      const now = chain.it.clock.now();
      const iso = (days: number) => new Date(now + days * DAY).toISOString();
      const asked = (more: object) => refusal(chain.operator, 'previewSuspension', { nodeId: unitId('EAST'), ...more });
      expect(await asked({ from: iso(-1) })).toMatchObject({ code: 'BAD_INPUT', field: 'from' });
      expect(await asked({ from: iso(2), until: iso(1) })).toMatchObject({ code: 'BAD_INPUT', field: 'until' });
      await suspend('EAST', { from: iso(2), until: iso(5) });
      expect(await asked({})).toMatchObject({ code: 'ALREADY_SUSPENDED', details: { from: iso(2), until: iso(5) } });
      expect(await asked({ from: iso(4) })).toMatchObject({ code: 'ALREADY_SUSPENDED' });
      expect(
        await refusal(chain.operator, 'suspendCoverage', { nodeId: unitId('EAST'), reason: '再', from: iso(3) }),
      ).toMatchObject({
        code: 'ALREADY_SUSPENDED',
      });
    });

    it('is refused twice, without a reason, or with an end that has passed', async () => {
      await suspend('EAST');
      const again = (more: object) =>
        refusal(chain.operator, 'suspendCoverage', { nodeId: unitId('EAST'), reason: '再', ...more });
      expect(await again({})).toMatchObject({ code: 'ALREADY_SUSPENDED' });
      expect(await again({ reason: '  ' })).toMatchObject({ code: 'BAD_INPUT', field: 'reason' });
      expect(await again({ until: '2020-01-01T00:00:00Z' })).toMatchObject({ code: 'BAD_INPUT', field: 'until' });
      expect(await refusal(chain.operator, 'resumeCoverage', { nodeId: unitId('SHOP1'), reason: '恢复' })).toMatchObject({
        code: 'NOT_SUSPENDED',
        setBy: 'region EAST',
      });
    });
  });

  describe('a row', () => {
    it('offers what would have an effect and is the viewer’s to do', async () => {
      const actions = async (client = chain.operator) => (await row('EAST', 'MALL', client)).allowedActions;
      expect(await actions()).toEqual(['coverage.turnOn', 'coverage.suspend']);
      await turn('EAST', true);
      await suspend('MALL');
      expect(await actions()).toEqual(['coverage.turnOff', 'coverage.resume']);
      const bounds = { mode: { guard: { min: 500, max: 2000 } } } as never;
      const { versionId } = await publish(chain.operator, subsidy, '大区限定', bounds);
      await assign(chain.operator, versionId, 'EAST');
      expect(await actions()).toEqual(['coverage.turnOff', 'coverage.resume', 'exemption.grant']);
      expect((await row('HQ', 'EAST')).allowedActions).not.toContain('exemption.grant');
      const seen = await rows(null, chain.manager);
      expect(seen).toMatchObject({ [unitId('SHOP1')]: { branches: 1, suspended: 1, allowedActions: [], expandable: false } });
    });

    it('sums the month’s cost of all that stands below it, refunds left out', async () => {
      const period = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(
        Date.now(),
      );
      await postCost(chain.it.database, { path: ['HQ', 'EAST', 'MALL', 'SHOP1'], period, amount: 1200 });
      await postCost(chain.it.database, { path: ['HQ', 'EAST', 'MALL', 'SHOP2'], period, amount: 800 });
      await postCost(chain.it.database, { path: ['HQ', 'EAST', 'MALL', 'SHOP1'], period: '2019-01', amount: 5000 });
      await postCost(chain.it.database, { path: ['HQ', 'EAST', 'MALL', 'SHOP1'], period, amount: 9900, component: 'refund' });
      expect((await row('HQ', 'EAST')).costThisMonth).toBe(2000);
      expect((await row('MALL', 'SHOP1')).costThisMonth).toBe(1200);
      expect((await row('HQ', 'WEST')).costThisMonth).toBe(0);
    });
  });

  it('counts what its stores are, and each change counts what it changed', async () => {
    const states = async () => {
      const parents = ['MALL', 'WEST'];
      const stores = await Promise.all(parents.map((parent) => rows(parent)));
      return stores.flatMap((each) => Object.values(each).map((store: Loose) => `${store.node.id} ${store.state}`));
    };
    const storeOf = (state: string) => state.split(' ')[0] ?? '';
    const steps = fc.sample(
      fc.tuple(
        fc.constantFrom('turnCoverage', 'suspendCoverage', 'resumeCoverage'),
        fc.constantFrom('HQ', 'EAST', 'MALL', 'SHOP1', 'SHOP3'),
        fc.boolean(),
      ),
      {
        numRuns: 25,
        seed: 20_260_312,
      },
    );
    for (const [operation, code, on] of steps) {
      const before = await states();
      const { data, code: refused } = await ask(chain.operator, operation, {
        nodeId: unitId(code),
        on,
        reason: '轮换',
      });
      const after = await states();
      const isOn = (held: readonly string[], store: string) => held.includes(`${store} on`);
      const flipped = after.filter((state) => isOn(before, storeOf(state)) !== isOn(after, storeOf(state))).length;
      expect([operation, code, on, refused === null ? data.it.changed : 0]).toEqual([operation, code, on, flipped]);
      const { on: total, off, suspended } = await row(null, 'HQ');
      const count = (word: string) => after.filter((state) => state.endsWith(` ${word}`)).length;
      expect({ total, off, suspended }).toEqual({ total: count('on'), off: count('off'), suspended: count('suspended') });
    }
  });

  it('gives the viewer’s figures and what is coming', async () => {
    const { app } = chain.it;
    await turn('EAST', true);
    await suspend('SHOP1');
    const { versionId } = await publish(chain.operator, subsidy, '下周', { mode: { set: { kind: 'actual', cap: 900 } } });
    await assign(chain.operator, versionId, 'SHOP3', { from: new Date(Date.now() + 7 * DAY).toISOString() });
    await assign(chain.operator, versionId, 'SHOP2', { from: new Date(Date.now() + 30 * DAY).toISOString() });
    const of = async (email: string) => {
      const { id } = await chain.it.database.read.findOneByOrFail(Person, { email });
      const session = await chain.it.database.read.findOneByOrFail(Session, { personId: id });
      const actor = await app.get(ActorService, { strict: false }).ofSession(session.id);
      if (!actor) throw new Error(`${email} is nobody`);
      const upcoming = await app.get(CalendarService).list(actor, { to: Date.now() + 14 * DAY });
      return { ...(await app.get(CoverageBoardService).figures(actor)), upcoming: upcoming.map(({ node }) => node.id) };
    };
    expect(await of('op@example.com')).toEqual({ branches: 3, on: 1, suspended: 1, upcoming: [unitId('SHOP3')] });
    expect(await of('east@example.com')).toEqual({ branches: 2, on: 1, suspended: 1, upcoming: [] });
  });

  it('comes in pages, sorted by name, that miss nothing and repeat nothing', async () => {
    const page = (after: string | null) =>
      done(chain.operator, 'coverage', { parentId: unitId('MALL'), page: { first: 1, after } });
    const first = await page(null);
    const second = await page(first.nextCursor);
    expect([first, second].map(({ total, items }) => [total, items[0].node.id])).toEqual([
      [2, unitId('SHOP1')],
      [2, unitId('SHOP2')],
    ]);
    expect(second.nextCursor).toBeNull();
  });

  describe('the path to a unit', () => {
    const path = async (code: string, client = chain.operator, more: object = {}) =>
      (await done(client, 'coveragePath', { nodeId: unitId(code), ...more })) as Loose[];
    const idsOf = (found: Loose[]) => found.map(({ node }) => node.id);

    it('has the rows of the board, from the top of what the viewer reaches down to it', async () => {
      await turn('EAST', true);
      const found = await path('SHOP1');
      expect(idsOf(found)).toEqual(['HQ', 'EAST', 'MALL', 'SHOP1'].map(unitId));
      expect(await row('HQ', 'EAST')).toMatchObject(found[1] ?? {});
      expect(found[1]).toMatchObject({ branches: 2, on: 2, state: 'on', expandable: true });
      expect(idsOf(await path('SHOP1', chain.east))).toEqual(['EAST', 'MALL', 'SHOP1'].map(unitId));
      expect(idsOf(await path('SHOP1', chain.manager))).toEqual([unitId('SHOP1')]);
    });

    it('is that of the day asked for', async () => {
      const start = Date.now();
      chain.it.clock.set(start + HOUR);
      await turn('SHOP1', true);
      const stateOn = async (more: object) => (await path('SHOP1', chain.operator, more)).at(-1)?.state;
      expect([await stateOn({ at: new Date(start).toISOString() }), await stateOn({})]).toEqual(['off', 'on']);
      chain.it.clock.set(start);
    });

    it('is not there for what the board does not show', async () => {
      const gone = (code: string, client = chain.operator) => refusal(client, 'coveragePath', { nodeId: unitId(code) });
      expect(await gone('NOWHERE')).toMatchObject({ code: 'NOT_FOUND' });
      expect(await gone('SHOP3', chain.east)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await gone('MALL', chain.manager)).toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('who may', () => {
    it('turns on in his region, and nowhere else', async () => {
      expect(await turn('EAST', true, chain.east)).toMatchObject({ changed: 2 });
      for (const code of ['HQ', 'WEST', 'SHOP3'])
        expect(await refusal(chain.east, 'turnCoverage', { nodeId: unitId(code), on: true })).toMatchObject({
          code: 'NOT_FOUND',
        });
    });

    it('lets a store manager look at his store, and switch nothing here', async () => {
      const own = { nodeId: unitId('SHOP1'), on: true, reason: '我' };
      for (const operation of ['turnCoverage', 'previewCoverage', 'suspendCoverage', 'resumeCoverage'] as const)
        expect(await refusal(chain.manager, operation, own)).toMatchObject({ code: 'FORBIDDEN' });
      expect(Object.keys(await rows(null, chain.manager))).toEqual([unitId('SHOP1')]);
      expect(await refusal(chain.manager, 'coverage', { parentId: unitId('MALL') })).toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});

/** A chain with one region of so many stores. */
const chainOf = (stores: number): Unit => ({
  ...smallChain,
  children: [
    ...(smallChain.children ?? []),
    {
      code: 'BIG',
      type: 'region',
      children: Array.from({ length: stores }, (_, index) => ({ code: `B${String(index)}`, type: 'store' as const })),
    },
  ],
});

describe.each(enginesHere())('a push at HQ on %s', (engine) => {
  const counted = [PolicyVersion, PolicyAssignment, PolicySuspension, AuditEvent, EpochLog];
  const rowsIn = async ({ database }: TestApp) =>
    (await Promise.all(counted.map((entity) => database.read.count(entity)))).reduce((sum, each) => sum + each, 0);

  async function pushAt(stores: number) {
    const chain = await startChain(engine, chainOf(stores));
    try {
      const { versionId } = await publish(chain.operator, subsidy, '全国版', { mode: { set: { kind: 'actual', cap: 1935 } } });
      const written: number[] = [];
      const steps = [
        () => assign(chain.operator, versionId, 'HQ'),
        () => done(chain.operator, 'turnCoverage', { nodeId: unitId('HQ'), on: true }),
        () => done(chain.operator, 'suspendCoverage', { nodeId: unitId('HQ'), reason: '演练' }),
      ];
      for (const step of steps) {
        const before = await rowsIn(chain.it);
        const effect = await step();
        expect(effect).toMatchObject({ branches: stores + 3, changed: stores + 3 });
        // The counter of epochs is updated in place; the other rows are new.
        expect(effect.rowsWritten).toBe((await rowsIn(chain.it)) - before + 1);
        written.push(effect.rowsWritten);
      }
      return written;
    } finally {
      await chain.it.close();
    }
  }

  it('writes the same few rows at ten branches and at a thousand', async () => {
    const few = await pushAt(7);
    expect(few).toEqual([4, 5, 4]);
    expect(await pushAt(997)).toEqual(few);
  });
});
