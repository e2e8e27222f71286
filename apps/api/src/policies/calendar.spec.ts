import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { assign, done, publish, refusal, rules, startChain, subsidy, takeBack, type Chain } from './testing/operations.js';

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
  const list = (more: object = {}, client = chain.operator) => done(client, 'calendar', { filter: { to: iso(30), ...more } });

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
    await push('HQ', { noReasonDays: { set: 9, lock: true }, freightPayer: { reset: true }, selfServiceDays: { set: 15 } });
    const input = { nodeId: unitId('SHOP1'), kind: rules, fields: ['noReasonDays'], ancestorId: unitId('HQ'), to: iso(4) };
    await done(chain.operator, 'grantExemption', { input, reason: '周年庆' });
    expect(await list()).toMatchObject([{ fact: 'exemption', event: 'ends', fields: ['noReasonDays'], reason: '周年庆' }]);
    await takeBack(chain);
    expect(await list()).toEqual([]);
  });

  it('reaches as far as the viewer does', async () => {
    await push('EAST', { selfServiceDays: { set: 30 } }, { from: iso(2) });
    await push('WEST', { selfServiceDays: { set: 30 } }, { from: iso(3) });
    expect(await list({}, chain.east)).toMatchObject([{ node: { id: unitId('EAST') } }]);
    expect(await list({}, chain.manager)).toEqual([]);
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
