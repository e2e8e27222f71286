import { OrgNode, OrgParent } from '../tree/org-node.entity.js';
import { signedIn, type Client, type Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { enginesHere } from '../testing/test-app.js';
import {
  assign,
  done,
  fieldAt,
  publish,
  refusal,
  rules,
  standardRules,
  startChain,
  subsidy,
  takeBack,
  type Chain,
} from './testing/operations.js';

const HOUR = 3_600_000;
const actual = (cap: number) => ({ kind: 'actual' as const, cap });
const MOVE = `mutation ($id: ID!, $parentId: ID!, $version: Int!) { moveOrgNode(id: $id, parentId: $parentId, version: $version) { version } }`;
const PREVIEW_MOVE = `query ($id: ID!, $parentId: ID!) { previewMove(id: $id, parentId: $parentId) { branches ruleChanges { kind field branches } problems { code } } }`;

describe.each(enginesHere())('effective rules on %s', (engine) => {
  let chain: Chain;
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const push = async (code: string, directives: object, more: object = {}) => {
    names += 1;
    const name = `方案 ${String(names)}`;
    const { versionId } = await publish(chain.operator, subsidy, name, directives as never);
    await assign(chain.operator, versionId, code, more);
    return name;
  };
  const setOwn = async (code: string, changes: object) => {
    const place = { nodeId: unitId(code), kind: subsidy };
    const { ownVersion } = await done(chain.operator, 'effectiveRules', place);
    return done(chain.operator, 'setOwnRules', { ...place, changes, ownVersion });
  };
  const explain = (code: string, field: string, client: Client = chain.operator): Promise<Loose> =>
    done(client, 'explainRule', { nodeId: unitId(code), kind: subsidy, field });
  const mode = (code: string, at?: string) => fieldAt(chain.operator, code, subsidy, 'mode', at);

  it('hold every field of the kind, each with who set it', async () => {
    const name = await push('EAST', { mode: { set: actual(1500), guard: { min: 500, max: 2000 } } });
    const { fields, node, own, ownVersion, at } = await done(chain.operator, 'effectiveRules', {
      nodeId: unitId('SHOP1'),
      kind: subsidy,
    });
    expect(fields.map(({ key }: Loose) => key)).toEqual([
      'enabled',
      'scope',
      'mode',
      'reasons',
      'oncePerOrder',
      'perBuyer',
      'bearers',
      'premium',
      'badge',
    ]);
    expect({ node, own, ownVersion }).toMatchObject({ node: { id: unitId('SHOP1') }, own: {} });
    expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(HOUR);
    expect(fields[0]).toMatchObject({ value: false, state: 'default', source: { isDefault: true, node: null } });
    expect(fields[2]).toMatchObject({
      ...{ value: actual(1500), inherited: actual(1500), state: 'bounded', lock: null, adjusted: null },
      source: { node: { id: unitId('EAST') }, track: 'library', policyName: name, versionNumber: 1, authorName: '张敏' },
      guard: { min: 500, max: 2000 },
      guardBy: [{ node: { id: unitId('EAST') }, policyName: name }],
    });
  });

  it('name each state of a value by one word', async () => {
    await push('HQ', { mode: { set: actual(1500) } });
    expect((await mode('SHOP1')).state).toBe('inherited');
    await setOwn('SHOP1', { mode: { set: actual(900) } });
    expect(await mode('SHOP1')).toMatchObject({
      state: 'customised',
      inherited: actual(1500),
      source: { policyName: null, track: 'own' },
    });
    await push('HQ', { mode: { set: actual(1500), guard: { min: 1000 } } });
    expect(await mode('SHOP1')).toMatchObject({ value: actual(1000), state: 'adjusted', adjusted: { wanted: actual(900) } });
    await push('HQ', { mode: { set: actual(1500), lock: true } });
    expect(await mode('SHOP1')).toMatchObject({ value: actual(1500), state: 'locked', lock: { node: { id: unitId('HQ') } } });
  });

  it('are told as they were known then, too: a later correction changes only what is known now', async () => {
    const then = chain.it.clock.now();
    chain.it.clock.set(then + HOUR);
    await push('EAST', { mode: { set: actual(1500), lock: true } }, { from: new Date(then - HOUR).toISOString() });
    const at = new Date(then).toISOString();
    const asked = { nodeId: unitId('SHOP1'), kind: subsidy, at };
    const modeOf = async (more: object) => {
      const { fields, allowedActions } = await done(chain.operator, 'effectiveRules', { ...asked, ...more });
      expect(allowedActions).toEqual([]);
      return fields.find(({ key }: Loose) => key === 'mode');
    };
    expect(await modeOf({})).toMatchObject({ value: actual(1500), state: 'locked' });
    expect(await modeOf({ knownAt: at })).toMatchObject({ value: actual(1200), state: 'default', lock: null, editable: false });
    const why = (more: object) => done(chain.operator, 'explainRule', { ...asked, field: 'mode', ...more });
    expect((await why({})).candidates).toHaveLength(1);
    expect(await why({ knownAt: at })).toMatchObject({ candidates: [], next: null });
  });

  it('are those of the past when asked for the past, and then offer nothing to change', async () => {
    const before = new Date().toISOString();
    await push('HQ', { mode: { set: actual(1500) } });
    const past = await done(chain.operator, 'effectiveRules', { nodeId: unitId('SHOP1'), kind: subsidy, at: before });
    expect(past.fields.find(({ key }: Loose) => key === 'mode')).toMatchObject({ value: actual(1200), editable: false });
    expect(past.allowedActions).toEqual([]);
  });

  it('offer each viewer what is his to do', async () => {
    const actions = async (client: Client) =>
      (await done(client, 'effectiveRules', { nodeId: unitId('SHOP1'), kind: subsidy })).allowedActions;
    expect(await actions(chain.operator)).toEqual(['rules.setOwn', 'rules.assign', 'rules.suspend']);
    expect(await actions(chain.manager)).toEqual(['rules.setOwn']);
    await plantPerson(chain.it.database, { email: 'audit@example.com', roles: [['auditor', 'HQ']] });
    expect(await actions(await signedIn(chain.it, 'audit@example.com'))).toEqual([]);
  });

  it('are shown to those who reach the unit, and to nobody else', async () => {
    for (const code of ['SHOP2', 'SHOP3', 'HQ']) {
      const place = { nodeId: unitId(code), kind: subsidy };
      expect(await refusal(chain.manager, 'effectiveRules', place)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refusal(chain.manager, 'explainRule', { ...place, field: 'mode' })).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  describe('the explanation', () => {
    it('shows winner and losers from HQ down, each with its fate, and the runner-up', async () => {
      const hq = await push('HQ', { mode: { set: actual(1500), guard: { max: 2000 } } });
      const east = await push('EAST', { mode: { set: actual(1800), lock: true } });
      await setOwn('HQ', { enabled: { set: true } });
      const locked = await explain('SHOP1', 'mode');
      expect(locked.candidates).toMatchObject([
        { source: { policyName: hq }, value: 'overridden', guard: 'inForce', lock: 'none', beatenBy: { id: unitId('EAST') } },
        { source: { policyName: east }, value: 'applied', guard: 'none', lock: 'holds', beatenBy: null },
      ]);
      expect(locked.runnerUp).toMatchObject({ value: actual(1500), source: { policyName: hq } });
      expect(locked.effective).toMatchObject({ value: actual(1800), state: 'locked' });
    });

    it('names what was locked out, and by whom', async () => {
      await setOwn('SHOP1', { mode: { set: actual(900) } });
      await push('HQ', { mode: { set: actual(1500), lock: true } });
      const { candidates } = await explain('SHOP1', 'mode', chain.manager);
      expect(candidates[1]).toMatchObject({
        ...{ value: 'lockedBy', beatenBy: { id: unitId('HQ') } },
        ...{ source: { track: 'own', node: { id: unitId('SHOP1') } }, directive: { set: actual(900) } },
      });
    });

    it('says what will change it next, exactly when and because of what', async () => {
      const from = new Date(Date.now() + 24 * HOUR).toISOString();
      const name = await push('HQ', { mode: { set: actual(1700) } }, { from });
      const { next, candidates } = await explain('SHOP1', 'mode');
      expect(next).toMatchObject({
        source: { node: { id: unitId('HQ') }, policyName: name },
        ...{ at: from, value: actual(1700), event: 'begins' },
        ...{ fact: 'assignment', because: `headquarters HQ · ${name} v1` },
      });
      expect(candidates).toMatchObject([{ value: 'notYet', source: { policyName: name } }]);
    });

    it('knows no field that the kind does not have', async () => {
      const place = { nodeId: unitId('SHOP1'), kind: rules, field: 'mode' };
      expect(await refusal(chain.operator, 'explainRule', place)).toMatchObject({ code: 'BAD_INPUT', field: 'field' });
    });
  });

  describe('after a move', () => {
    const version = async (code: string): Promise<number> =>
      (await chain.operator.graphql('query ($id: ID!) { orgNode(id: $id) { version } }', { id: unitId(code) })).data.orgNode
        .version;
    const move = async (code: string, parent: string) =>
      chain.operator.graphql(MOVE, { id: unitId(code), parentId: unitId(parent), version: await version(code) });

    it('follow the new path; a past moment keeps the path of then', async () => {
      await push('WEST', { mode: { set: actual(700) } });
      const { data } = await chain.operator.graphql(PREVIEW_MOVE, { id: unitId('MALL'), parentId: unitId('WEST') });
      expect(data.previewMove).toEqual({
        branches: 2,
        problems: [],
        ruleChanges: [{ kind: subsidy, field: 'mode', branches: 2 }],
      });
      const before = new Date().toISOString();
      expect((await move('MALL', 'WEST')).code).toBeNull();
      expect((await mode('SHOP1')).value).toEqual(actual(700));
      expect((await mode('SHOP1', before)).value).toEqual(actual(1200));
      expect(await chain.it.database.read.countBy(OrgParent, { nodeId: unitId('MALL') })).toBe(2);
      await move('MALL', 'EAST');
      expect((await mode('SHOP1')).value).toEqual(actual(1200));
    });

    it('keep a unit from where its free returns would have no return address', async () => {
      const { versionId } = await publish(chain.operator, rules, '东区标准', standardRules);
      await assign(chain.operator, versionId, 'EAST');
      const { returnAddress: _address, ...others } = standardRules;
      await assign(chain.operator, (await publish(chain.operator, rules, '无退货地址', others)).versionId, 'HQ');
      await setOwn('SHOP1', { enabled: { set: true } });
      const { data } = await chain.operator.graphql(PREVIEW_MOVE, { id: unitId('MALL'), parentId: unitId('WEST') });
      const [foreseen] = data.previewMove.problems;
      expect(foreseen).toBeDefined();
      expect((await move('MALL', 'WEST')).code).toBe(foreseen.code);
      expect(await chain.it.database.read.findOneBy(OrgNode, { id: unitId('MALL') })).toMatchObject({ parentId: unitId('EAST') });
    });

    it('are foreseen to change nothing where the move would be refused', async () => {
      const { data } = await chain.operator.graphql(PREVIEW_MOVE, { id: unitId('EAST'), parentId: unitId('MALL') });
      expect(data.previewMove.ruleChanges).toEqual([]);
      expect(data.previewMove.problems).toContainEqual({ code: 'CYCLE' });
    });
  });

  it('of an archived unit are none, and never the defaults', async () => {
    const archive = `mutation ($id: ID!) { archiveOrgNode(id: $id, version: 1, reason: "关店") { archivedAt } }`;
    expect((await chain.operator.graphql(archive, { id: unitId('SHOP3') })).code).toBeNull();
    const place = { nodeId: unitId('SHOP3'), kind: subsidy };
    expect(await refusal(chain.operator, 'effectiveRules', place)).toMatchObject({ code: 'ARCHIVED' });
    const change = { ...place, changes: { enabled: { set: true } }, ownVersion: 0 };
    expect(await refusal(chain.operator, 'setOwnRules', change)).toMatchObject({ code: 'ARCHIVED' });
    expect(await refusal(chain.operator, 'turnCoverage', { ...place, on: true })).toMatchObject({ code: 'ARCHIVED' });
  });
});
