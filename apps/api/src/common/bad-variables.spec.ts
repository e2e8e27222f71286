import { signedIn, type Client } from '../testing/client.js';
import { plantUnits, smallChain, unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';

const RENAME =
  'mutation ($id: ID!, $name: String!, $version: Int!) { renameOrgNode(id: $id, name: $name, version: $version) { id } }';
const CREATE =
  'mutation ($parentId: ID!, $type: NodeType!) { createOrgNode(parentId: $parentId, type: $type, name: "x") { id } }';
const APPLY = 'mutation ($input: ApplyInput!) { apply(input: $input) { id } }';
const EXEMPT = 'mutation ($input: ExemptionInput!) { grantExemption(input: $input, reason: "x") { changed } }';

describe('a variable of the wrong kind', () => {
  let it_: TestApp;
  let client: Client;
  beforeAll(async () => {
    it_ = await createTestApp();
    await plantUnits(it_.database, smallChain);
    await plantPerson(it_.database, { email: 'op@example.com', name: '张敏', roles: [['operator', 'HQ']] });
    client = await signedIn(it_, 'op@example.com');
  });
  afterAll(() => it_.close());

  const rename = { id: unitId('SHOP1'), name: '一店', version: 1 };
  const application = { orderId: 'o', type: 'RR', reason: 'unfit', lines: [] };
  const exemption = { nodeId: 'n', kind: 'afterSalesRules', fields: ['types'], ancestorId: 'a', to: '2027-01-01T00:00:00Z' };

  it.each([
    ['a text for a number', RENAME, { ...rename, version: 'abc' }, 'version', { type: 'Int' }],
    ['nothing where something is required', RENAME, { id: rename.id, version: 1 }, 'name', { type: 'String!' }],
    [
      'a word that is none of them',
      CREATE,
      { parentId: 'p', type: 'planet' },
      'type',
      expect.arrayContaining(['region', 'store']),
    ],
    ['no input at all', APPLY, {}, 'input', { type: 'ApplyInput!' }],
    ['an input that lacks a field', APPLY, { input: { ...application, lines: undefined } }, 'input.lines', expect.anything()],
    ['an unknown field', APPLY, { input: { ...application, wish: 'x' } }, 'input.wish', expect.arrayContaining(['reason'])],
    ['a word deep inside', APPLY, { input: { ...application, type: 'XX' } }, 'input.type', ['EX', 'RO', 'RP', 'RR', 'RS']],
    ['an amount that is no whole number', APPLY, { input: { ...application, amount: 1.5 } }, 'input.amount', { type: 'Fen' }],
    [
      'a row of a list',
      APPLY,
      { input: { ...application, lines: [{ quantity: 1 }] } },
      'input.lines.0.orderLineId',
      { type: 'ID!' },
    ],
    ['a date that is none', EXEMPT, { input: { ...exemption, to: 'soon' } }, 'input.to', { type: 'Instant' }],
  ])('is refused with its place and what would do: %s', async (_, query, variables, field, allowed) => {
    const { data, errors } = await client.graphql(query, variables);
    expect(data).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field, allowed });
  });

  it('is told of each of them', async () => {
    const { errors } = await client.graphql(RENAME, { version: 'abc' });
    expect(errors.map(({ extensions }) => extensions?.['field'])).toEqual(['id', 'name', 'version']);
  });
});
