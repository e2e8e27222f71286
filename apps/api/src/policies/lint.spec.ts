import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { done, refusal, rules, startChain, subsidy, type Chain } from './testing/operations.js';

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

  it('names the row of a table', async () => {
    const everything = { categories: null, priceFrom: null, priceTo: null, channels: null, covered: true };
    const scope = { set: [everything, { ...everything, priceFrom: 100 }] };
    expect(await done(chain.operator, 'lintDirectives', asked({ scope }, subsidy))).toMatchObject([
      { rule: 'unreachableRow', field: 'scope', row: 1 },
    ]);
  });

  it('refuses what is wrong by itself, and units out of reach', async () => {
    expect(await refusal(chain.operator, 'lintDirectives', asked({ respondHours: { set: 'x' } }))).toMatchObject({
      ...{ code: 'WRONG_TYPE', field: 'respondHours' },
    });
    expect(await refusal(chain.manager, 'lintDirectives', asked({}, rules, 'SHOP3'))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
