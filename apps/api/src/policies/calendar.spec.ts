import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import type { Loose } from '../testing/client.js';
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
  type Chain,
} from './testing/operations.js';

const DAY = 24 * 3_600_000;

describe.each(enginesHere())('the calendar on %s', (engine) => {
  let chain: Chain;
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const iso = (days: number) => new Date(chain.it.clock.now() + days * DAY).toISOString();
  const push = async (code: string, directives: object, more: object = {}) => {
    names += 1;
    const { versionId } = await publish(chain.operator, rules, `排期 ${String(names)}`, directives as never);
    await assign(chain.operator, versionId, code, more);
    return `排期 ${String(names)}`;
  };
  const list = async (more: object = {}, client = chain.operator) =>
    (await done(client, 'calendar', { filter: { to: iso(30), ...more } })).items;

  it('tells what begins and what ends, the soonest first', async () => {
    const [from, to] = [iso(2), iso(9)];
    const policyName = await push('EAST', { selfServiceDays: { set: 30 }, noReasonDays: { lock: true } }, { from, to });
    await done(chain.operator, 'suspendCoverage', { nodeId: unitId('SHOP3'), reason: '整改', until: iso(5) });
    expect(await list()).toMatchObject([
      {
        ...{ at: from, fact: 'assignment', event: 'begins', kind: rules, node: { id: unitId('EAST') }, policyName },
        ...{ versionNumber: 1, fields: ['selfServiceDays', 'noReasonDays'], authorName: '张敏' },
      },
      { fact: 'suspension', event: 'ends', kind: subsidy, node: { id: unitId('SHOP3') }, policyName: null, reason: '整改' },
      { at: to, fact: 'assignment', event: 'ends', policyName },
    ]);
    expect(await list({ to: iso(3) })).toHaveLength(1);
    expect(await list({ from: iso(3) })).toHaveLength(2);
    expect(await list({ within: unitId('WEST') })).toMatchObject([{ fact: 'suspension' }]);
  });

  it('tells of exemptions too, and of nothing that was cancelled', async () => {
    await push('HQ', {
      noReasonDays: { set: 9, lock: true },
      freightPayer: { reset: true },
      conditions: { reset: true },
      selfServiceDays: { set: 15 },
    });
    const input = { nodeId: unitId('SHOP1'), kind: rules, fields: ['noReasonDays'], ancestorId: unitId('HQ'), to: iso(4) };
    await done(chain.operator, 'grantExemption', { input, reason: '周年庆' });
    expect(await list()).toMatchObject([{ fact: 'exemption', event: 'ends', fields: ['noReasonDays'], reason: '周年庆' }]);
    await takeBack(chain);
    expect(await list()).toEqual([]);
  });

  it('comes by pages, each entry once, with how many there are in all', async () => {
    await push('EAST', { selfServiceDays: { set: 30 } }, { from: iso(2), to: iso(9) });
    await push('WEST', { selfServiceDays: { set: 30 } }, { from: iso(3) });
    const filter = { to: iso(30) };
    const first = await done(chain.operator, 'calendar', { filter, page: { first: 2 } });
    expect(first).toMatchObject({ total: 3, items: [{ node: { id: unitId('EAST') } }, { node: { id: unitId('WEST') } }] });
    const next = await done(chain.operator, 'calendar', { filter, page: { first: 2, after: first.nextCursor } });
    expect(next).toMatchObject({ total: 3, nextCursor: null, items: [{ event: 'ends', node: { id: unitId('EAST') } }] });
    expect(await refusal(chain.operator, 'calendar', { filter, page: { first: 1000 } })).toMatchObject({ field: 'page.first' });
  });

  it('reaches as far as the viewer does', async () => {
    await push('EAST', { selfServiceDays: { set: 30 } }, { from: iso(2) });
    await push('WEST', { selfServiceDays: { set: 30 } }, { from: iso(3) });
    expect(await list({}, chain.east)).toMatchObject([{ node: { id: unitId('EAST') } }]);
    expect(await list({}, chain.manager)).toEqual([]);
  });

  it('counts the entries of each day as a zone has them, no more than the list of that day shows', async () => {
    const noon = Date.parse(`${iso(2).slice(0, 10)}T04:00:00Z`);
    const [from, to] = [new Date(noon).toISOString(), new Date(noon + 13 * 3_600_000).toISOString()];
    await push('EAST', { selfServiceDays: { set: 30 } }, { from, to });
    await push('WEST', { selfServiceDays: { set: 30 } }, { from });
    const counted = (timeZone: string, client = chain.operator) =>
      done(client, 'calendarDays', { filter: { to: iso(30) }, timeZone });
    const [day, next] = [from, new Date(noon + 24 * 3_600_000).toISOString()].map((at) => at.slice(0, 10));
    expect(await counted('UTC')).toEqual([{ day, entries: 3 }]);
    expect(await counted('Asia/Shanghai')).toEqual([
      { day, entries: 2 },
      { day: next, entries: 1 },
    ]);
    expect(await counted('UTC', chain.east)).toEqual([{ day, entries: 2 }]);
    expect(await counted('UTC', chain.manager)).toEqual([]);
    const midnight = new Date(`${String(next)}T00:00:00+08:00`).toISOString();
    expect(await list({ from: midnight })).toHaveLength(1);
    const wanted = { filter: { to: iso(30) }, timeZone: 'Mars/Olympus' };
    expect(await refusal(chain.operator, 'calendarDays', wanted)).toMatchObject({ code: 'BAD_INPUT', field: 'timeZone' });
  });

  it('marks two that touch the same fields of one unit, which of them holds, and until when', async () => {
    const [from, to] = [iso(4), iso(9)];
    await push('EAST', { selfServiceDays: { set: 30 } }, { from: iso(2), to });
    await push('EAST', { selfServiceDays: { set: 40 } }, { from });
    await push('WEST', { selfServiceDays: { set: 40 } }, { from });
    const [earlier, later, other] = (await list()).filter(({ event }: Loose) => event === 'begins');
    const both = { changeSet: null, fields: ['selfServiceDays'], from, to, recalculate: false };
    expect(earlier.clashes).toEqual([{ ...both, assignment: { id: later.factId }, covered: false }]);
    expect(later.clashes).toEqual([{ ...both, assignment: { id: earlier.factId }, covered: true }]);
    expect(other.clashes).toEqual([]);
  });

  it('offers another date for what has not begun, to whoever may give it one', async () => {
    await push('EAST', { selfServiceDays: { set: 30 } }, { from: iso(2), to: iso(9) });
    const offered = async (client = chain.operator) =>
      (await list({}, client)).map(({ allowedActions }: { allowedActions: string[] }) => allowedActions);
    expect(await offered()).toEqual([['rules.reschedule'], []]);
    expect(await offered(chain.east)).toEqual([['rules.reschedule'], []]);
    await push('SHOP1', { selfServiceDays: { set: 40 } }, { from: iso(3) });
    expect(await offered(chain.manager)).toEqual([[]]);
  });

  describe('what it tells of', () => {
    const turn = (entry: Loose, client = chain.operator) =>
      done(client, 'previewTurn', { factId: entry.factId, event: entry.event });
    const days = async (code: string, at: string) => (await fieldAt(chain.operator, code, rules, 'selfServiceDays', at)).value;

    it('has the effect that is seen when an assignment begins, and when it ends', async () => {
      await push('SHOP1', { selfServiceDays: { set: 40 } });
      await push('EAST', { selfServiceDays: { set: 30 } }, { from: iso(2), to: iso(9) });
      const [begins, ends] = await list();
      const foreseen = { dryRun: true, node: { id: unitId('EAST') }, branches: 2, changed: 1, unchanged: 1, problems: [] };
      const both = { ...foreseen, fields: [{ field: 'selfServiceDays', branches: 1 }], rowsWritten: 0 };
      expect(await turn(begins)).toMatchObject({
        ...both,
        reasons: [{ code: 'overridden', branches: 1, by: { id: unitId('SHOP1') } }],
      });
      expect(await turn(ends)).toMatchObject(both);
      expect([await days('SHOP2', iso(1)), await days('SHOP2', iso(3)), await days('SHOP2', iso(10))]).toEqual([15, 30, 15]);
    });

    it('is the end of a suspension where nobody else suspends too', async () => {
      await done(chain.operator, 'turnCoverage', { nodeId: unitId('EAST'), on: true });
      await done(chain.operator, 'suspendCoverage', { nodeId: unitId('SHOP1'), reason: '整改' });
      await done(chain.operator, 'suspendCoverage', { nodeId: unitId('EAST'), reason: '演练', until: iso(5) });
      const [ends] = await list();
      expect(await turn(ends)).toMatchObject({
        ...{ branches: 2, changed: 1, reasons: [{ code: 'suspended', branches: 1, by: { id: unitId('SHOP1') } }] },
      });
    });

    it('is the end of an exemption: the lock holds again over the own value', async () => {
      await push('EAST', { selfServiceDays: { set: 20, lock: true } });
      const input = { nodeId: unitId('SHOP1'), kind: rules, fields: ['selfServiceDays'], ancestorId: unitId('EAST'), to: iso(4) };
      await done(chain.operator, 'grantExemption', { input, reason: '周年庆' });
      const { ownVersion } = await done(chain.operator, 'effectiveRules', { nodeId: unitId('SHOP1'), kind: rules });
      const changes = { selfServiceDays: { set: 25 } };
      await done(chain.operator, 'setOwnRules', { nodeId: unitId('SHOP1'), kind: rules, changes, ownVersion });
      const [ends] = await list();
      expect(await turn(ends, chain.manager)).toMatchObject({ branches: 1, changed: 1, fields: [{ field: 'selfServiceDays' }] });
      expect([await days('SHOP1', iso(3)), await days('SHOP1', iso(5))]).toEqual([25, 20]);
    });

    it('is not told where the viewer does not reach, of what was cancelled, nor of what is past', async () => {
      await push('WEST', { selfServiceDays: { set: 30 } }, { to: iso(9) });
      const [{ factId }] = await list();
      const asked = (event: string, client = chain.operator) => refusal(client, 'previewTurn', { factId, event });
      expect(await asked('ends', chain.east)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await asked('begins')).toMatchObject({ code: 'BAD_INPUT', field: 'event', allowed: ['ends'] });
      await done(chain.operator, 'cancelAssignment', { id: factId, reason: '不做了' });
      expect(await asked('ends')).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refusal(chain.operator, 'previewTurn', { factId: 'nothing', event: 'ends' })).toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });

  it.each([
    ['ends before it begins', -1],
    ['is longer than people plan', 500],
  ])('is refused where it %s', async (_, days) => {
    expect(await refusal(chain.operator, 'calendar', { filter: { to: iso(days) } })).toMatchObject({
      ...{ code: 'BAD_INPUT', field: 'to', allowed: { min: expect.any(String), max: expect.any(String) } },
    });
  });
});
