import { AuditEvent } from '../audit/audit-event.entity.js';
import { PolicyAssignment } from '../policies/policy.entity.js';
import {
  assign,
  done,
  fieldAt,
  publish,
  publishNext,
  refusal,
  rules,
  startChain,
  subsidy,
  takeBack,
  type Chain,
} from '../policies/testing/operations.js';
import { approvalOf, plantAdministrator, plantColleague } from '../policies/testing/reviewers.js';
import type { Client, Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { ChangeSet } from './change-set.entity.js';
import { DueChanges } from './due-changes.service.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const iso = (at: number): string => new Date(at).toISOString();
const actual = (cap: number) => ({ kind: 'actual' as const, cap });

describe.each(enginesHere())('change sets on %s', (engine) => {
  let chain: Chain;
  let colleague: Client;
  let administrator: Client;
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
    colleague = await plantColleague(chain);
    administrator = await plantAdministrator(chain);
    await approvalOf(administrator, rules, { enabled: true, branchesOver: 0 });
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const now = () => chain.it.clock.now();
  const published = async (kind: Parameters<typeof publish>[1], directives: object) => {
    names += 1;
    return publish(chain.operator, kind, `方案 ${String(names)}`, directives as never);
  };
  const own = (code: string, changes: object, kind: string = rules) => ({ verb: 'setOwn', kind, nodeId: unitId(code), changes });
  const assigning = (code: string, versionId: string | null, kind: string = rules) => ({
    verb: 'assign',
    kind,
    nodeId: unitId(code),
    versionId,
  });
  const draft = (operations: object[], more: object = {}, client: Client = chain.operator) =>
    done(client, 'createChangeSet', { input: { title: '华东调整', operations, ...more } });
  const submit = async (operations: object[], more: object = {}) => {
    const set = await draft(operations, more);
    return done(chain.operator, 'submitChangeSet', { id: set.id, version: set.version });
  };
  const approve = (set: Loose, client: Client = colleague) => done(client, 'approveChangeSet', lookedAt(set));
  const lookedAt = ({ id, contentHash, impact }: Loose) => ({ id, contentHash, impactHash: impact.impactHash });
  const days = async (code: string, field = 'selfServiceDays', at?: string) =>
    (await fieldAt(chain.operator, code, rules, field, at)).value;
  const get = (id: string, client: Client = chain.operator) => done(client, 'changeSet', { id });
  const longer = { selfServiceDays: { set: 20 } };

  it('weigh all their operations of a kind as one act, each branch once', async () => {
    await approvalOf(administrator, rules, { enabled: true, branchesOver: 2 });
    const [first, second, third] = ['SHOP1', 'SHOP2', 'SHOP3'].map((code) => own(code, longer));
    expect((await draft([first, second] as object[])).impact.approval).toEqual([]);
    const split = await draft([first, second, third] as object[]);
    expect(split.impact.approval).toEqual([{ code: 'branches', value: 3, limit: 2 }]);
    const { id, version } = split;
    expect(await refusal(chain.operator, 'applyChangeSet', { id, version })).toMatchObject({ code: 'APPROVAL_REQUIRED' });
    expect((await draft([own('EAST', longer), own('SHOP1', { qualityDays: { set: 40 } })])).impact.approval).toEqual([]);
    await approvalOf(administrator, rules, { enabled: true, branchesOver: 0 });
  });

  it('are drafted, handed in, approved by somebody else and carried out; who did what stays known', async () => {
    const set = await draft([own('EAST', longer)]);
    expect(set).toMatchObject({
      ...{ status: 'draft', authorName: '张敏', isOwn: true, node: { id: unitId('EAST') }, operationCount: 1 },
      impact: {
        ...{ changed: 2, problems: [], conflicts: [], frozen: false, approval: [{ code: 'branches', value: 2, limit: 0 }] },
        effects: [
          { node: { id: unitId('EAST') }, changed: 2, unchanged: 0, fields: [{ field: 'selfServiceDays', branches: 2 }] },
        ],
      },
      operations: [{ verb: 'setOwn', differences: [{ field: 'selfServiceDays', before: null, after: { set: 20 } }] }],
    });
    const handedIn = await done(chain.operator, 'submitChangeSet', { id: set.id, version: set.version });
    expect(handedIn).toMatchObject({ status: 'inReview', submittedImpactHash: set.impact.impactHash });
    expect(handedIn.allowedActions).not.toContain('changeSet.approve');
    expect((await get(set.id, colleague)).allowedActions).toEqual(
      expect.arrayContaining(['changeSet.approve', 'changeSet.sendBack']),
    );
    expect(await days('SHOP1')).toBe(15);
    const live = await approve(handedIn);
    expect(live).toMatchObject({
      status: 'live',
      approverName: '陈杰',
      allowedActions: [],
      impact: { changed: 2, frozen: true },
    });
    expect(await days('SHOP1')).toBe(20);
    expect(await fieldAt(chain.operator, 'SHOP1', rules, 'selfServiceDays')).toMatchObject({
      source: { node: { id: unitId('EAST') }, authorName: '张敏', approval: { approverName: '陈杰' } },
    });
    const told = await chain.it.database.read.find(AuditEvent, { where: { subjectId: set.id }, order: { at: 'ASC', id: 'ASC' } });
    expect(told.map(({ action, actorName }) => `${action} ${actorName}`)).toEqual([
      'changeSet.draft 张敏',
      'changeSet.submit 张敏',
      'changeSet.approve 陈杰',
    ]);
  });

  it('tell what changes by field and value, with how many branches each', async () => {
    await approve(await submit([own('SHOP2', { selfServiceDays: { set: 9 } })]));
    const set = await draft([
      assigning('EAST', (await published(rules, { selfServiceDays: { set: 25, lock: true } })).versionId),
    ]);
    expect(set.impact.values).toEqual([
      {
        values: [
          { kind: rules, field: 'selfServiceDays', before: 15, after: 25, effect: 'kinder', branches: 1 },
          { kind: rules, field: 'selfServiceDays', before: 9, after: 25, effect: 'kinder', branches: 1 },
        ],
        others: 0,
      },
    ]);
  });

  it('an edit says how many things it changed, and that it voided what was submitted', async () => {
    const set = await submit([own('EAST', longer)]);
    const input = { title: '改名', operations: [own('EAST', { selfServiceDays: { set: 21 } })] };
    await done(chain.operator, 'editChangeSet', { id: set.id, version: set.version, input });
    const [edit, , drafted] = (await get(set.id)).events;
    expect(edit).toMatchObject({ action: 'changeSet.draft', items: 2, voided: true });
    expect(drafted).toMatchObject({ action: 'changeSet.draft', items: null, voided: false });
  });

  it('tell what others wrote above or below since they were submitted', async () => {
    const set = await submit([own('EAST', longer)]);
    expect((await get(set.id)).since).toEqual([]);
    chain.it.clock.set(now() + HOUR);
    await approvalOf(administrator, rules, { enabled: false });
    const { versionId } = await published(rules, { infoDays: { set: 9 } });
    await assign(chain.operator, versionId, 'SHOP1');
    await assign(chain.operator, versionId, 'SHOP3');
    await approvalOf(administrator, rules, { enabled: true, branchesOver: 0 });
    expect((await get(set.id)).since).toMatchObject([
      {
        kind: rules,
        node: { id: unitId('SHOP1') },
        policyName: `方案 ${String(names)}`,
        versionNumber: 1,
        own: false,
        authorName: '张敏',
      },
    ]);
  });

  it('a change above a threshold takes no other way', async () => {
    const { versionId } = await published(rules, longer);
    const { ownVersion } = await done(chain.operator, 'effectiveRules', { nodeId: unitId('EAST'), kind: rules });
    const edit = { nodeId: unitId('EAST'), kind: rules, changes: longer };
    expect(await refusal(chain.operator, 'setOwnRules', { ...edit, ownVersion })).toMatchObject({
      code: 'APPROVAL_REQUIRED',
      details: { reasons: [{ code: 'branches', value: 2, limit: 0 }] },
    });
    expect(await refusal(chain.operator, 'assignVersion', { nodeId: unitId('EAST'), versionId })).toMatchObject({
      code: 'APPROVAL_REQUIRED',
    });
    expect(await done(chain.operator, 'previewOwnRules', edit)).toMatchObject({ changed: 2 });
    const set = await draft([own('EAST', longer)]);
    expect(await refusal(chain.operator, 'applyChangeSet', { id: set.id, version: set.version })).toMatchObject({
      code: 'APPROVAL_REQUIRED',
    });
    expect(await days('SHOP1')).toBe(15);
  });

  it('what needs no approval is carried out by its author', async () => {
    const set = await draft([own('EAST', { mode: { set: actual(900) } }, subsidy)]);
    expect(set.impact.approval).toEqual([]);
    expect(await done(chain.operator, 'applyChangeSet', { id: set.id, version: set.version })).toMatchObject({
      status: 'live',
      approverName: null,
    });
    expect((await fieldAt(chain.operator, 'SHOP1', subsidy, 'mode')).value).toEqual(actual(900));
  });

  it('a lock may ask for an approval by itself, and so may what returns cost', async () => {
    await approvalOf(administrator, subsidy, { enabled: true, locks: true });
    const locking = own('EAST', { mode: { set: actual(900), lock: true } }, subsidy);
    expect((await draft([locking])).impact.approval).toMatchObject([{ code: 'locks' }]);
    expect((await draft([own('EAST', { mode: { set: actual(900) } }, subsidy)])).impact.approval).toEqual([]);
    await approvalOf(administrator, subsidy, { enabled: true, costOver: 0 });
    expect((await draft([locking])).impact.approval).toEqual([]);
    await approvalOf(administrator, subsidy, { enabled: false });
  });

  it('its author does not approve it, nor does whoever wrote in it, nor whoever has no say there', async () => {
    const set = await submit([own('EAST', longer)]);
    expect(await refusal(chain.operator, 'approveChangeSet', lookedAt(set))).toMatchObject({
      code: 'SELF_APPROVAL',
      setBy: '张敏',
    });
    expect(await refusal(chain.east, 'approveChangeSet', lookedAt(set))).toMatchObject({ code: 'FORBIDDEN' });
    const input = { title: '华东调整', operations: [own('EAST', { selfServiceDays: { set: 21 } })] };
    const edited = await done(colleague, 'editChangeSet', { id: set.id, version: set.version, input });
    expect(edited).toMatchObject({ status: 'draft', submittedImpactHash: null });
    const again = await done(chain.operator, 'submitChangeSet', { id: set.id, version: edited.version });
    expect(await refusal(colleague, 'approveChangeSet', lookedAt(again))).toMatchObject({ code: 'SELF_APPROVAL' });
    expect(await approve(again, administrator)).toMatchObject({ status: 'live', approverName: '周涛' });
    expect(await days('SHOP1')).toBe(21);
  });

  it('law 21: any edit voids what was looked at', async () => {
    const set = await submit([own('EAST', longer)]);
    const input = { title: '华东调整。', operations: [own('EAST', longer)] };
    const edited = await done(chain.operator, 'editChangeSet', { id: set.id, version: set.version, input });
    await done(chain.operator, 'submitChangeSet', { id: set.id, version: edited.version });
    expect(await refusal(colleague, 'approveChangeSet', lookedAt(set))).toMatchObject({
      code: 'CHANGED_SINCE_REVIEW',
      details: { seen: set.contentHash, now: edited.contentHash },
    });
    expect(await days('SHOP1')).toBe(15);
  });

  it('one that would do something else than was looked at goes stale, and nothing is written', async () => {
    const set = await submit([own('HQ', longer)]);
    const { ownVersion } = await done(chain.manager, 'effectiveRules', { nodeId: unitId('SHOP1'), kind: rules });
    await done(chain.manager, 'setOwnRules', {
      nodeId: unitId('SHOP1'),
      kind: rules,
      changes: { selfServiceDays: { set: 30 } },
      ownVersion,
    });
    const before = await chain.it.database.read.count(PolicyAssignment);
    expect(await refusal(colleague, 'approveChangeSet', lookedAt(set))).toMatchObject({
      code: 'CHANGE_SET_STALE',
      details: { causes: ['impactChanged'] },
    });
    expect(await chain.it.database.read.count(PolicyAssignment)).toBe(before);
    expect(await get(set.id)).toMatchObject({
      status: 'stale',
      allowedActions: expect.arrayContaining(['changeSet.recalculate']) as unknown,
    });
    expect(await done(chain.operator, 'changeSets', { filter: { mine: true } })).toMatchObject({
      items: [{ id: set.id, status: 'stale' }],
    });
    const fresh = await done(chain.operator, 'recalculateChangeSet', { id: set.id, version: (await get(set.id)).version });
    expect(fresh).toMatchObject({ status: 'draft', impact: { changed: 2, frozen: false } });
    const again = await done(chain.operator, 'submitChangeSet', { id: set.id, version: fresh.version });
    expect(await approve(again)).toMatchObject({ status: 'live' });
    expect([await days('SHOP1'), await days('SHOP2')]).toEqual([30, 20]);
  });

  it('a shop that sets another field, or opens meanwhile, leaves an approval alone', async () => {
    const set = await submit([own('EAST', longer)]);
    const { ownVersion } = await done(chain.manager, 'effectiveRules', { nodeId: unitId('SHOP1'), kind: rules });
    await done(chain.manager, 'setOwnRules', {
      nodeId: unitId('SHOP1'),
      kind: rules,
      changes: { noReasonDays: { set: 10 } },
      ownVersion,
    });
    expect(await approve(set)).toMatchObject({ status: 'live' });
  });

  it('of two drafts with one base that touch the same field one succeeds; disjoint ones merge', async () => {
    const [first, second, other] = [
      await submit([own('EAST', longer)]),
      await submit([own('EAST', { selfServiceDays: { set: 25 } })]),
      await submit([own('EAST', { qualityDays: { set: 40 } })]),
    ];
    await approve(first);
    expect(await get(second.id)).toMatchObject({
      impact: { conflicts: [{ kind: rules, node: { id: unitId('EAST') }, fields: ['selfServiceDays'], by: '张敏' }] },
    });
    expect(await refusal(colleague, 'approveChangeSet', lookedAt(second))).toMatchObject({ code: 'CHANGE_SET_STALE' });
    expect(await approve(other)).toMatchObject({ status: 'live' });
    expect([await days('SHOP1'), await days('SHOP1', 'qualityDays')]).toEqual([20, 40]);
  });

  it('disjoint ones merge under what is scheduled for later, and an edit of what is scheduled is in conflict', async () => {
    const at = iso(now() + 5 * DAY);
    await approve(await submit([own('EAST', { qualityDays: { set: 40 } })], { effectiveAt: at }));
    const [first, other, same] = [
      await submit([own('EAST', longer)]),
      await submit([own('EAST', { noReasonDays: { set: 9 } })]),
      await submit([own('EAST', { qualityDays: { set: 50 } })]),
    ];
    expect([await approve(first), await approve(other)]).toMatchObject([{ status: 'live' }, { status: 'live' }]);
    const each = ['selfServiceDays', 'noReasonDays', 'qualityDays'];
    expect(await Promise.all(each.map((field) => days('SHOP1', field)))).toEqual([20, 9, 30]);
    expect(await Promise.all(each.map((field) => days('SHOP1', field, at)))).toEqual([20, 9, 40]);
    await approve(await submit([own('EAST', { qualityDays: { set: 45 } })], { effectiveAt: at }));
    expect(await get(same.id)).toMatchObject({ impact: { conflicts: [{ fields: ['qualityDays'], by: '张敏' }] } });
  });

  it('law 21: of many approved at the same moment that touch the same field exactly one succeeds', async () => {
    const sets = [];
    for (const value of [20, 21, 22, 23]) sets.push(await submit([own('EAST', { selfServiceDays: { set: value } })]));
    const answers = await Promise.all(sets.map((set) => colleague.graphql(APPROVE, lookedAt(set))));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.['code']))).toEqual([
      'CHANGE_SET_STALE',
      'CHANGE_SET_STALE',
      'CHANGE_SET_STALE',
    ]);
    const stored = await chain.it.database.read.find(ChangeSet);
    const statuses = sets.map(({ id }) => stored.find((each) => each.id === id)?.status).sort();
    expect(statuses).toEqual(['applied', 'stale', 'stale', 'stale']);
  });

  it('law 21: disjoint ones approved at the same moment all succeed', async () => {
    const fields = { selfServiceDays: 20, qualityDays: 40, noReasonDays: 9 };
    const sets = [];
    for (const [field, value] of Object.entries(fields)) sets.push(await submit([own('EAST', { [field]: { set: value } })]));
    const answers = await Promise.all(sets.map((set) => colleague.graphql(APPROVE, lookedAt(set))));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    for (const [field, value] of Object.entries(fields)) expect(await days('SHOP1', field)).toBe(value);
  });

  it('are scheduled for a date, take effect then by themselves, and can be cancelled until then', async () => {
    const at = now() + HOUR;
    const { versionId } = await published(rules, { selfServiceDays: { set: 20, lock: true } });
    const set = await submit([assigning('EAST', versionId)], { effectiveAt: iso(at) });
    expect(await approve(set)).toMatchObject({ status: 'scheduled', effectiveAt: iso(at) });
    expect([await days('SHOP1'), await days('SHOP1', 'selfServiceDays', iso(at))]).toEqual([15, 20]);
    const gone = await done(chain.operator, 'cancelChangeSet', { id: set.id, reason: '推迟' });
    expect(gone).toMatchObject({ status: 'cancelled', reason: '推迟' });
    expect(await days('SHOP1', 'selfServiceDays', iso(at))).toBe(15);
    const second = await submit([assigning('EAST', versionId)], { effectiveAt: iso(at) });
    await approve(second);
    chain.it.clock.set(at + 1000);
    expect(await get(second.id)).toMatchObject({ status: 'live' });
    expect(await days('SHOP1')).toBe(20);
    expect(await refusal(chain.operator, 'cancelChangeSet', { id: second.id, reason: '太迟' })).toMatchObject({
      code: 'WRONG_CHANGE_SET_STATUS',
    });
  });

  it('a scheduled edit of a unit’s own rules is listed before another edit there, and holds from its date all the same', async () => {
    const at = now() + HOUR;
    const set = await approve(await submit([own('SHOP1', longer)], { effectiveAt: iso(at) }));
    const changes = { noReasonDays: { set: 10 } };
    const place = { nodeId: unitId('SHOP1'), kind: rules };
    const { covers } = await done(chain.manager, 'previewOwnRules', { ...place, changes });
    expect(covers).toHaveLength(1);
    const { ownVersion } = await done(chain.manager, 'effectiveRules', place);
    await done(chain.manager, 'setOwnRules', { ...place, changes, ownVersion });
    expect([await days('SHOP1'), await days('SHOP1', 'noReasonDays')]).toEqual([15, 10]);
    expect(await chain.it.app.get(DueChanges, { strict: false }).runDue()).toBe(0);
    chain.it.clock.set(at + 1000);
    expect([await days('SHOP1'), await days('SHOP1', 'noReasonDays')]).toEqual([20, 10]);
    expect(await get(set.id)).toMatchObject({ status: 'live' });
    const { source } = await fieldAt(chain.operator, 'SHOP1', rules, 'selfServiceDays');
    expect(source).toMatchObject({ authorName: '张敏', approval: { number: set.number, approverName: '陈杰' } });
  });

  it('a scheduled edit of the subsidy outlasts free returns turned on before, and can still be cancelled', async () => {
    const at = now() + HOUR;
    const { id, version } = await draft([own('SHOP2', { mode: { set: actual(800) } }, subsidy)], { effectiveAt: iso(at) });
    await done(chain.operator, 'applyChangeSet', { id, version });
    const asked = { nodeId: unitId('SHOP2'), on: true };
    expect((await done(chain.operator, 'previewCoverage', asked)).covers).toHaveLength(1);
    expect(await done(chain.operator, 'turnCoverage', asked)).toMatchObject({ changed: 1 });
    const mode = async () => (await fieldAt(chain.operator, 'SHOP2', subsidy, 'mode', iso(at))).value;
    const enabled = async () => (await fieldAt(chain.operator, 'SHOP2', subsidy, 'enabled', iso(at))).value;
    expect([await mode(), await enabled()]).toEqual([actual(800), true]);
    await done(chain.operator, 'cancelChangeSet', { id, reason: '推迟' });
    expect(await mode()).not.toEqual(actual(800));
    expect(await enabled()).toBe(true);
  });

  it('cancelling and resuming act at once above a threshold, and another person looks at them after', async () => {
    const reviewed = async () => (await done(colleague, 'policyReviews')).items.map(({ act, node }: Loose) => [act, node.id]);
    const { id: applied } = await approve(await submit([assigning('EAST', (await published(rules, longer)).versionId)]));
    const assignment = await chain.it.database.read.findOneByOrFail(PolicyAssignment, { changeSetId: applied });
    expect(await done(chain.operator, 'previewCancelAssignment', { id: assignment.id })).toMatchObject({
      ...{ changed: 2, warnings: [{ code: 'REVIEWED_AFTER' }] },
    });
    await done(chain.operator, 'cancelAssignment', { id: assignment.id, reason: '先撤回' });
    expect(await reviewed()).toContainEqual(['cancel', unitId('EAST')]);
    await done(chain.operator, 'turnCoverage', { nodeId: unitId('WEST'), on: true });
    await approvalOf(administrator, subsidy, { enabled: true, branchesOver: 0 });
    const unit = { nodeId: unitId('WEST'), reason: '盘点' };
    await done(chain.operator, 'suspendCoverage', unit);
    await done(chain.operator, 'resumeCoverage', unit);
    expect(await reviewed()).toContainEqual(['resume', unitId('WEST')]);
    await approvalOf(administrator, subsidy, {});
  });

  it('counts suspended branches against a threshold, as they change all the same', async () => {
    await done(chain.operator, 'suspendCoverage', { nodeId: unitId('WEST'), reason: '盘点' });
    await approvalOf(administrator, subsidy, { enabled: true, branchesOver: 0 });
    const { ownVersion } = await done(chain.operator, 'effectiveRules', { nodeId: unitId('WEST'), kind: subsidy });
    const lower = { nodeId: unitId('WEST'), kind: subsidy, changes: { mode: { set: actual(700) } } };
    expect(await done(chain.operator, 'previewOwnRules', lower)).toMatchObject({
      changed: 0,
      approval: [{ code: 'branches', value: 1 }],
    });
    expect(await refusal(chain.operator, 'setOwnRules', { ...lower, ownVersion })).toMatchObject({
      code: 'APPROVAL_REQUIRED',
    });
    await approvalOf(administrator, subsidy, {});
  });

  it('a move at once is refused where its change set would need an approval', async () => {
    const place = { nodeId: unitId('WEST'), kind: subsidy };
    const { ownVersion } = await done(chain.operator, 'effectiveRules', place);
    await done(chain.operator, 'setOwnRules', { ...place, changes: { mode: { set: actual(700) } }, ownVersion });
    await approvalOf(administrator, subsidy, { enabled: true, branchesOver: 0 });
    const move = { id: unitId('SHOP3'), parentId: unitId('EAST') };
    const preview = 'query ($id: ID!, $parentId: ID!) { previewMove(id: $id, parentId: $parentId) { approval { code value } } }';
    expect((await chain.operator.graphql(preview, move)).data.previewMove.approval).toEqual([{ code: 'branches', value: 1 }]);
    const { code } = await chain.operator.graphql(
      'mutation ($id: ID!, $parentId: ID!, $version: Int!) { moveOrgNode(id: $id, parentId: $parentId, version: $version) { id } }',
      { ...move, version: 1 },
    );
    expect(code).toBe('APPROVAL_REQUIRED');
    await approvalOf(administrator, subsidy, {});
  });

  it('say before they are cancelled what that does, operation by operation, and then do just that', async () => {
    const at = now() + HOUR;
    const operations = [own('EAST', longer), own('SHOP1', { selfServiceDays: { set: 25 } }), own('WEST', longer)];
    const drafted = await draft(operations, { effectiveAt: iso(at) });
    const foreseen = (client = chain.operator) => done(client, 'previewCancelChangeSet', { id: drafted.id });
    expect(await foreseen()).toEqual([]);
    await approve(await done(chain.operator, 'submitChangeSet', { id: drafted.id, version: drafted.version }));
    const parts = await foreseen();
    expect(parts).toMatchObject([
      { node: { id: unitId('WEST') }, dryRun: true, branches: 1, changed: 1, problems: [], rowsWritten: 0 },
      { node: { id: unitId('SHOP1') }, branches: 1, changed: 1 },
      { node: { id: unitId('EAST') }, branches: 2, changed: 2, fields: [{ field: 'selfServiceDays', branches: 2 }] },
    ]);
    expect(await refusal(chain.manager, 'previewCancelChangeSet', { id: drafted.id })).toMatchObject({ code: 'FORBIDDEN' });
    const shops = ['SHOP1', 'SHOP2', 'SHOP3'];
    const values = () => Promise.all(shops.map((shop) => days(shop, 'selfServiceDays', iso(at))));
    expect(await values()).toEqual([25, 20, 20]);
    await done(chain.operator, 'cancelChangeSet', { id: drafted.id, reason: '推迟' });
    expect(await values()).toEqual([15, 15, 15]);
    expect(await refusal(chain.operator, 'previewCancelChangeSet', { id: drafted.id })).toMatchObject({
      code: 'WRONG_CHANGE_SET_STATUS',
    });
  });

  it('are carried out whole or not at all', async () => {
    const set = await draft([
      own('HQ', { selfServiceDays: { set: 20, lock: true } }),
      own('EAST', { selfServiceDays: { set: 25 } }),
    ]);
    expect(set.impact.problems).toMatchObject([{ code: 'LOCKED', field: 'selfServiceDays', nodeId: unitId('EAST') }]);
    expect(await refusal(chain.operator, 'submitChangeSet', { id: set.id, version: set.version })).toMatchObject({
      code: 'LOCKED',
    });
    const both = await submit([own('EAST', longer), own('WEST', longer)]);
    expect(both).toMatchObject({ node: { id: unitId('HQ') }, impact: { changed: 3 } });
    await approve(both);
    expect([await days('SHOP1'), await days('SHOP3')]).toEqual([20, 20]);
  });

  it('are sent back with a reason, and cancelled by whoever may', async () => {
    const set = await submit([own('EAST', longer)]);
    const back = await done(colleague, 'sendBackChangeSet', { id: set.id, version: set.version, reason: '先问门店' });
    expect(back).toMatchObject({ status: 'draft', reason: '先问门店' });
    expect(await refusal(colleague, 'sendBackChangeSet', { id: set.id, version: back.version, reason: '再来' })).toMatchObject({
      code: 'WRONG_CHANGE_SET_STATUS',
    });
    expect(await done(chain.operator, 'cancelChangeSet', { id: set.id, reason: '不做了' })).toMatchObject({
      status: 'cancelled',
      allowedActions: [],
    });
  });

  it('refuse what is wrong, by name', async () => {
    const input = (operations: object[], more: object = {}) => ({ input: { title: '错', operations, ...more } });
    expect(await refusal(chain.operator, 'createChangeSet', input([]))).toMatchObject({ code: 'NOTHING_TO_CHANGE' });
    expect(
      await refusal(chain.operator, 'createChangeSet', input([own('EAST', longer)], { effectiveAt: iso(now() - DAY) })),
    ).toMatchObject({ code: 'BAD_INPUT', field: 'effectiveAt' });
    expect(await refusal(chain.operator, 'createChangeSet', input([own('EAST', {})]))).toMatchObject({
      code: 'BAD_INPUT',
      field: 'operations.0.changes',
    });
    expect(await refusal(chain.manager, 'createChangeSet', input([own('SHOP1', longer)]))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(chain.east, 'createChangeSet', input([own('WEST', longer)]))).toMatchObject({ code: 'NOT_FOUND' });
    const twice = await draft([own('EAST', longer), own('EAST', { qualityDays: { set: 40 } })]);
    expect(twice.impact.problems).toMatchObject([{ code: 'SAID_TWICE', nodeId: unitId('EAST') }]);
    const bad = await draft([own('EAST', { selfServiceDays: { set: 9999 } })]);
    expect(bad.impact.problems).toMatchObject([{ code: 'OUT_OF_BOUNDS', field: 'selfServiceDays' }]);
    const set = await submit([own('EAST', longer)]);
    const stale = { id: set.id, version: set.version - 1, reason: '旧' };
    expect(await refusal(colleague, 'sendBackChangeSet', stale)).toMatchObject({ code: 'STALE_VERSION' });
  });

  it('a version retired meanwhile is not assigned any more', async () => {
    const { policyId, versionId } = await published(rules, longer);
    await publishNext(chain.operator, policyId, { selfServiceDays: { set: 21 } });
    const set = await submit([assigning('EAST', versionId)]);
    await done(chain.operator, 'retireVersion', { id: versionId });
    expect(await refusal(colleague, 'approveChangeSet', lookedAt(set))).toMatchObject({
      details: { causes: ['versionRetired'] },
    });
  });

  it('are seen where one reads rules, each list and count alike', async () => {
    const west = await draft([own('WEST', longer)]);
    const east = await draft([own('EAST', longer)]);
    const ids = async (client: Client, filter: object = {}) =>
      (await done(client, 'changeSets', { filter })).items.map(({ id }: Loose) => id as string);
    expect(await ids(chain.east)).toContain(east.id);
    expect(await ids(chain.east)).not.toContain(west.id);
    expect(await done(chain.east, 'changeSet', { id: west.id })).toBeNull();
    expect(await ids(chain.operator, { within: unitId('WEST') })).toContain(west.id);
    expect(await ids(chain.operator, { within: unitId('WEST') })).not.toContain(east.id);
    const page = await done(chain.operator, 'changeSets', { page: { first: 1 } });
    const next = await done(chain.operator, 'changeSets', { page: { first: 1, after: page.nextCursor } });
    expect(next.items[0].number).toBe(page.items[0].number - 1);
  });

  it('a rollback and a suspension act at once above a threshold, and another person looks at them after', async () => {
    const reviews = async (client: Client) => (await done(client, 'policyReviews', { page: { first: 200 } })).items;
    const before = (await reviews(colleague)).map(({ id }: Loose) => id);
    const { policyId, versionId } = await published(subsidy, { mode: { set: actual(900) } });
    await assign(chain.operator, versionId, 'EAST');
    const second = await publishNext(chain.operator, policyId, { mode: { set: actual(1000) } });
    await assign(chain.operator, second, 'EAST');
    await approvalOf(administrator, subsidy, { enabled: true, branchesOver: 0 });
    const back = { nodeId: unitId('EAST'), versionId, reason: '先退回' };
    expect(await done(chain.operator, 'previewAssignment', back)).toMatchObject({ warnings: [{ code: 'REVIEWED_AFTER' }] });
    await done(chain.operator, 'assignVersion', back);
    expect((await fieldAt(chain.operator, 'SHOP1', subsidy, 'mode')).value).toEqual(actual(900));
    await done(chain.operator, 'suspendCoverage', { nodeId: unitId('EAST'), reason: '费用异常' });
    const open = async () => (await reviews(colleague)).filter(({ id }: Loose) => !before.includes(id));
    const items = await open();
    expect(items).toMatchObject([
      { act: 'rollBack', reason: '先退回', authorName: '张敏', thresholds: [{ code: 'branches', value: 2, limit: 0 }] },
    ]);
    const asAuthor = (await reviews(chain.operator)).find(({ id }: Loose) => id === items[0].id);
    expect(asAuthor.allowedActions).toEqual([]);
    const waiting = async (client: Client) => done(client, 'policyReviews', { mine: true, page: { first: 200 } });
    const ofMine = await waiting(colleague);
    expect(ofMine.items.map(({ id }: Loose) => id)).toContain(items[0].id);
    expect(ofMine.items.every(({ allowedActions }: Loose) => allowedActions.length > 0)).toBe(true);
    expect(ofMine.total).toBe(ofMine.items.length);
    expect((await waiting(chain.operator)).items.map(({ id }: Loose) => id)).not.toContain(items[0].id);
    expect(await refusal(chain.operator, 'reviewPolicyAct', { id: items[0].id })).toMatchObject({ code: 'OWN_REVIEW' });
    await done(colleague, 'reviewPolicyAct', { id: items[0].id });
    expect(await refusal(colleague, 'reviewPolicyAct', { id: items[0].id })).toMatchObject({ code: 'ALREADY_REVIEWED' });
    expect(await open()).toEqual([]);
    await approvalOf(administrator, subsidy, { enabled: false });
  });

  it('thresholds are set by administrators, and not over one another', async () => {
    const input = { kind: subsidy, enabled: true, branchesOver: 5, locks: false, version: 0 };
    expect(await refusal(chain.operator, 'setApprovalRule', { input })).toMatchObject({ code: 'FORBIDDEN' });
    const all = (await done(administrator, 'approvalRules')) as { kind: string; version: number }[];
    const { version } = all.find(({ kind }) => kind === rules) ?? { version: 0 };
    expect(
      await refusal(administrator, 'setApprovalRule', { input: { ...input, kind: rules, version: version + 1 } }),
    ).toMatchObject({ code: 'STALE_VERSION' });
    expect(await refusal(administrator, 'setApprovalRule', { input: { ...input, branchesOver: null } })).toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await refusal(administrator, 'setApprovalRule', { input: { ...input, branchesOver: -1 } })).toMatchObject({
      code: 'BAD_INPUT',
      field: 'branchesOver',
    });
  });
});

const APPROVE = `mutation ($id: ID!, $contentHash: String!, $impactHash: String!) {
  approveChangeSet(id: $id, contentHash: $contentHash, impactHash: $impactHash) { id } }`;
