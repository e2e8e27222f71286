import { IsNull } from 'typeorm';
import { anotherProcess } from '../after-sales/testing/another-process.js';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { countReturns } from '../orders/return-days.js';
import { ApprovalRule } from '../policies/approval.entity.js';
import { CoverageService } from '../policies/coverage.service.js';
import { PolicyAssignment } from '../policies/policy.entity.js';
import {
  assign,
  done,
  fieldAt,
  publish,
  rules,
  startChain,
  subsidy,
  takeBack,
  type Chain,
} from '../policies/testing/operations.js';
import { approvedBy, plantColleague } from '../policies/testing/reviewers.js';
import type { Client, Loose } from '../testing/client.js';
import { east, unitId, type Unit } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { Job, JobRow } from './job.entity.js';
import { JobRunner } from './job-runner.service.js';

const DAY = 24 * 3_600_000;
const MANY = 505;

const chainOfMany: Unit = {
  code: 'HQ',
  type: 'headquarters',
  children: [
    east,
    {
      code: 'WEST',
      type: 'region',
      children: Array.from({ length: MANY }, (_, n) => ({ code: `W${String(n)}`, type: 'store' })),
    },
  ],
};

const JOB = 'id total waiting done unchanged failed finishedAt allowedActions';
const operations = {
  preview: `query ($selection: SelectionInput!, $eligible: Boolean!, $page: PageInput) { it: previewSelection(selection: $selection, eligible: $eligible, page: $page) {
    eligible ineligible approval { code value limit } total nextCursor problemCount problems { line text code } items { node { id } returnRate lines reasons { code limit by { id } } } } }`,
  start: `mutation ($input: JobInput!) { it: startJob(input: $input) { ${JOB} } }`,
  retry: `mutation ($id: ID!) { it: retryJob(id: $id) { ${JOB} } }`,
  job: `query ($id: ID!) { it: job(id: $id) { ${JOB} } }`,
  jobs: `query ($filter: JobFilter, $page: PageInput) { it: jobs(filter: $filter, page: $page) { total nextCursor items { id action kind status failed total node { id } } } }`,
  draft: `mutation ($input: SelectionDraftInput!) { it: draftSelection(input: $input) { id version title status operationCount node { id } operations { verb node { id } } impact { changed problems { code } approval { code value limit } } } }`,
  rows: `query ($jobId: ID!, $state: JobRowState, $page: PageInput) { it: jobRows(jobId: $jobId, state: $state, page: $page) { total nextCursor items { node { id } state code } } }`,
} as const;

describe.each(enginesHere())('acting on many branches on %s', (engine) => {
  let chain: Chain;
  let keys = 0;
  beforeAll(async () => {
    chain = await startChain(engine, chainOfMany);
  });
  afterEach(async () => {
    await takeBack(chain);
    for (const table of [Job, JobRow]) await chain.it.database.writer.manager.clear(table);
  });
  afterAll(() => chain.it.close());

  const ask = async (operation: keyof typeof operations, variables: Record<string, unknown>, client: Client = chain.operator) => {
    const { data, errors } = await client.graphql(operations[operation], variables);
    return errors.length > 0 ? { refused: errors[0]?.extensions?.code } : data.it;
  };
  const selection = (more: object = {}) => ({ action: 'turnOn', within: unitId('EAST'), ...more });
  const preview = (more: object = {}, eligible = true, client = chain.operator) =>
    ask('preview', { selection: selection(more), eligible }, client);
  const start = (eligible: number, more: object = {}, input: object = {}, client = chain.operator) => {
    keys += 1;
    return ask(
      'start',
      { input: { selection: selection(more), eligible, key: `key-${String(keys)}-of-tests`, ...input } },
      client,
    );
  };
  const sold = (code: string, delivered: number, applied: number, daysAgo = 1) =>
    chain.it.database.inTransaction((tx) =>
      countReturns(tx, [{ nodeId: unitId(code), at: chain.it.clock.now() - daysAgo * DAY, delivered, applied }]),
    );
  const ids = (page: Loose) => page.items.map(({ node }: Loose) => node.id);
  /** Puts another way of turning in the place of the service's own. @returns what puts it back */
  const instead = (other: (turn: CoverageService['turn']) => CoverageService['turn']) => {
    const coverage = chain.it.app.get(CoverageService, { strict: false });
    coverage.turn = other(coverage.turn.bind(coverage));
    return () => Reflect.deleteProperty(coverage, 'turn');
  };
  const approveOver = async (branchesOver: number) => {
    const approvals = chain.it.database.writer.getRepository(ApprovalRule);
    const thresholds = { branchesOver, locks: false, costOver: null };
    await approvals.insert({ kind: subsidy, ...thresholds, authorName: '周敏', updatedAt: chain.it.clock.now(), version: 1 });
    return approvals;
  };
  const assignedAt = (code: string) =>
    chain.it.database.read.findBy(PolicyAssignment, { nodeId: unitId(code), track: 'own', recordedTo: IsNull() });

  it('assigns a version to each, leaving out those that have it', async () => {
    const { versionId } = await publish(chain.operator, subsidy, '批量封顶', { mode: { set: { kind: 'actual', cap: 900 } } });
    await assign(chain.operator, versionId, 'SHOP1');
    const what = { action: 'assign', detail: { versionId } };
    expect(await preview(what)).toMatchObject({ eligible: 1, ineligible: 1 });
    expect((await preview(what, false)).items).toMatchObject([
      { node: { id: unitId('SHOP1') }, reasons: [{ code: 'alreadyAssigned' }] },
    ]);
    expect(await start(1, what)).toMatchObject({ total: 1, done: 1, failed: 0 });
    expect((await fieldAt(chain.operator, 'SHOP2', subsidy, 'mode')).value).toEqual({ kind: 'actual', cap: 900 });
    expect(await preview({ action: 'assign' })).toEqual({ refused: 'BAD_INPUT' });
  });

  it('exempts each from a lock until a day, with a reason', async () => {
    const locked = { mode: { set: { kind: 'actual' as const, cap: 1500 }, lock: true as const } };
    const { versionId } = await publish(chain.operator, subsidy, '批量锁定', locked);
    await assign(chain.operator, versionId, 'HQ');
    const until = new Date(chain.it.clock.now() + 10 * DAY).toISOString();
    const detail = { kind: subsidy, fields: ['mode'], ancestorId: unitId('HQ') };
    const what = { action: 'exempt', detail, until };
    expect(await preview(what)).toMatchObject({ eligible: 2, ineligible: 0 });
    expect(await preview({ ...what, detail: { ...detail, fields: ['enabled'] } })).toMatchObject({ eligible: 0, ineligible: 2 });
    expect(await start(2, what)).toEqual({ refused: 'BAD_INPUT' });
    expect(await start(2, what, { reason: '店庆' })).toMatchObject({ total: 2, done: 2 });
    expect(await fieldAt(chain.operator, 'SHOP1', subsidy, 'mode')).toMatchObject({ state: 'exempt' });
  });

  it('chooses by conditions, and says of each branch that is left out why, its rate and from how many lines', async () => {
    await sold('SHOP1', 130, 12);
    await sold('SHOP2', 200, 10);
    await sold('SHOP2', 900, 900, 91);
    await chain.it.database.writer.manager.update(OrgNode, { id: unitId('SHOP2') }, { ownership: 'direct' });
    const conditions = { returnRateBelow: 800 };
    expect(await preview({ conditions })).toMatchObject({
      ...{ eligible: 1, ineligible: 1, total: 1, problems: [] },
      items: [{ node: { id: unitId('SHOP2') }, returnRate: 500, lines: 200, reasons: [] }],
    });
    expect((await preview({ conditions }, false)).items).toEqual([
      { node: { id: unitId('SHOP1') }, returnRate: 923, lines: 130, reasons: [{ code: 'rateTooHigh', limit: 800, by: null }] },
    ]);
    expect((await preview({ conditions: { returnRateAbove: 600, leastLines: 150 } }, false)).items).toMatchObject([
      { reasons: [{ code: 'fewLines', limit: 150 }] },
      { reasons: [{ code: 'rateTooLow', limit: 600 }] },
    ]);
    expect(ids(await preview({ conditions: { parentTypes: ['mall'], coverage: ['off'] } }))).toHaveLength(2);
    expect(
      (await preview({ conditions: { parentTypes: ['region'], coverage: ['on'], regions: ['310000'] } }, false)).items[0].reasons,
    ).toEqual(['parentType', 'region', 'coverage'].map((code) => ({ code, limit: null, by: null })));
  });

  it('leaves out what has it so already, what is suspended, and what a unit above has locked', async () => {
    await start(1, { list: 'SHOP1' });
    await chain.operator.graphql(`mutation { suspendCoverage(nodeId: "${unitId('SHOP2')}", reason: "整改") { epoch } }`);
    const codes = async () =>
      (await preview({}, false)).items.map(({ reasons }: Loose) => reasons.map(({ code }: Loose) => code));
    expect(await codes()).toEqual([['alreadyOn'], ['suspended']]);
    expect((await preview({ action: 'suspend' }, false)).items).toMatchObject([{ reasons: [{ code: 'suspended' }] }]);
    const { versionId } = await publish(chain.operator, subsidy, '锁定', { enabled: { set: false, lock: true } });
    await assign(chain.operator, versionId, 'MALL');
    expect((await preview({}, false)).items).toContainEqual(
      expect.objectContaining({ reasons: [{ code: 'locked', limit: null, by: { id: unitId('MALL') } }] }),
    );
  });

  it('reads a list of codes and names, tells of each line that names no branch, and keeps the rest', async () => {
    const list = ['code,name', 'SHOP1,一店', '"store SHOP2"', 'shop1', 'NOWHERE', 'MALL', '', 'W1'].join('\r\n');
    expect(await preview({ list })).toMatchObject({
      ...{ eligible: 2, items: [{ node: { id: unitId('SHOP1') } }, { node: { id: unitId('SHOP2') } }], problemCount: 4 },
      problems: [
        { line: 4, text: 'shop1', code: 'REPEATED_BRANCH' },
        { line: 5, text: 'NOWHERE', code: 'UNKNOWN_BRANCH' },
        { line: 6, text: 'MALL', code: 'NOT_A_BRANCH' },
        { line: 8, text: 'W1', code: 'UNKNOWN_BRANCH' },
      ],
    });
    await chain.it.database.writer.manager.update(OrgNode, { id: unitId('SHOP2') }, { name: 'store SHOP2' });
  });

  it('reaches no further than whoever asks', async () => {
    expect(await preview({ within: unitId('WEST') }, true, chain.east)).toEqual({ refused: 'NOT_FOUND' });
    expect(await preview({}, true, chain.manager)).toEqual({ refused: 'FORBIDDEN' });
    expect(await preview({ within: unitId('HQ'), list: 'W1\nSHOP1' }, true, chain.east)).toMatchObject({
      ...{ eligible: 1, problems: [{ code: 'UNKNOWN_BRANCH' }] },
    });
    const { id } = await start(2);
    expect(await ask('job', { id }, chain.east)).toMatchObject({ done: 2, allowedActions: [] });
    const west = await start(1, { within: unitId('WEST'), list: 'W1' });
    expect(await ask('job', { id: west.id }, chain.east)).toEqual({ refused: 'NOT_FOUND' });
    expect(await ask('rows', { jobId: west.id }, chain.manager)).toEqual({ refused: 'NOT_FOUND' });
    expect(await ask('retry', { id }, chain.east)).toEqual({ refused: 'NOT_FOUND' });
  });

  it('acts at once on a few, each on its own track, and tells what became of each', async () => {
    const job = await start(2, {}, { reason: '达标门店开通' });
    expect(job).toMatchObject({ total: 2, done: 2, failed: 0, waiting: 0, finishedAt: expect.any(String) });
    expect(await ask('rows', { jobId: job.id })).toMatchObject({ total: 2, items: [{ state: 'done' }, { state: 'done' }] });
    expect(await assignedAt('SHOP1')).toMatchObject([{ reason: '达标门店开通', authorName: '张敏' }]);
    const told = await chain.it.database.read.findBy(AuditEvent, { action: 'coverage.turnOn', nodeId: unitId('SHOP2') });
    expect(told.at(-1)).toMatchObject({ actorName: '张敏' });
  });

  it('does nothing twice where the same is asked again, at the same moment too', async () => {
    const input = { key: 'one-and-the-same' };
    const [first, second] = await Promise.all([start(2, {}, input), start(2, {}, input)]);
    const third = await start(2, {}, input);
    expect(new Set([first.id, second.id, third.id]).size).toBe(1);
    expect(await chain.it.database.read.countBy(Job, {})).toBe(1);
    expect(await assignedAt('SHOP1')).toHaveLength(1);
  });

  it('is refused where others are eligible than were looked at, or none', async () => {
    expect(await start(3)).toEqual({ refused: 'SELECTION_MOVED' });
    expect(await start(0, { list: 'NOWHERE' })).toEqual({ refused: 'NOTHING_SELECTED' });
    expect(await start(2, { action: 'suspend' })).toEqual({ refused: 'BAD_INPUT' });
    expect(await chain.it.database.read.countBy(Job, {})).toBe(0);
  });

  it('is no way round an approval', async () => {
    const approvals = await approveOver(1);
    expect((await preview()).approval).toEqual([{ code: 'branches', value: 2, limit: 1 }]);
    expect(await start(2)).toEqual({ refused: 'JOB_NEEDS_APPROVAL' });
    expect((await preview({ action: 'suspend' })).approval).toEqual([]);
    expect((await preview({ list: 'SHOP1' })).approval).toEqual([]);
    expect(await start(1, { list: 'SHOP1' })).toMatchObject({ done: 1 });
    await approvals.clear();
  });

  it('goes to a colleague as a change set of the same branches where an approval is due', async () => {
    const colleague = await plantColleague(chain);
    const approvals = await approveOver(1);
    const draft = (eligible: number, more: object = {}, client?: Client) =>
      ask('draft', { input: { selection: selection(more), eligible, title: '华东 · 开通退货包运费', notes: '换季' } }, client);
    const set = await draft(2);
    expect(set).toMatchObject({
      ...{ title: '华东 · 开通退货包运费', status: 'draft', operationCount: 2, node: { id: unitId('MALL') } },
      operations: [
        { verb: 'setOwn', node: { id: unitId('SHOP1') } },
        { verb: 'setOwn', node: { id: unitId('SHOP2') } },
      ],
      impact: { changed: 2, problems: [], approval: [{ code: 'branches', value: 2, limit: 1 }] },
    });
    expect(await approvedBy(colleague, chain, set)).toMatchObject({ status: 'live' });
    for (const code of ['SHOP1', 'SHOP2']) expect((await fieldAt(chain.operator, code, subsidy, 'enabled')).value).toBe(true);
    expect(await draft(2)).toEqual({ refused: 'NOTHING_SELECTED' });
    expect(await draft(5, { within: unitId('WEST') })).toEqual({ refused: 'SELECTION_MOVED' });
    expect(await draft(MANY, { within: unitId('WEST') })).toEqual({ refused: 'BAD_INPUT' });
    expect(await draft(1, { action: 'suspend', list: 'SHOP1' })).toEqual({ refused: 'BAD_INPUT' });
    expect(await draft(1, { action: 'turnOff', list: 'SHOP1' }, chain.manager)).toEqual({ refused: 'FORBIDDEN' });
    await approvals.clear();
  });

  it('weighs exemptions together: all whose own values a lock held back, and none that merely may have their own', async () => {
    const cap = { mode: { set: { kind: 'actual' as const, cap: 900 } } };
    const sayOwn = async (code: string) => {
      const place = { nodeId: unitId(code), kind: subsidy };
      const { ownVersion } = await done(chain.operator, 'effectiveRules', place);
      await done(chain.operator, 'setOwnRules', { ...place, changes: cap, ownVersion, reason: '试行' });
    };
    for (const code of ['SHOP1', 'SHOP2']) await sayOwn(code);
    const locked = { mode: { set: { kind: 'actual' as const, cap: 1500 }, lock: true as const } };
    const { versionId } = await publish(chain.operator, subsidy, '批量豁免', locked);
    await assign(chain.operator, versionId, 'HQ');
    const approvals = await approveOver(1);
    const until = new Date(chain.it.clock.now() + 10 * DAY).toISOString();
    const what = { action: 'exempt', detail: { kind: subsidy, fields: ['mode'], ancestorId: unitId('HQ') }, until };
    const why = { reason: '店庆' };
    expect((await preview(what)).approval).toEqual([{ code: 'branches', value: 2, limit: 1 }]);
    expect(await start(2, what, why)).toEqual({ refused: 'JOB_NEEDS_APPROVAL' });
    const silent = { ...what, within: unitId('WEST'), list: 'W1\nW2\nW3' };
    expect(await preview(silent)).toMatchObject({ eligible: 3, approval: [] });
    expect(await start(3, silent, why)).toMatchObject({ done: 3 });
    expect(await start(1, { ...what, list: 'SHOP1' }, why)).toMatchObject({ done: 1 });
    await approvals.clear();
  });

  it('is found again, by whoever began it and by whoever oversees its unit, the latest first', async () => {
    const first = await start(1, { list: 'SHOP1' });
    chain.it.clock.set(chain.it.clock.now() + 1_000);
    const { versionId } = await publish(chain.operator, rules, '批量规则', { selfServiceDays: { set: 9 } });
    const second = await start(1, { within: unitId('WEST'), action: 'assign', detail: { versionId }, list: 'W1' });
    expect((await ask('jobs', {})).items).toMatchObject([
      { id: second.id, action: 'assign', kind: rules, status: 'finished', node: { id: unitId('WEST') } },
      { id: first.id, action: 'turnOn', kind: subsidy },
    ]);
    const page = await ask('jobs', { page: { first: 1 } });
    expect(page).toMatchObject({ total: 2, items: [{ id: second.id }] });
    expect((await ask('jobs', { page: { first: 1, after: page.nextCursor } })).items).toMatchObject([{ id: first.id }]);
    expect((await ask('jobs', { filter: { within: unitId('WEST') } })).items).toMatchObject([{ id: second.id }]);
    expect(await ask('jobs', { filter: { within: unitId('NOWHERE') } })).toMatchObject({ total: 0, items: [] });
    expect((await ask('jobs', {}, chain.east)).items).toMatchObject([{ id: first.id }]);
    expect(await ask('jobs', { filter: { list: 'mine' } }, chain.east)).toMatchObject({ total: 0 });
    expect(await ask('jobs', {}, chain.manager)).toMatchObject({ total: 0 });
  });

  it('waits for whoever began it while it runs or has failed somewhere, for fourteen days', async () => {
    const open = async () => (await ask('jobs', { filter: { list: 'open' } })).items;
    const restore = instead(
      (turn) =>
        (actor, nodeId, ...rest) =>
          turn(actor, nodeId === unitId('SHOP1') ? unitId('NONE') : nodeId, ...rest),
    );
    const partly = await start(2);
    restore();
    const running = await start(MANY, { within: unitId('WEST') });
    expect(await ask('jobs', { filter: { status: 'running' } })).toMatchObject({ total: 1, items: [{ id: running.id }] });
    expect(await ask('jobs', { filter: { status: 'partlyFailed' } })).toMatchObject({ items: [{ id: partly.id, failed: 1 }] });
    expect(new Set((await open()).map(({ id }: Loose) => id))).toEqual(new Set([partly.id, running.id]));
    const endedAt = (days: number) =>
      chain.it.database.writer.manager.update(Job, { id: partly.id }, { finishedAt: chain.it.clock.now() - days * DAY });
    await endedAt(15);
    expect(await open()).toMatchObject([{ id: running.id, status: 'running' }]);
    await endedAt(13);
    expect(await open()).toHaveLength(2);
    await ask('retry', { id: partly.id });
    expect(await open()).toMatchObject([{ id: running.id }]);
    expect(await ask('jobs', { filter: { status: 'finished' } })).toMatchObject({ items: [{ id: partly.id, failed: 0 }] });
  });

  it('goes on behind a branch where the product itself fails, which can be tried again', async () => {
    const restore = instead(
      (turn) =>
        (actor, nodeId, ...rest) =>
          nodeId === unitId('SHOP1') ? Promise.reject(new TypeError('broken')) : turn(actor, nodeId, ...rest),
    );
    const job = await start(2);
    restore();
    expect(job).toMatchObject({ done: 1, failed: 1, waiting: 0, finishedAt: expect.any(String), allowedActions: ['retry'] });
    expect(await ask('rows', { jobId: job.id, state: 'failed' })).toMatchObject({ items: [{ code: 'INTERNAL' }] });
    expect(await ask('retry', { id: job.id })).toMatchObject({ done: 2, failed: 0 });
  });

  it('keeps what could be done where a branch fails, and tries only that one again', async () => {
    const restore = instead(
      (turn) =>
        (actor, nodeId, ...rest) =>
          turn(actor, nodeId === unitId('SHOP1') ? unitId('NONE') : nodeId, ...rest),
    );
    const job = await start(2);
    expect(job).toMatchObject({ done: 1, failed: 1, finishedAt: expect.any(String), allowedActions: ['retry'] });
    expect(await ask('rows', { jobId: job.id, state: 'failed' })).toMatchObject({
      items: [{ node: { id: unitId('SHOP1') }, code: 'NOT_FOUND' }],
    });
    restore();
    expect(await ask('retry', { id: job.id })).toMatchObject({ done: 2, failed: 0, allowedActions: [] });
    expect(await assignedAt('SHOP2')).toHaveLength(1);
  });

  it('goes on with hundreds by itself, also after a restart in the middle, and does nothing twice', async () => {
    const job = await start(MANY, { within: unitId('WEST') });
    expect(job).toMatchObject({ total: MANY, waiting: MANY, finishedAt: null });
    let calls = 0;
    let died: () => void = () => undefined;
    const justAfterTheCommit = new Promise<void>((resolve) => (died = resolve));
    const restore = instead((turn) => async (...args) => {
      calls += 1;
      const effect = await turn(...args);
      if (calls < 70) return effect;
      died();
      return new Promise<never>(() => undefined);
    });
    const runner = chain.it.app.get(JobRunner, { strict: false });
    void runner.run(job.id);
    await justAfterTheCommit;
    restore();
    expect(await ask('job', { id: job.id })).toMatchObject({ done: 70, waiting: MANY - 70, finishedAt: null });
    const second = await anotherProcess(chain.it);
    const resumed = second.get(JobRunner, { strict: false });
    await resumed.runDue(chain.it.clock.now());
    expect(await ask('job', { id: job.id })).toMatchObject({ done: 70 });
    await chain.it.database.writer.manager.update(Job, { id: job.id }, { claimedUntil: 1 });
    await Promise.all([resumed.run(job.id), runner.run(job.id)]);
    expect(await ask('job', { id: job.id })).toMatchObject({ done: MANY, waiting: 0, failed: 0, finishedAt: expect.any(String) });
    await second.close();
    const own = await chain.it.database.read.countBy(PolicyAssignment, { track: 'own', recordedTo: IsNull() });
    expect(own).toBe(MANY);
  });
});
