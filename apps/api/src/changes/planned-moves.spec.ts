import { HttpAdapterHost } from '@nestjs/core';
import { MoreThanOrEqual } from 'typeorm';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { AuditService } from '../audit/audit.service.js';
import { ApprovalService } from '../policies/approval.service.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import { PolicyWriter } from '../policies/policy-writer.service.js';
import { done, fieldAt, refusal, rules, startChain, type Chain } from '../policies/testing/operations.js';
import { plantColleague } from '../policies/testing/reviewers.js';
import { signedIn, type Client, type Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { enginesHere, type TestApp } from '../testing/test-app.js';
import { TreeService } from '../tree/tree.service.js';
import { CarryOutService } from './carry-out.service.js';
import { OrgNode, OrgParent } from '../tree/org-node.entity.js';
import { ChangeSet } from './change-set.entity.js';
import { DueChanges } from './due-changes.service.js';

/** Shorter than anybody stays signed in. */
const SOON = 60_000;
const iso = (at: number): string => new Date(at).toISOString();

const APPROVE = `mutation ($id: ID!, $contentHash: String!, $impactHash: String!) {
  approveChangeSet(id: $id, contentHash: $contentHash, impactHash: $impactHash) { id } }`;
const MOVE = `mutation ($id: ID!, $parentId: ID!, $version: Int!) { it: moveOrgNode(id: $id, parentId: $parentId, version: $version) { id } }`;
const OPERATIONS = `query ($id: ID!) { it: changeSet(id: $id) { operations { verb kind node { id } parent { id } fromParent { id } } events { action actorName causes } } }`;

/** Another process over the same database: it knows what it has read itself. */
function anotherInstance({ app, database, clock }: TestApp): DueChanges {
  const trees = new TreeService(database);
  const engine = new PolicyEngine(database, trees, clock);
  const writer = new PolicyWriter(database, engine, new AuditService(trees, clock), clock);
  const carrier = new CarryOutService(new ApprovalService(writer, engine, database), trees);
  return new DueChanges(app.get(HttpAdapterHost), clock, database, writer, carrier, engine);
}

describe.each(enginesHere())('planned moves on %s', (engine) => {
  let chain: Chain;
  let colleague: Client;
  let other: DueChanges;
  beforeAll(async () => {
    chain = await startChain(engine);
    colleague = await plantColleague(chain);
    other = anotherInstance(chain.it);
    await say('EAST', 20);
    await say('WEST', 25);
  });
  afterEach(goHome);
  afterAll(() => chain.it.close());

  /** Every unit back where it stood: by law 16 the chain is as new. */
  async function goHome() {
    for (const [code, home] of Object.entries({ EAST: 'HQ', WEST: 'HQ', MALL: 'EAST', SHOP1: 'MALL', SHOP3: 'WEST' }))
      if ((await parentOf(code)) !== unitId(home)) await moveNow(code, home);
    for (const set of await chain.it.database.read.findBy(ChangeSet, { status: 'approved' }))
      await done(chain.operator, 'cancelChangeSet', { id: set.id, reason: '清场' });
  }

  const now = () => chain.it.clock.now();
  const setClock = (at: number) => chain.it.clock.set(at);
  const here = () => chain.it.app.get(DueChanges, { strict: false });
  const nodeOf = (code: string) => chain.it.database.read.findOneByOrFail(OrgNode, { id: unitId(code) });
  const parentOf = async (code: string) => (await nodeOf(code)).parentId;
  const moveNow = async (code: string, parent: string) => {
    const { id, version } = await nodeOf(code);
    const { errors } = await chain.operator.graphql(MOVE, { id, parentId: unitId(parent), version });
    expect(errors).toEqual([]);
  };
  const say = async (code: string, selfServiceDays: number) => {
    const place = { nodeId: unitId(code), kind: rules };
    const { ownVersion } = await done(chain.operator, 'effectiveRules', place);
    await done(chain.operator, 'setOwnRules', { ...place, changes: { selfServiceDays: { set: selfServiceDays } }, ownVersion });
  };
  const days = async (code: string) => (await fieldAt(chain.operator, code, rules, 'selfServiceDays')).value;
  const moving = (code: string, parent: string, from: string) => ({
    ...{ verb: 'move', nodeId: unitId(code), parentId: unitId(parent), fromParentId: unitId(from) },
  });
  const draft = (operations: object[], more: object = {}, client: Client = chain.operator) =>
    done(client, 'createChangeSet', { input: { title: '搬迁', operations, ...more } });
  const submit = async (operations: object[], more: object = {}) => {
    const set = await draft(operations, more);
    return done(chain.operator, 'submitChangeSet', { id: set.id, version: set.version });
  };
  const lookedAt = ({ id, contentHash, impact }: Loose) => ({ id, contentHash, impactHash: impact.impactHash });
  const approve = (set: Loose) => done(colleague, 'approveChangeSet', lookedAt(set));
  const get = (id: string, client: Client = chain.operator) => done(client, 'changeSet', { id });
  const scheduled = async (...operations: object[]) => approve(await submit(operations, { effectiveAt: iso(now() + SOON) }));

  it('show what they change, act at their date by themselves, and leave their trace', async () => {
    const at = now() + SOON;
    const set = await submit([moving('MALL', 'WEST', 'EAST')], { effectiveAt: iso(at) });
    expect(set).toMatchObject({
      node: { id: unitId('HQ') },
      impact: {
        ...{ changed: 2, problems: [], conflicts: [] },
        effects: [{ node: { id: unitId('MALL') }, branches: 2, changed: 2, unchanged: 0 }],
      },
    });
    expect(set.impact.effects[0].fields).toEqual([{ kind: rules, field: 'selfServiceDays', branches: 2 }]);
    expect((await chain.operator.graphql(OPERATIONS, { id: set.id })).data.it.operations).toEqual([
      {
        ...{ verb: 'move', kind: null, node: { id: unitId('MALL') } },
        ...{ parent: { id: unitId('WEST') }, fromParent: { id: unitId('EAST') } },
      },
    ]);
    expect(await approve(set)).toMatchObject({ status: 'scheduled', approverName: '陈杰', appliedAt: null });
    expect(await here().runDue()).toBe(0);
    expect([await parentOf('MALL'), await days('SHOP1')]).toEqual([unitId('EAST'), 20]);
    setClock(at);
    expect(await here().runDue()).toBe(1);
    expect(await get(set.id)).toMatchObject({ status: 'live', impact: { changed: 2, frozen: true } });
    expect([await parentOf('MALL'), await days('SHOP1')]).toEqual([unitId('WEST'), 25]);
    expect((await nodeOf('SHOP1')).a1).toBe(unitId('WEST'));
    const [held] = await chain.it.database.read.find(OrgParent, { where: { nodeId: unitId('MALL') }, order: { from: 'DESC' } });
    expect(held).toMatchObject({ parentId: unitId('WEST'), to: null });
    expect(held?.from).toBeGreaterThanOrEqual(at);
    const told = await chain.it.database.read.findBy(AuditEvent, { subjectId: unitId('MALL'), at: MoreThanOrEqual(at) });
    expect(told).toMatchObject([{ action: 'orgNode.move', actorKind: 'system', data: { to: { id: unitId('WEST') } } }]);
    expect(await refusal(chain.operator, 'cancelChangeSet', { id: set.id, reason: '太迟' })).toMatchObject({
      code: 'WRONG_CHANGE_SET_STATUS',
    });
  });

  it('without a date act when they are approved, together with the rules of their set', async () => {
    const own = { verb: 'setOwn', kind: rules, nodeId: unitId('MALL'), changes: { qualityDays: { set: 40 } } };
    const set = await submit([moving('MALL', 'WEST', 'EAST'), own, moving('SHOP3', 'EAST', 'WEST')]);
    expect(await approve(set)).toMatchObject({ status: 'live', operationCount: 3 });
    expect([await days('SHOP1'), await days('SHOP3')]).toEqual([25, 20]);
    expect((await fieldAt(chain.operator, 'SHOP1', rules, 'qualityDays')).value).toBe(40);
    const [mall, shop] = [await nodeOf('MALL'), await nodeOf('SHOP3')];
    expect(mall.epoch).toBe(shop.epoch);
  });

  it('are carried out after a downtime, and nothing of their set is dated back', async () => {
    const own = { verb: 'setOwn', kind: rules, nodeId: unitId('SHOP3'), changes: { qualityDays: { set: 40 } } };
    const set = await scheduled(moving('SHOP3', 'EAST', 'WEST'), own);
    const planned = Date.parse(set.effectiveAt as string);
    setClock(planned + 5 * SOON);
    expect(await get(set.id)).toMatchObject({ status: 'scheduled', impact: { datePassed: false } });
    await here().runDue();
    expect(await get(set.id)).toMatchObject({ status: 'live', effectiveAt: iso(planned) });
    expect(await days('SHOP3')).toBe(20);
    const at = iso(planned + SOON);
    expect((await fieldAt(chain.operator, 'SHOP3', rules, 'qualityDays', at)).value).not.toBe(40);
  });

  it('go stale at their date where the unit was moved meanwhile, or the way above it, or what it would come to obey', async () => {
    const settled = async (operations: object[], meanwhile: () => Promise<unknown>) => {
      const set = await scheduled(...operations);
      await meanwhile();
      setClock(now() + SOON);
      await here().runDue();
      const { status } = await get(set.id);
      const [last] = (await chain.operator.graphql(OPERATIONS, { id: set.id })).data.it.events;
      return { status, causes: last.causes, id: set.id };
    };
    const moved = await settled([moving('SHOP3', 'EAST', 'WEST')], () => moveNow('SHOP3', 'MALL'));
    expect(moved).toMatchObject({ status: 'stale', causes: expect.arrayContaining(['conflict']) as unknown });
    expect(await parentOf('SHOP3')).toBe(unitId('MALL'));
    expect(await get(moved.id)).toMatchObject({ impact: { conflicts: [{ kind: null, node: { id: unitId('SHOP3') } }] } });
    await goHome();
    expect(await settled([moving('SHOP1', 'WEST', 'MALL')], () => moveNow('MALL', 'HQ'))).toMatchObject({
      ...{ status: 'stale', causes: ['impactChanged'] },
    });
    await goHome();
    expect(await settled([moving('SHOP3', 'EAST', 'WEST')], () => say('EAST', 21))).toMatchObject({
      ...{ status: 'stale', causes: ['impactChanged'] },
    });
    await say('EAST', 20);
    expect(await parentOf('SHOP3')).toBe(unitId('WEST'));
  });

  it('that went stale wait for author and approver, and start anew from where the unit stands', async () => {
    const set = await scheduled(moving('SHOP3', 'EAST', 'WEST'));
    await moveNow('SHOP3', 'MALL');
    setClock(now() + SOON);
    await here().runDue();
    for (const client of [chain.operator, colleague])
      expect((await done(client, 'changeSets', { filter: { mine: true } })).items).toContainEqual(
        expect.objectContaining({ id: set.id, status: 'stale' }),
      );
    const { version } = await get(set.id);
    const fresh = await done(chain.operator, 'recalculateChangeSet', { id: set.id, version });
    expect(fresh).toMatchObject({ status: 'draft', approverName: null, impact: { conflicts: [] } });
    expect(fresh.contentHash).not.toBe(set.contentHash);
  });

  it('a row that was changed behind the product voids its approval (law 21)', async () => {
    const set = await scheduled(moving('SHOP3', 'EAST', 'WEST'));
    const operations = [moving('SHOP3', 'MALL', 'WEST')] as never;
    await chain.it.database.writer.manager.update(ChangeSet, { id: set.id }, { operations });
    setClock(now() + SOON);
    await here().runDue();
    expect(await get(set.id)).toMatchObject({ status: 'stale' });
    expect(await parentOf('SHOP3')).toBe(unitId('WEST'));
  });

  it('are carried out exactly once by two instances that look at the same moment', async () => {
    const set = await scheduled(moving('MALL', 'WEST', 'EAST'), moving('SHOP3', 'EAST', 'WEST'));
    const at = now() + SOON;
    setClock(at);
    const settled = await Promise.all([here().runDue(), other.runDue(), here().runDue(), other.runDue()]);
    expect(settled.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await get(set.id)).toMatchObject({ status: 'live' });
    const told = await chain.it.database.read.findBy(AuditEvent, { subjectId: set.id, action: 'changeSet.carryOut' });
    expect(told).toHaveLength(1);
    const stays = await chain.it.database.read.findBy(OrgParent, { nodeId: unitId('MALL'), from: MoreThanOrEqual(at) });
    expect(stays).toHaveLength(1);
  });

  it('of disjoint units both succeed, in parallel instances', async () => {
    const sets = [await scheduled(moving('SHOP1', 'WEST', 'MALL')), await scheduled(moving('SHOP3', 'EAST', 'WEST'))];
    setClock(now() + SOON);
    await Promise.all([here().runDue(), other.runDue()]);
    for (const { id } of sets) expect(await get(id)).toMatchObject({ status: 'live' });
    expect([await parentOf('SHOP1'), await parentOf('SHOP3')]).toEqual([unitId('WEST'), unitId('EAST')]);
  });

  it('that would close a ring together: one is carried out and the other goes stale', async () => {
    const ring = [moving('EAST', 'WEST', 'HQ'), moving('WEST', 'EAST', 'HQ')];
    const dated = [await scheduled(ring[0]!), await scheduled(ring[1]!)];
    setClock(now() + SOON);
    await Promise.all([here().runDue(), other.runDue()]);
    const statuses = async (sets: Loose[]) =>
      (await Promise.all(sets.map(({ id }) => get(id)))).map(({ status }) => status).sort();
    expect(await statuses(dated)).toEqual(['live', 'stale']);
    await goHome();
    const atOnce = [await submit([ring[0]!]), await submit([ring[1]!])];
    const answers = await Promise.all(atOnce.map((set) => colleague.graphql(APPROVE, lookedAt(set))));
    expect(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.['code']))).toEqual(['CHANGE_SET_STALE']);
    expect(await statuses(atOnce)).toEqual(['live', 'stale']);
  });

  it('are cancelled before their date, and then nothing happens', async () => {
    const set = await scheduled(moving('MALL', 'WEST', 'EAST'));
    expect(set.allowedActions).toEqual(['changeSet.draft', 'changeSet.cancel']);
    expect(await done(chain.operator, 'cancelChangeSet', { id: set.id, reason: '推迟' })).toMatchObject({ status: 'cancelled' });
    setClock(now() + SOON);
    expect(await here().runDue()).toBe(0);
    expect(await parentOf('MALL')).toBe(unitId('EAST'));
  });

  it('stand in the list of what is scheduled and in the calendar until they act', async () => {
    const set = await scheduled(moving('MALL', 'WEST', 'EAST'));
    const at = Date.parse(set.effectiveAt as string);
    const ids = async () =>
      (await done(chain.operator, 'changeSets', { filter: { status: 'scheduled' } })).items.map((it: Loose) => it.id);
    const ahead = async (client: Client) =>
      (await done(client, 'calendar', { filter: { to: iso(at + SOON) } })).items.filter(({ fact }: Loose) => fact === 'move');
    expect(await ids()).toContain(set.id);
    expect(await ahead(chain.operator)).toMatchObject([
      {
        factId: set.id,
        at: iso(at),
        event: 'begins',
        kind: null,
        node: { id: unitId('MALL') },
        reason: '搬迁',
        allowedActions: [],
      },
    ]);
    expect(await ahead(chain.manager)).toEqual([]);
    setClock(at);
    await here().runDue();
    expect(await ids()).not.toContain(set.id);
    expect(await ahead(chain.operator)).toEqual([]);
  });

  describe('are what changes a rule next', () => {
    const next = async (code: string, client: Client = chain.operator, knownAt?: string) =>
      (await done(client, 'explainRule', { nodeId: unitId(code), kind: rules, field: 'selfServiceDays', knownAt })).next;

    it('where they move a unit on the way to the one asked for, for whoever may see them', async () => {
      const set = await scheduled(moving('MALL', 'WEST', 'EAST'));
      const told = {
        at: set.effectiveAt,
        value: 25,
        fact: 'changeSet',
        event: 'begins',
        source: { node: { id: unitId('WEST') } },
      };
      expect(await next('SHOP1')).toMatchObject({ ...told, because: `#${String(set.number)} 搬迁` });
      expect(await next('MALL')).toMatchObject(told);
      expect(await next('SHOP3')).toBeNull();
      expect(await next('SHOP1', chain.manager)).toBeNull();
      expect(await next('SHOP1', chain.operator, iso(now()))).toBeNull();
      await done(chain.operator, 'cancelChangeSet', { id: set.id, reason: '推迟' });
      expect(await next('SHOP1')).toBeNull();
    });

    it('with the rules of their set, and told by whoever planned it', async () => {
      const own = { verb: 'setOwn', kind: rules, nodeId: unitId('SHOP3'), changes: { selfServiceDays: { set: 12 } } };
      const set = await scheduled(moving('SHOP3', 'EAST', 'WEST'), own);
      const source = { node: { id: unitId('SHOP3') }, track: 'own', isDefault: false, authorName: set.authorName };
      expect(await next('SHOP3')).toMatchObject({ at: set.effectiveAt, value: 12, fact: 'changeSet', source });
    });

    it('on that date, for whoever may see them', async () => {
      const { effectiveAt } = await scheduled(moving('MALL', 'WEST', 'EAST'));
      const by = async (client: Client) => (await fieldAt(client, 'SHOP1', rules, 'selfServiceDays', effectiveAt)).value;
      expect([await by(chain.operator), await by(chain.manager)]).toEqual([25, 20]);
    });

    it('in what is shown until then too, and in nothing told as it was known', async () => {
      const own = { verb: 'setOwn', kind: rules, nodeId: unitId('SHOP3'), changes: { selfServiceDays: { set: 12 } } };
      const set = await scheduled(moving('SHOP3', 'EAST', 'WEST'), own);
      const at = Date.parse(set.effectiveAt);
      const on = (day: number) => fieldAt(chain.operator, 'SHOP3', rules, 'selfServiceDays', iso(day));
      const source = { node: { id: unitId('SHOP3') }, track: 'own', authorName: set.authorName, isDefault: false };
      expect((await on(at - 1)).value).toBe(25);
      expect(await on(at)).toMatchObject({ value: 12, state: 'customised', source, inherited: 20 });
      const place = { nodeId: unitId('SHOP3'), kind: rules };
      const [lane] = (await done(chain.operator, 'ruleTimeline', { ...place, field: 'selfServiceDays' })).lanes;
      expect(lane.stretches.at(-1)).toMatchObject({ from: iso(at), value: 12, source });
      expect(lane.stretches.at(-2)).toMatchObject({ to: iso(at), value: 25 });
      const known = await done(chain.operator, 'effectiveRules', { ...place, at: iso(at), knownAt: iso(now()) });
      expect(known.fields.find(({ key }: { key: string }) => key === 'selfServiceDays').value).toBe(25);
    });

    it('one after the other: a place that is itself moved before gives what it will have by then', async () => {
      const first = await scheduled(moving('MALL', 'WEST', 'EAST'));
      setClock(now() + 1);
      const second = await scheduled(moving('SHOP3', 'MALL', 'WEST'));
      expect(await next('SHOP3')).toBeNull();
      await done(chain.operator, 'cancelChangeSet', { id: first.id, reason: '推迟' });
      expect(await next('SHOP3')).toMatchObject({ at: second.effectiveAt, value: 20 });
    });

    it('unless they would go stale at their date', async () => {
      await scheduled(moving('SHOP3', 'EAST', 'WEST'));
      await moveNow('SHOP3', 'MALL');
      expect(await next('SHOP3')).toBeNull();
    });
  });

  it('are refused by name: who may not move, a ring, a place where it stands, and one unit twice', async () => {
    const input = (operations: object[]) => ({ input: { title: '错', operations } });
    expect(await refusal(chain.east, 'createChangeSet', input([moving('SHOP1', 'EAST', 'MALL')]))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(
      await refusal(
        chain.operator,
        'createChangeSet',
        input([{ verb: 'move', nodeId: unitId('MALL'), parentId: unitId('WEST') }]),
      ),
    ).toMatchObject({ code: 'BAD_INPUT', field: 'operations.0.fromParentId' });
    const codes = async (...operations: object[]) =>
      (await draft(operations)).impact.problems.map(({ code, nodeId }: Loose) => [code, nodeId]);
    expect(await codes(moving('EAST', 'MALL', 'HQ'))).toEqual([['CYCLE', unitId('EAST')]]);
    expect(await codes(moving('SHOP3', 'WEST', 'WEST'))).toEqual([['ALREADY_THERE', unitId('SHOP3')]]);
    expect(await codes(moving('SHOP3', 'EAST', 'WEST'), moving('SHOP3', 'MALL', 'WEST'))).toEqual([
      ['SAID_TWICE', unitId('SHOP3')],
    ]);
    const ring = await draft([moving('EAST', 'WEST', 'HQ'), moving('WEST', 'MALL', 'HQ')]);
    expect(await refusal(chain.operator, 'submitChangeSet', { id: ring.id, version: ring.version })).toMatchObject({
      code: 'CYCLE',
      field: 'parentId',
    });
  });

  it('need an approval where the rules that they change do', async () => {
    await plantPerson(chain.it.database, { email: 'root@example.com', name: '周涛', roles: [['administrator', 'HQ']] });
    const administrator = await signedIn(chain.it, 'root@example.com');
    const rule = { kind: rules, branchesOver: 1, costOver: null, locks: false };
    await done(administrator, 'setApprovalRule', { input: { ...rule, enabled: true, version: 0 } });
    const big = await draft([moving('MALL', 'WEST', 'EAST')], { effectiveAt: iso(now() + SOON) });
    expect(big.impact.approval).toMatchObject([{ code: 'branches', value: 2, limit: 1 }]);
    expect(await refusal(chain.operator, 'applyChangeSet', { id: big.id, version: big.version })).toMatchObject({
      code: 'APPROVAL_REQUIRED',
    });
    const small = await draft([moving('SHOP3', 'EAST', 'WEST')], { effectiveAt: iso(now() + SOON) });
    expect(await done(chain.operator, 'applyChangeSet', { id: small.id, version: small.version })).toMatchObject({
      ...{ status: 'scheduled', approverName: null },
    });
    setClock(now() + SOON);
    await here().runDue();
    expect(await parentOf('SHOP3')).toBe(unitId('EAST'));
  });
});
