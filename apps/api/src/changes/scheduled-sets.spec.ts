import {
  assign,
  done,
  fieldAt,
  publish,
  refusal,
  rules,
  standardRules,
  startChain,
  takeBack,
  type Chain,
} from '../policies/testing/operations.js';
import { PolicyAssignment } from '../policies/policy.entity.js';
import { approvalOf, approvedBy, plantAdministrator, plantColleague } from '../policies/testing/reviewers.js';
import type { Client, Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { DueChanges } from './due-changes.service.js';

const DAY = 24 * 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();

describe.each(enginesHere())('scheduled change sets on %s', (engine) => {
  let chain: Chain;
  let colleague: Client;
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
    colleague = await plantColleague(chain);
    await approvalOf(await plantAdministrator(chain), rules, { enabled: true, branchesOver: 1 });
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const now = () => chain.it.clock.now();
  const lookAgain = () => chain.it.app.get(DueChanges, { strict: false }).runDue();
  const get = (id: string) => done(chain.operator, 'changeSet', { id });
  const published = async (directives: object) => {
    names += 1;
    return (await publish(chain.operator, rules, `排期 ${String(names)}`, directives as never)).versionId;
  };
  const days = async (code: string, at: number) => (await fieldAt(chain.operator, code, rules, 'selfServiceDays', iso(at))).value;
  const draft = (operation: object, at: number) =>
    done(chain.operator, 'createChangeSet', { input: { title: '华东调整', operations: [operation], effectiveAt: iso(at) } });
  const assigning = async (code: string, directives: object) => ({
    ...{ verb: 'assign', kind: rules, nodeId: unitId(code), versionId: await published(directives) },
  });
  /** Of two branches: over the threshold. */
  const approved = async (at: number, operation?: object): Promise<Loose> => {
    const set = await draft(operation ?? (await assigning('EAST', { selfServiceDays: { set: 20 } })), at);
    return approvedBy(colleague, chain, set);
  };
  /** Of one branch: nobody has to approve it. */
  const applied = async (at: number): Promise<Loose> => {
    const { id, version } = await draft(await assigning('SHOP1', { selfServiceDays: { set: 20 } }), at);
    return done(chain.operator, 'applyChangeSet', { id, version });
  };
  const lockAtHq = async () =>
    assign(chain.operator, await published({ ...standardRules, selfServiceDays: { set: 15, lock: true } }), 'HQ');

  it('hold as they were approved while nothing changes that they stand on', async () => {
    const at = now() + 5 * DAY;
    const { id } = await approved(at);
    expect(await lookAgain()).toBe(0);
    await assign(chain.operator, await published({ noReasonDays: { set: 12 } }), 'WEST');
    expect(await lookAgain()).toBe(0);
    expect(await get(id)).toMatchObject({ status: 'scheduled' });
    expect(await days('SHOP1', at)).toBe(20);
  });

  it('go stale as soon as they would do something else than was approved: taken back, and among what needs their author', async () => {
    const at = now() + 5 * DAY;
    const { id } = await approved(at);
    await lockAtHq();
    expect(await lookAgain()).toBe(1);
    expect(await lookAgain()).toBe(0);
    const set = await get(id);
    expect(set).toMatchObject({ status: 'stale', appliedAt: null });
    expect(set.events[0]).toMatchObject({ action: 'changeSet.goStale', causes: ['refused', 'impactChanged'] });
    expect(await chain.it.database.read.findBy(PolicyAssignment, { changeSetId: id })).toEqual([
      expect.objectContaining({ recordedTo: expect.any(Number) }),
    ]);
    const again = await done(chain.operator, 'recalculateChangeSet', { id, version: set.version });
    expect(again).toMatchObject({ status: 'draft', impact: { conflicts: [], changed: 0 } });
  });

  it('go stale once somebody assigns over them, whoever had to approve', async () => {
    const at = now() + 5 * DAY;
    const { id } = await applied(at);
    await assign(chain.operator, await published({ noReasonDays: { set: 9 } }), 'SHOP1', { from: iso(at + DAY) });
    expect(await lookAgain()).toBe(1);
    expect((await get(id)).events[0]).toMatchObject({ causes: ['conflict'] });
    expect(await days('SHOP1', at)).toBe(15);
  });

  it('that nobody had to approve may come to do something else', async () => {
    const { id } = await applied(now() + 5 * DAY);
    const place = { nodeId: unitId('SHOP1'), kind: rules };
    const { ownVersion } = await done(chain.manager, 'effectiveRules', place);
    await done(chain.manager, 'setOwnRules', { ...place, changes: { selfServiceDays: { set: 18 } }, ownVersion });
    expect(await lookAgain()).toBe(0);
    expect(await get(id)).toMatchObject({ status: 'scheduled' });
  });

  it('are given another date by an edit: a draft again, and what was scheduled is taken back', async () => {
    const at = now() + 5 * DAY;
    const operation = await assigning('EAST', { selfServiceDays: { set: 20 } });
    const { id, version, allowedActions } = await approved(at, operation);
    expect(allowedActions).toContain('changeSet.draft');
    const input = { title: '华东调整', operations: [operation], effectiveAt: iso(at + DAY) };
    const edited = await done(chain.operator, 'editChangeSet', { id, version, input });
    expect(edited).toMatchObject({ status: 'draft', appliedAt: null, approverName: null, impact: { conflicts: [], changed: 2 } });
    expect(await days('SHOP1', at)).toBe(15);
    const { contentHash, impact } = await done(chain.operator, 'submitChangeSet', { id, version: edited.version });
    const dated = await done(colleague, 'approveChangeSet', { id, contentHash, impactHash: impact.impactHash });
    expect(dated).toMatchObject({ status: 'scheduled', effectiveAt: iso(at + DAY) });
    expect([await days('SHOP1', at), await days('SHOP1', at + DAY)]).toEqual([15, 20]);
  });

  it('are no longer edited once they hold', async () => {
    const at = now() + 3_600_000;
    const { id, version } = await applied(at);
    chain.it.clock.set(at + 1000);
    const input = { title: '太迟', operations: [await assigning('SHOP1', { selfServiceDays: { set: 9 } })] };
    expect(await refusal(chain.operator, 'editChangeSet', { id, version, input })).toMatchObject({
      code: 'WRONG_CHANGE_SET_STATUS',
    });
  });

  it('keep what they bring together: a part has no other date, and no end, by itself', async () => {
    const { id: changeSetId } = await applied(now() + 5 * DAY);
    const [{ id } = { id: '' }] = await chain.it.database.read.findBy(PolicyAssignment, { changeSetId });
    const refused = { code: 'PART_OF_CHANGE_SET', details: { changeSetId } };
    const moved = { id, from: iso(now() + 9 * DAY), to: null, reason: '推迟' };
    expect(await refusal(chain.operator, 'rescheduleAssignment', moved)).toMatchObject(refused);
    expect(await refusal(chain.operator, 'cancelAssignment', { id, reason: '推迟' })).toMatchObject(refused);
    const { items } = await done(chain.operator, 'calendar', { filter: { from: iso(now()), to: iso(now() + 30 * DAY) } });
    expect(items.find(({ factId }: Loose) => factId === id)).toMatchObject({ allowedActions: [] });
  });
});
