import { yearsAfter } from '../common/local-day.js';
import { Job } from '../jobs/job.entity.js';
import { Person } from '../auth/person.entity.js';
import {
  assign,
  done,
  publish,
  publishNext,
  refusal,
  rules,
  standardRules,
  startChain,
  takeBack,
  type Chain,
} from '../policies/testing/operations.js';
import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';

const DAY = 24 * 3_600_000;

describe.each(enginesHere())('HQ’s landing page on %s', (engine) => {
  let chain: Chain;
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const iso = (days: number) => new Date(chain.it.clock.now() + days * DAY).toISOString();
  const inShanghai = (days: number) => new Date(chain.it.clock.now() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);
  const push = async (code: string, directives: object, more: object = {}) => {
    names += 1;
    const { versionId } = await publish(chain.operator, rules, `首页 ${String(names)}`, directives as never);
    await assign(chain.operator, versionId, code, more);
  };
  const home = (client = chain.operator, variables: object = {}): Promise<Loose> => done(client, 'home', { ...variables });
  const due = async (client = chain.operator): Promise<Loose[]> => (await home(client)).reviewsDue;

  it('lists the units whose own review date has come or comes within fourteen days, the earliest first', async () => {
    await push('EAST', { reviewDate: { set: inShanghai(14) } });
    await push('WEST', { reviewDate: { set: inShanghai(0) } });
    await push('SHOP1', { reviewDate: { set: inShanghai(15) } });
    expect(await due()).toMatchObject([
      { node: { id: unitId('WEST') }, date: inShanghai(0), hasCome: true, source: { policyName: '首页 2' } },
      // Below it the mall and SHOP2 inherit the date: they set none, and are not asked.
      { node: { id: unitId('EAST') }, date: inShanghai(14), hasCome: false },
    ]);
    expect(await due(chain.east)).toMatchObject([{ node: { id: unitId('EAST') } }]);
  });

  it('is of a unit alone where one is given, each figure that of its list', async () => {
    const [reviewDate, later] = [{ reviewDate: { set: inShanghai(1) } }, { selfServiceDays: { set: 30 } }];
    await push('EAST', reviewDate);
    await push('WEST', reviewDate);
    await push('WEST', later, { from: iso(3) });
    await done(chain.operator, 'setOwnRules', {
      ...{ nodeId: unitId('SHOP3'), kind: rules, changes: { selfServiceDays: { set: 9 } }, ownVersion: 0 },
    });
    const all = await home();
    const [east, west] = [
      await home(chain.operator, { within: unitId('EAST') }),
      await home(chain.operator, { within: unitId('WEST') }),
    ];
    expect([all.branches, east.branches, west.branches]).toEqual([3, 2, 1]);
    expect([all.drifts, east.drifts, west.drifts]).toEqual([1, 0, 1]);
    expect([east, west].map(({ reviewsDue }) => reviewsDue.map(({ node }: Loose) => node.id))).toEqual([
      [unitId('EAST')],
      [unitId('WEST')],
    ]);
    expect([all, east, west].map(({ upcoming }) => upcoming.length)).toEqual([1, 0, 1]);
    expect((await home(chain.east, { within: unitId('HQ') })).branches).toBe(2);
    for (const unit of ['WEST', 'NOWHERE'])
      expect(await refusal(chain.east, 'home', { within: unitId(unit) })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('counts the rollouts on hold, and the viewer’s own jobs that failed somewhere', async () => {
    const { policyId } = await publish(chain.operator, rules, '首页试点', { selfServiceDays: { set: 5 } });
    const versionId = await publishNext(chain.operator, policyId, { selfServiceDays: { set: 6 } });
    const input = { versionId, nodeId: unitId('EAST'), cohort: { units: [unitId('SHOP1')] } };
    const { data } = await chain.operator.graphql(
      'mutation ($input: RolloutInput!) { startRollout(input: $input, reason: "试") { rolloutId } }',
      { input },
    );
    const id = data.startRollout.rolloutId;
    expect(await home()).toMatchObject({ rolloutsPaused: 0, jobsOpen: 0 });
    const hold = 'mutation ($id: ID!) { pauseRollout(id: $id, reason: "等", version: 1) { id } }';
    await chain.operator.graphql(hold, { id });
    const job = {
      ...{ id: 'J1', personName: '张敏', idempotencyKey: 'home-of-tests', action: 'turnOn', nodeId: unitId('WEST') },
    };
    const personId = (await chain.it.database.read.findOneByOrFail(Person, { name: '张敏' })).id;
    const ended = { total: 2, failed: 1, createdAt: 1, finishedAt: chain.it.clock.now(), version: 1 };
    await chain.it.database.writer.manager.insert(Job, { ...job, ...ended, personId } as Job);
    expect(await home()).toMatchObject({ rolloutsPaused: 1, jobsOpen: 1 });
    expect(await home(chain.operator, { within: unitId('WEST') })).toMatchObject({ rolloutsPaused: 0, jobsOpen: 1 });
    expect(await home(chain.east)).toMatchObject({ rolloutsPaused: 1, jobsOpen: 0 });
    await chain.operator.graphql('mutation ($id: ID!) { cancelRollout(id: $id, reason: "清", version: 2) { rolloutId } }', {
      id,
    });
  });

  it('lists, where nobody set a date, rules that were assigned nearly a year ago, a version once', async () => {
    const from = iso(-360);
    await push('EAST', { ...standardRules, selfServiceDays: { set: 30 } }, { from, reason: '补录' });
    const { versionId } = await publish(chain.operator, rules, '各店', { ...standardRules, selfServiceDays: { set: 20 } });
    for (const code of ['SHOP1', 'WEST', 'SHOP3']) await assign(chain.operator, versionId, code, { from, reason: '补录' });
    const date = yearsAfter(inShanghai(-360), 1);
    expect(await due()).toMatchObject([
      { node: { id: unitId('EAST') }, date, hasCome: false, source: { policyName: `首页 ${String(names)}` } },
      { node: { id: unitId('WEST') }, date, source: { policyName: '各店' } },
    ]);
    await push('EAST', { reviewDate: { set: null } });
    await push('WEST', { selfServiceDays: { set: 31 } });
    expect(await due()).toMatchObject([{ node: { id: unitId('SHOP3') } }]);
  });

  it('lists none that is not yet in force, or was taken back', async () => {
    const date = { reviewDate: { set: inShanghai(1) } };
    await push('EAST', date, { from: iso(2) });
    await push('WEST', date);
    expect(await due()).toHaveLength(1);
    await takeBack(chain);
    expect(await due()).toEqual([]);
  });

  it('tells what comes in fourteen days, and the next change however far it is', async () => {
    expect(await home()).toMatchObject({ upcoming: [], nextChange: null });
    const far = iso(40);
    await push('EAST', { selfServiceDays: { set: 30 } }, { from: far });
    expect(await home()).toMatchObject({ upcoming: [], nextChange: { at: far } });
    const near = iso(3);
    await done(chain.operator, 'suspendCoverage', { nodeId: unitId('SHOP3'), reason: '整改', until: near });
    const { upcoming, upcomingTotal, nextChange } = await home();
    expect([upcoming.length, upcomingTotal, nextChange.at]).toEqual([1, 1, near]);
    expect((await home(chain.east)).nextChange.at).toBe(far);
  });
});
