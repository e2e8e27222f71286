import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { OrgParent } from '../tree/org-node.entity.js';
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
} from './testing/operations.js';

const DAY = 24 * 3_600_000;
const MOVE = `mutation ($id: ID!, $parentId: ID!, $version: Int!) { moveOrgNode(id: $id, parentId: $parentId, version: $version) { version } }`;

describe.each(enginesHere())('the timeline of a field on %s', (engine) => {
  let chain: Chain;
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const iso = (days: number) => new Date(chain.it.clock.now() + days * DAY).toISOString();
  const push = async (code: string, days: number, more: object = {}) => {
    names += 1;
    const { versionId } = await publish(chain.operator, rules, `时间线 ${String(names)}`, {
      ...standardRules,
      selfServiceDays: { set: days },
    });
    await assign(chain.operator, versionId, code, more);
  };
  const timeline = (code: string, more: object = {}, client = chain.operator): Promise<Loose> =>
    done(client, 'ruleTimeline', { nodeId: unitId(code), kind: rules, field: 'selfServiceDays', ...more });
  const stretchesOf = async (code: string, more: object = {}) => (await timeline(code, more)).lanes[0].stretches;

  it('holds what was and what is scheduled, each value with its source, without gap or overlap', async () => {
    const [soon, later] = [iso(5), iso(10)];
    await push('EAST', 20);
    await push('EAST', 30, { from: soon, to: later });
    const stretches = await stretchesOf('SHOP1');
    expect(stretches).toMatchObject([
      { from: null, value: 15, source: { isDefault: true } },
      { value: 20, to: soon, source: { node: { id: unitId('EAST') }, authorName: '张敏' }, lockedBy: null },
      { from: soon, value: 30, to: later },
      { from: later, value: 20, to: null },
    ]);
    const [ends, starts] = [stretches.map(({ to }: Loose) => to), stretches.map(({ from }: Loose) => from)];
    expect(ends.slice(0, -1)).toEqual(starts.slice(1));
    expect((await fieldAt(chain.operator, 'SHOP1', rules, 'selfServiceDays', iso(6))).value).toBe(30);
  });

  it('follows the path of then, as known now', async () => {
    await push('WEST', 40, { from: iso(-20) });
    const versionOf = async (code: string): Promise<number> =>
      (await chain.operator.graphql('query ($id: ID!) { orgNode(id: $id) { version } }', { id: unitId(code) })).data.orgNode
        .version;
    const move = async (to: string) =>
      chain.operator.graphql(MOVE, { id: unitId('SHOP3'), parentId: unitId(to), version: await versionOf('SHOP3') });
    expect((await move('EAST')).errors).toEqual([]);
    const moved = await chain.it.database.read.findOneByOrFail(OrgParent, { nodeId: unitId('SHOP3'), parentId: unitId('EAST') });
    const stretches = await stretchesOf('SHOP3', { from: iso(-10), to: iso(10) });
    expect(stretches).toMatchObject([
      { from: null, to: new Date(moved.from).toISOString(), value: 40 },
      { from: new Date(moved.from).toISOString(), to: null, value: 15 },
    ]);
    expect((await move('WEST')).errors).toEqual([]);
  });

  it('is one lane for each field of the kind where none is named', async () => {
    const { lanes } = await timeline('SHOP1', { field: null });
    const { fields } = await done(chain.operator, 'effectiveRules', { nodeId: unitId('SHOP1'), kind: rules });
    expect(lanes.map(({ field }: Loose) => field)).toEqual(fields.map(({ key }: Loose) => key));
  });

  it('names who locks the field', async () => {
    names += 1;
    const directives = { ...standardRules, selfServiceDays: { set: 25, lock: true as const } };
    const { versionId } = await publish(chain.operator, rules, `时间线 ${String(names)}`, directives);
    await assign(chain.operator, versionId, 'HQ', { from: iso(3) });
    expect(await stretchesOf('SHOP1')).toMatchObject([{ lockedBy: null }, { value: 25, lockedBy: { id: unitId('HQ') } }]);
  });

  it.each([
    ['ends before it begins', { from: 2, to: 1 }],
    ['is longer than four years', { from: 0, to: 1500 }],
  ])('is refused where it %s', async (_, { from, to }) => {
    const asked = { nodeId: unitId('SHOP1'), kind: rules, from: iso(from), to: iso(to) };
    expect(await refusal(chain.operator, 'ruleTimeline', asked)).toMatchObject({ code: 'BAD_INPUT', field: 'to' });
  });

  it('is told of no field that there is not, and of no unit out of reach', async () => {
    const asked = { nodeId: unitId('SHOP1'), kind: rules, field: 'mode' };
    expect(await refusal(chain.operator, 'ruleTimeline', asked)).toMatchObject({ code: 'BAD_INPUT', field: 'field' });
    expect(await refusal(chain.manager, 'ruleTimeline', { nodeId: unitId('SHOP3'), kind: rules })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
