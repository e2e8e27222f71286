import { assign, done, publish, rules, startChain, takeBack, type Chain } from '../policies/testing/operations.js';
import { approvedBy, plantColleague } from '../policies/testing/reviewers.js';
import type { Client, Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { ChangeSet } from './change-set.entity.js';

const DAY = 24 * 3_600_000;
const field = 'selfServiceDays';

describe.each(enginesHere())('the clashes of a change set on %s', (engine) => {
  let chain: Chain;
  let colleague: Client;
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
    colleague = await plantColleague(chain);
  });
  afterEach(async () => {
    for (const { id } of await chain.it.database.read.findBy(ChangeSet, { status: 'approved' }))
      await done(chain.operator, 'cancelChangeSet', { id, reason: '清场' });
    await takeBack(chain);
  });
  afterAll(() => chain.it.close());

  const iso = (days: number) => new Date(chain.it.clock.now() + days * DAY).toISOString();
  const versionWith = async (directives: object) => {
    names += 1;
    return (await publish(chain.operator, rules, `方案 ${String(names)}`, directives as never)).versionId;
  };
  const days = (set: number) => ({ [field]: { set } });
  const own = (changes: object) => ({ verb: 'setOwn', kind: rules, nodeId: unitId('EAST'), changes });
  const giving = (versionId: string) => ({ verb: 'assign', kind: rules, nodeId: unitId('EAST'), versionId });
  /** A set that moves a unit waits for its date; any other is recorded ahead of it. */
  const moving = (code: string, from: string, to: string) => ({
    ...{ verb: 'move', nodeId: unitId(code), parentId: unitId(to), fromParentId: unitId(from) },
  });
  const draft = (at: number, operations: object[], client = chain.operator) =>
    done(client, 'createChangeSet', { input: { title: `第 ${String(at)} 天`, effectiveAt: iso(at), operations } });
  const approved = async (at: number, ...operations: object[]) => approvedBy(colleague, chain, await draft(at, operations));
  const clashesIn = ({ impact }: Loose) => impact.effects.map(({ clashes }: Loose) => clashes).flat();
  const calendar = async () => {
    const { items } = await done(chain.operator, 'calendar', { filter: { to: iso(30) } });
    return Object.fromEntries(
      items.filter(({ fact }: Loose) => fact !== 'move').map(({ factId, clashes }: Loose) => [factId, clashes]),
    ) as Record<string, Loose[]>;
  };

  it('name what begins before its date and still holds then, on its page and in the calendar', async () => {
    const to = iso(9);
    await assign(chain.operator, await versionWith(days(30)), 'EAST', { from: iso(2), to });
    const set = await approved(4, giving(await versionWith(days(40))), moving('SHOP3', 'WEST', 'EAST'));
    const clash = { fields: [field], from: set.effectiveAt, to, covered: true, recalculate: false, changeSet: null };
    expect(clashesIn(set)).toMatchObject([{ ...clash, assignment: { policyName: `方案 ${String(names - 1)}` } }]);
    expect((await calendar())[set.id as string]).toMatchObject([clash]);
    const late = await draft(10, [giving(await versionWith(days(40)))]);
    expect(clashesIn(late)).toMatchObject([{ assignment: null, changeSet: { number: set.number }, covered: true }]);
  });

  it('name another set that waits, each the other: the first is carried out, the second may be out of date then', async () => {
    const first = await approved(4, giving(await versionWith(days(30))), moving('SHOP3', 'WEST', 'EAST'));
    const second = await approved(6, own({ ...days(25), qualityDays: { set: 60 } }), moving('MALL', 'EAST', 'WEST'));
    const other = await approved(8, own({ shipDays: { set: 9 } }), moving('SHOP1', 'MALL', 'WEST'));
    const both = { assignment: null, fields: [field], from: second.effectiveAt, to: null, recalculate: true };
    const entries = await calendar();
    expect(entries[first.id as string]).toEqual([{ ...both, changeSet: { number: second.number }, covered: true }]);
    expect(entries[second.id as string]).toEqual([{ ...both, changeSet: { number: first.number }, covered: false }]);
    expect(entries[other.id as string]).toEqual([]);
    expect(clashesIn(second)).toEqual([
      { ...both, kind: rules, changeSet: { id: first.id, number: first.number, title: '第 4 天' }, covered: false },
    ]);
  });

  it('name a waiting set to whoever assigns a version by hand, and to nobody who may not see it', async () => {
    const { number } = await approved(4, own(days(25)), moving('SHOP3', 'WEST', 'EAST'));
    const versionId = await versionWith(days(30));
    const asked = { nodeId: unitId('EAST'), versionId, from: iso(2) };
    const clash = { changeSet: { number }, assignment: null, fields: [field], covered: true, recalculate: true };
    expect((await done(chain.operator, 'previewAssignment', asked)).clashes).toMatchObject([clash]);
    await assign(chain.operator, versionId, 'EAST', { from: asked.from });
    const [entry] = (await done(chain.operator, 'calendar', { filter: { to: iso(3) } })).items;
    expect(entry.clashes).toMatchObject([{ changeSet: { number }, covered: false, recalculate: false }]);
    const [theirs] = (await done(chain.east, 'calendar', { filter: { to: iso(3) } })).items;
    expect(theirs).toMatchObject({ factId: entry.factId, clashes: [] });
    expect(clashesIn(await draft(2, [own(days(20))], chain.east)).filter(({ changeSet }: Loose) => changeSet)).toEqual([]);
  });

  it('are of own values where both edit the same field; the later edit comes over the earlier one', async () => {
    await approved(4, own(days(25)));
    const at = (day: number, changes: object) => draft(day, [own(changes)]).then(clashesIn);
    const mine = { assignment: { policyName: null }, changeSet: null, fields: [field], to: null, recalculate: false };
    expect(await at(6, days(30))).toMatchObject([{ ...mine, covered: true }]);
    expect(await at(2, days(30))).toMatchObject([{ ...mine, covered: false }]);
    expect(await at(6, { qualityDays: { set: 60 } })).toEqual([]);
    await approved(5, own({ qualityDays: { set: 60 } }));
    // The version of day 5 repeats what day 4 says; that alone is no edit.
    expect(await at(6, days(30))).toHaveLength(1);
    const entries = await done(chain.operator, 'calendar', { filter: { to: iso(30) } });
    expect(entries.items.map(({ clashes }: Loose) => clashes)).toEqual([[], []]);
  });
});
