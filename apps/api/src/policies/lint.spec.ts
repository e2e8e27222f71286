import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { assign, done, publish, refusal, rules, startChain, subsidy, type Chain } from './testing/operations.js';

describe.each(enginesHere())('linting directives on %s', (engine) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterAll(() => chain.it.close());

  const asked = (directives: object, kind = rules, code = 'EAST') => ({ kind, nodeId: unitId(code), directives });

  it('looks at the rules that they would give a unit, what is inherited included', async () => {
    expect(await done(chain.operator, 'lintDirectives', asked({ respondHours: { set: 8 } }))).toMatchObject([
      { rule: 'pauseLongerThanClock', kind: rules, node: { id: unitId('EAST') }, field: 'resumeHours', row: null },
    ]);
    const both = { respondHours: { set: 8 }, resumeHours: { set: 4 } };
    expect(await done(chain.operator, 'lintDirectives', asked(both))).toEqual([]);
  });

  it('says, with the law, where an inspection leaves no day to pay the refund in', async () => {
    const [found] = (await done(chain.operator, 'lintDirectives', asked({ inspectDays: { set: 7 } }))) as Loose[];
    expect(found).toMatchObject({ rule: 'noTimeToPay', field: 'inspectDays' });
    expect(found?.text.zh).toContain('《消费者权益保护法》第二十五条');
  });

  it('names the row of a table', async () => {
    const everything = { categories: null, priceFrom: null, priceTo: null, channels: null, covered: true };
    const scope = { set: [everything, { ...everything, priceFrom: 100 }] };
    expect(await done(chain.operator, 'lintDirectives', asked({ scope }, subsidy))).toMatchObject([
      { rule: 'unreachableRow', field: 'scope', row: 1 },
    ]);
  });

  it('tells what is wrong by itself, where in a table, and what is allowed', async () => {
    expect(await done(chain.operator, 'directiveProblems', asked({ selfServiceDays: { set: 20 } }))).toEqual([]);
    expect(await done(chain.operator, 'directiveProblems', asked({ selfServiceDays: { set: 9999 } }))).toMatchObject([
      { code: 'OUT_OF_BOUNDS', field: 'selfServiceDays', path: 'set', setBy: null },
    ]);
    const scope = { set: [{ categories: null, priceFrom: 5, priceTo: 2, channels: null, covered: true }] };
    expect(await done(chain.operator, 'directiveProblems', asked({ scope }, subsidy))).toMatchObject([
      { code: 'EMPTY_RANGE', field: 'scope', path: expect.stringContaining('set.0') },
    ]);
    expect(await refusal(chain.manager, 'directiveProblems', asked({}, rules, 'SHOP3'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells what would be said in vain at the unit, by whose lock or bounds', async () => {
    const above = { selfServiceDays: { guard: { min: 10, max: 30 } }, infoDays: { set: 5, lock: true } } as never;
    const { versionId } = await publish(chain.operator, rules, '大区限定', above);
    await assign(chain.operator, versionId, 'EAST');
    const said = { selfServiceDays: { set: 40 }, infoDays: { set: 6 } };
    expect(await done(chain.operator, 'directiveProblems', asked(said, rules, 'SHOP1'))).toMatchObject([
      { code: 'OUT_OF_BOUNDS', field: 'selfServiceDays', allowed: { max: 30 }, setBy: expect.stringContaining('大区限定 v1') },
      { code: 'LOCKED', field: 'infoDays', setBy: expect.stringContaining('大区限定 v1') },
    ]);
    expect(await done(chain.operator, 'directiveProblems', asked({ selfServiceDays: { set: 30 } }, rules, 'SHOP1'))).toEqual([]);
  });

  it('warns before a change of what it would bring about, in words, at the unit where it is made', async () => {
    const [changes, node] = [{ inspectDays: { set: 7 } }, { kind: rules, nodeId: unitId('WEST') }];
    const finding = { code: 'LINT', field: 'inspectDays', nodeId: unitId('WEST'), allowed: { rule: 'noTimeToPay', branches: 1 } };
    const foreseen = await done(chain.operator, 'previewOwnRules', { ...node, changes });
    expect(foreseen).toMatchObject({ warnings: [finding] });
    expect(foreseen.warnings[0].allowed.text.zh).toContain('《消费者权益保护法》第二十五条');
    const { versionId } = await publish(chain.operator, rules, '七天验收', changes);
    const toAssign = { nodeId: unitId('WEST'), versionId };
    expect(await done(chain.operator, 'previewAssignment', toAssign)).toMatchObject({ warnings: [finding] });
    const input = { title: '七天验收', operations: [{ verb: 'setOwn', ...node, changes }] };
    const set = await done(chain.operator, 'createChangeSet', { input });
    expect(set.impact.effects).toMatchObject([{ warnings: [finding] }]);
    const sound = { ...node, changes: { inspectDays: { set: 2 } } };
    expect(await done(chain.operator, 'previewOwnRules', sound)).toMatchObject({ warnings: [] });
  });

  it('refuses what is wrong by itself, and units out of reach', async () => {
    expect(await refusal(chain.operator, 'lintDirectives', asked({ respondHours: { set: 'x' } }))).toMatchObject({
      ...{ code: 'WRONG_TYPE', field: 'respondHours' },
    });
    expect(await refusal(chain.manager, 'lintDirectives', asked({}, rules, 'SHOP3'))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
