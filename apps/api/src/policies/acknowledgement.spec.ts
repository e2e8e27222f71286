import { AuditEvent } from '../audit/audit-event.entity.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { unitId } from '../testing/organization.js';
import { signedIn, type Client, type Loose } from '../testing/client.js';
import { plantPerson } from '../testing/people.js';
import { enginesHere } from '../testing/test-app.js';
import { checkFollowers } from '../cli/check/check-followers.js';
import { TreeService } from '../tree/tree.service.js';
import { PolicyAcknowledgement } from './acknowledgement.entity.js';
import {
  assign,
  done,
  publish,
  refusal,
  rules,
  standardRules,
  startChain,
  subsidy,
  takeBack,
  type Chain,
} from './testing/operations.js';

const DAY = 24 * 3_600_000;

describe.each(enginesHere())('acknowledgements on %s', (engine) => {
  let chain: Chain;
  let west: Client;
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
    await plantPerson(chain.it.database, { email: 'shop3@example.com', name: '周涛', roles: [['storeManager', 'SHOP3']] });
    west = await signedIn(chain.it, 'shop3@example.com');
  });
  afterEach(async () => {
    await takeBack(chain);
    await chain.it.database.writer.manager.clear(PolicyAcknowledgement);
  });
  afterAll(() => chain.it.close());

  const now = () => chain.it.clock.now();
  const iso = (days: number) => new Date(now() + days * DAY).toISOString();
  const shops = (...codes: string[]) => codes.map(unitId);
  /** Publishes and assigns a version. @returns the assignment */
  const push = async (code: string, more: object = {}, directives: object = { selfServiceDays: { set: 30 } }) => {
    names += 1;
    const said = { ...(code === 'HQ' && standardRules), ...directives };
    const { versionId } = await publish(chain.operator, rules, `新规则 ${String(names)}`, said);
    await assign(chain.operator, versionId, code, more);
    const all = await list({ kind: rules });
    return all.items.find(({ policyName }: Loose) => policyName === `新规则 ${String(names)}`)?.assignmentId as string;
  };
  const list = (filter: object = {}, client = chain.operator) => done(client, 'acknowledgements', { filter });
  const figures = async (assignmentId: string, filter: object = {}, client = chain.operator) => {
    for (const each of ['open', 'ready']) {
      const { items } = await list({ list: each, ...filter }, client);
      const found = items.find((item: Loose) => item.assignmentId === assignmentId);
      if (found) return [found.branches, found.seen, found.accepted, found.overdue];
    }
    return null;
  };
  const branches = async (assignmentId: string, filter: object = {}, client = chain.operator) => {
    const { items, total } = await done(client, 'acknowledgingBranches', { assignmentId, filter });
    expect(items).toHaveLength(total);
    return items.map(({ node, state }: Loose) => [node.id, state]);
  };
  const mine = async (client = chain.manager) => (await done(client, 'myAcknowledgements')).items;
  const accept = (assignmentId: string, nodeIds: string[], client = chain.manager) =>
    done(client, 'acceptAcknowledgement', { assignmentId, nodeIds });
  const see = (assignmentId: string, nodeIds: string[], client = chain.manager) =>
    done(client, 'seeAcknowledgement', { assignmentId, nodeIds });
  const rows = () => chain.it.database.read.find(PolicyAcknowledgement);

  it('are due from every branch that a push reaches, and no row is written for them (law 19)', async () => {
    const id = await push('HQ', { from: iso(5) });
    expect(await figures(id)).toEqual([3, 0, 0, 0]);
    expect(await branches(id)).toEqual(shops('SHOP1', 'SHOP2', 'SHOP3').map((shop) => [shop, 'delivered']));
    expect(await rows()).toEqual([]);
  });

  it('say of a rule whose it is, from when it holds and until when it is to be accepted', async () => {
    const from = iso(5);
    const id = await push('EAST', { from });
    const rule = (await list({ within: unitId('EAST') })).items.find((item: Loose) => item.assignmentId === id);
    expect(rule).toMatchObject({
      ...{ policyName: `新规则 ${String(names)}`, versionNumber: 1, node: { id: unitId('EAST') }, kind: rules },
      ...{ from, dueAt: new Date(Date.parse(from) + 3 * DAY).toISOString(), inForce: false },
    });
    expect(now() - Date.parse(rule.deliveredAt)).toBeLessThan(5_000);
  });

  it('go from delivered to seen to accepted as the branch acts, and nothing is written twice', async () => {
    const id = await push('EAST');
    expect(await see(id, shops('SHOP1'))).toBe(1);
    expect(await see(id, shops('SHOP1'))).toBe(0);
    expect(await figures(id)).toEqual([2, 1, 0, 0]);
    expect(await branches(id, { state: 'seen' })).toEqual([[unitId('SHOP1'), 'seen']]);
    expect(await accept(id, shops('SHOP1'))).toBe(1);
    expect(await accept(id, shops('SHOP1'))).toBe(0);
    expect(await see(id, shops('SHOP1'))).toBe(0);
    expect(await figures(id)).toEqual([2, 1, 1, 0]);
    expect(await branches(id, { state: 'accepted' })).toEqual([[unitId('SHOP1'), 'accepted']]);
    expect(await branches(id)).toEqual([[unitId('SHOP2'), 'delivered']]);
    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      seenAt: expect.any(Number),
      acceptedAt: expect.any(Number),
      personName: '王芳',
      a2: unitId('MALL'),
      a3: unitId('SHOP1'),
    });
  });

  it('are told in the log, once for each step', async () => {
    const id = await push('SHOP1');
    await see(id, shops('SHOP1'));
    await accept(id, shops('SHOP1'));
    await accept(id, shops('SHOP1'));
    const events = await chain.it.database.read.findBy(AuditEvent, { subjectId: id, nodeId: unitId('SHOP1') });
    const told = events.filter(({ action }) => action.startsWith('acknowledgement'));
    expect(told.map(({ action }) => action).sort()).toEqual(['acknowledgement.accept', 'acknowledgement.see']);
    expect(told[0]).toMatchObject({ actorName: '王芳', data: { policyName: `新规则 ${String(names)}`, number: 1, kind: rules } });
  });

  it('follow the nearest shared version: who was given one of its own has nothing to do with the other', async () => {
    const all = await push('HQ');
    await accept(all, shops('SHOP1'));
    const mall = await push('MALL');
    expect(await figures(all)).toEqual([1, 0, 0, 0]);
    expect(await branches(all)).toEqual([[unitId('SHOP3'), 'delivered']]);
    expect(await branches(mall)).toEqual(shops('SHOP1', 'SHOP2').map((shop) => [shop, 'delivered']));
    expect(await refusal(chain.manager, 'acceptAcknowledgement', { assignmentId: all, nodeIds: shops('SHOP1') })).toMatchObject({
      code: 'NOT_DUE_HERE',
    });
  });

  it('look at a scheduled rule as it will reach, and at one that will be covered as it reaches now', async () => {
    const today = await push('HQ');
    const later = await push('EAST', { from: iso(5) });
    expect(await figures(today)).toEqual([3, 0, 0, 0]);
    expect(await figures(later)).toEqual([2, 0, 0, 0]);
    const instead = await push('EAST', { from: iso(4) });
    expect(await figures(later)).toBeNull();
    expect(await figures(instead)).toEqual([2, 0, 0, 0]);
    expect(await figures(today)).toEqual([3, 0, 0, 0]);
  });

  it('are overdue three days after the rule took effect, or was delivered where that was later', async () => {
    const id = await push('EAST', { from: iso(2) });
    const start = now();
    try {
      chain.it.clock.set(start + 5 * DAY - 60_000);
      const [operator, manager] = await Promise.all(['op', 'shop1'].map((who) => signedIn(chain.it, `${who}@example.com`)));
      expect(await figures(id, {}, operator)).toEqual([2, 0, 0, 0]);
      chain.it.clock.set(start + 5 * DAY);
      await accept(id, shops('SHOP1'), manager);
      expect(await figures(id, {}, operator)).toEqual([2, 1, 1, 1]);
      const { items } = await done(operator!, 'acknowledgingBranches', { assignmentId: id });
      expect(items).toMatchObject([{ node: { id: unitId('SHOP2') }, overdue: true }]);
      const overdue = await list({ list: 'overdue' }, operator);
      expect(overdue.items.map(({ assignmentId }: Loose) => assignmentId)).toContain(id);
      expect((await operator!.graphql('{ home { acknowledgementsOverdue } }')).data.home.acknowledgementsOverdue).toBe(
        overdue.total,
      );
    } finally {
      chain.it.clock.set(start);
    }
  });

  it('leave the list of what is open once all have accepted, and are ready then', async () => {
    const id = await push('SHOP1');
    await accept(id, shops('SHOP1'));
    const of = async (filter: object) => (await list(filter)).items.map(({ assignmentId }: Loose) => assignmentId);
    expect(await of({ list: 'open' })).not.toContain(id);
    expect(await of({ list: 'ready' })).toContain(id);
  });

  it('are counted as far as the viewer reaches', async () => {
    const id = await push('HQ');
    await accept(id, shops('SHOP3'), west);
    expect(await figures(id)).toEqual([3, 1, 1, 0]);
    expect(await figures(id, { within: unitId('WEST') })).toEqual([1, 1, 1, 0]);
    expect(await figures(id, {}, chain.east)).toEqual([2, 0, 0, 0]);
    expect(await figures(id, {}, chain.manager)).toEqual([1, 0, 0, 0]);
    expect(await branches(id, {}, chain.east)).toEqual(shops('SHOP1', 'SHOP2').map((shop) => [shop, 'delivered']));
    expect(
      await refusal(chain.east, 'acknowledgingBranches', { assignmentId: id, filter: { within: unitId('WEST') } }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('are counted by as many statements, however many assignments there are', async () => {
    const all = await push('HQ');
    await accept(all, shops('SHOP1'));
    await accept(all, shops('SHOP3'), west);
    const shop = await push('SHOP1');
    await accept(shop, shops('SHOP1'));
    const statements = async () => {
      const { read } = chain.it.database;
      const ask = read.query.bind(read);
      let asked = 0;
      read.query = (sql: string, ...more: [unknown[]?]) => {
        if (sql.includes('FROM policy_acknowledgement')) asked += 1;
        return ask(sql, ...more);
      };
      const shown = await list().finally(() => (read.query = ask));
      expect(shown.items).toHaveLength(shown.total);
      return asked;
    };
    const before = await statements();
    const more = [await push('SHOP2'), await push('SHOP3'), await push('SHOP2', { from: iso(3) })];
    await see(more[1]!, shops('SHOP3'), west);
    expect(await statements()).toBe(before);
    expect(before).toBeGreaterThan(0);
    const told = await Promise.all([shop, ...more].map((id) => figures(id)));
    expect(told.map((each) => each?.join(' '))).toEqual(['1 1 1 0', '1 0 0 0', '1 1 0 0', '1 0 0 0']);
    expect(await figures(all)).toBeNull();
    expect(await figures(shop, {}, chain.manager)).toEqual([1, 1, 1, 0]);
  });

  it('agree with the list of branches where a rule has stretches of several levels taken away', async () => {
    const all = await push('HQ');
    await accept(all, shops('SHOP1'));
    await accept(all, shops('SHOP3'), west);
    for (const code of ['SHOP1', 'WEST']) {
      await push(code);
      const [reached, seen, accepted] = (await figures(all))!;
      const listed = await Promise.all(['delivered', 'seen', 'accepted'].map((state) => branches(all, { state })));
      expect(listed.map(({ length }) => length)).toEqual([reached - seen, seen - accepted, accepted]);
    }
    expect(await branches(all)).toEqual([[unitId('SHOP2'), 'delivered']]);
  });

  it('page through the branches without leaving one out', async () => {
    const id = await push('HQ');
    await accept(id, shops('SHOP1'));
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Loose = await done(chain.operator, 'acknowledgingBranches', { assignmentId: id, page: { first: 1, after } });
      seen.push(...page.items.map(({ node }: Loose) => node.id));
      after = page.nextCursor;
      if (after === null) break;
    }
    expect(seen).toEqual(shops('SHOP2', 'SHOP3'));
  });

  it('tell a store manager what is to be read at the branch, and what changes there', async () => {
    const from = iso(5);
    const id = await push('EAST', { from });
    expect((await mine()).find(({ assignmentId }: Loose) => assignmentId === id)).toMatchObject({
      ...{ id: `${id} ${unitId('SHOP1')}`, node: { id: unitId('SHOP1') }, state: 'delivered', overdue: false },
      ...{ policyName: `新规则 ${String(names)}`, versionNumber: 1, kind: rules, from, inForce: false },
      changes: [{ field: 'selfServiceDays', before: 15, after: 30, effect: 'kinder' }],
    });
    await accept(id, shops('SHOP1'));
    expect((await mine()).map(({ assignmentId }: Loose) => assignmentId)).not.toContain(id);
    expect((await mine(west)).map(({ assignmentId }: Loose) => assignmentId)).not.toContain(id);
  });

  it('are accepted by managers of the branch alone', async () => {
    const id = await push('HQ');
    const asked = { assignmentId: id, nodeIds: shops('SHOP1') };
    expect(await refusal(chain.operator, 'acceptAcknowledgement', asked)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(chain.east, 'seeAcknowledgement', asked)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(west, 'acceptAcknowledgement', asked)).toMatchObject({ code: 'NOT_FOUND' });
    const both = { assignmentId: id, nodeIds: shops('SHOP1', 'SHOP3') };
    expect(await refusal(chain.manager, 'acceptAcknowledgement', both)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await rows()).toEqual([]);
    expect(await refusal(chain.manager, 'seeAcknowledgement', { assignmentId: id, nodeIds: [] })).toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await refusal(chain.manager, 'acceptAcknowledgement', { ...asked, assignmentId: unitId('NONE') })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('end with the rule: what was taken back is to be read by nobody', async () => {
    const id = await push('HQ');
    await takeBack(chain);
    expect(await figures(id)).toBeNull();
    expect(await refusal(chain.manager, 'acceptAcknowledgement', { assignmentId: id, nodeIds: shops('SHOP1') })).toMatchObject({
      code: 'NOT_DUE_HERE',
    });
  });

  it('are written once where two people accept at the same moment', async () => {
    const id = await push('HQ');
    const counts = await Promise.all([1, 2, 3, 4].map(() => accept(id, shops('SHOP1'))));
    expect(counts.sort()).toEqual([0, 0, 0, 1]);
    expect(await rows()).toHaveLength(1);
  });

  it('move with their branch, count nowhere while it is archived, and again once it is restored', async () => {
    const id = await push('HQ');
    await accept(id, shops('SHOP3'), west);
    const versionOf = async () => (await chain.it.database.read.findOneByOrFail(OrgNode, { id: unitId('SHOP3') })).version;
    const change = async (mutation: string) => {
      const { errors } = await chain.operator.graphql(`mutation { ${mutation} { id } }`);
      expect(errors).toEqual([]);
    };
    const shop = `id: "${unitId('SHOP3')}"`;
    const isWhole = async () => {
      const tree = await chain.it.app.get(TreeService, { strict: false }).current();
      return (await checkFollowers(chain.it.database.read, tree)).findings;
    };
    await change(`moveOrgNode(${shop}, parentId: "${unitId('EAST')}", version: ${String(await versionOf())})`);
    expect(await figures(id, {}, chain.east)).toEqual([3, 1, 1, 0]);
    await change(`archiveOrgNode(${shop}, reason: "closed", version: ${String(await versionOf())})`);
    expect(await figures(id)).toEqual([2, 0, 0, 0]);
    expect(await isWhole()).toEqual([]);
    await change(`restoreOrgNode(${shop}, version: ${String(await versionOf())})`);
    expect(await figures(id, {}, chain.east)).toEqual([3, 1, 1, 0]);
    await change(`moveOrgNode(${shop}, parentId: "${unitId('WEST')}", version: ${String(await versionOf())})`);
    expect(await figures(id, {}, chain.east)).toEqual([2, 0, 0, 0]);
    expect(await isWhole()).toEqual([]);
  });

  it('are of both kinds of rules', async () => {
    const { versionId } = await publish(chain.operator, subsidy, `补贴 ${String(names)}`, {
      mode: { set: { kind: 'actual', cap: 1935 } },
    });
    await assign(chain.operator, versionId, 'SHOP1');
    expect((await list({ kind: subsidy })).items).toMatchObject([{ kind: subsidy, branches: 1 }]);
    expect((await mine()).filter(({ kind }: Loose) => kind === subsidy)).toMatchObject([{ changes: [{ field: 'mode' }] }]);
  });
});
