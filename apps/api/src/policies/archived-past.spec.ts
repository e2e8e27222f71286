import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { OrgArchive } from '../tree/org-node.entity.js';
import { assign, done, fieldAt, publish, refusal, rules, startChain, subsidy, type Chain } from './testing/operations.js';

const HOUR = 3_600_000;

describe.each(enginesHere())('the past of a unit that was archived and restored on %s', (engine) => {
  let chain: Chain;
  let start: number;
  const iso = (hours: number) => new Date(start + hours * HOUR).toISOString();
  const version = async (): Promise<number> =>
    (await chain.operator.graphql('query ($id: ID!) { orgNode(id: $id) { version } }', { id: unitId('SHOP3') })).data.orgNode
      .version;
  const change = async (verb: string, more: string) => {
    const mutation = `mutation { ${verb}(id: "${unitId('SHOP3')}", version: ${String(await version())}${more}) { archivedAt } }`;
    expect((await chain.operator.graphql(mutation, {})).code).toBeNull();
  };

  /** SHOP3 is archived in hour 2 and restored in hour 5; now is hour 7. */
  beforeAll(async () => {
    chain = await startChain(engine);
    start = chain.it.clock.now();
    const { versionId } = await publish(chain.operator, rules, '西区', { selfServiceDays: { set: 20 } });
    await assign(chain.operator, versionId, 'WEST');
    for (const [hour, verb, more] of [
      [2, 'archiveOrgNode', ', reason: "装修"'],
      [5, 'restoreOrgNode', ''],
    ] as const) {
      chain.it.clock.set(start + hour * HOUR);
      await change(verb, more);
    }
    chain.it.clock.set(start + 7 * HOUR);
  });
  afterAll(() => chain.it.close());

  const days = async (at?: string) => (await fieldAt(chain.operator, 'SHOP3', rules, 'selfServiceDays', at)).value;

  it('has no rules in between, and its own before and after', async () => {
    expect([await days(iso(1)), await days(iso(5.1)), await days()]).toEqual([20, 20, 20]);
    for (const hour of [2.1, 3, 4.9]) {
      const place = { nodeId: unitId('SHOP3'), kind: rules, at: iso(hour) };
      expect(await refusal(chain.operator, 'effectiveRules', place)).toMatchObject({ code: 'ARCHIVED' });
    }
  });

  it('is a gap in its timeline, and no row of the board of those hours', async () => {
    const asked = { nodeId: unitId('SHOP3'), kind: rules, field: 'selfServiceDays', from: iso(0.5), to: iso(6) };
    const { lanes } = await done(chain.operator, 'ruleTimeline', asked);
    const [archived] = await chain.it.database.read.findBy(OrgArchive, { nodeId: unitId('SHOP3') });
    const told = (at: number | undefined) => new Date(at ?? 0).toISOString();
    expect(lanes[0].stretches.map(({ from, to }: Loose) => [from, to])).toEqual([
      [null, told(archived?.from)],
      [told(archived?.to), null],
    ]);
    const rows = async (at?: string) => (await done(chain.operator, 'coverage', { parentId: unitId('WEST'), at })).items;
    expect(await rows(iso(3))).toEqual([]);
    expect(await rows()).toMatchObject([{ node: { id: unitId('SHOP3') } }]);
    const shop = { nodeId: unitId('SHOP3'), kind: subsidy, at: iso(1) };
    expect((await done(chain.operator, 'effectiveRules', shop)).node.id).toBe(unitId('SHOP3'));
  });
});
