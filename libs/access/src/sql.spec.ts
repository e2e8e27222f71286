import { buildTree, nodeId } from '@headwater/org-tree';
import Database from 'better-sqlite3';
import fc from 'fast-check';

import { abilityFor, can, rulesFor } from './ability.js';
import { ANCESTOR_COLUMNS, columnAt, toBranches, toSql } from './sql.js';
import { PERMISSIONS } from './permissions.js';
import { ROLE_PERMISSIONS } from './roles.js';
import { ancestorsOf, chainsWithGrants, isBelowOrSelf, type Chain } from './testing/random-chain.js';

const runs = Number(process.env.HEADWATER_RUNS ?? 200);

const hq = nodeId('hq');
const east = nodeId('east');
const west = nodeId('west');
const shop = nodeId('shop');
const tree = buildTree([
  { id: hq, parentId: null, type: 'headquarters' },
  { id: east, parentId: hq, type: 'region' },
  { id: west, parentId: hq, type: 'region' },
  { id: shop, parentId: east, type: 'store' },
]);

describe('the SQL of an ability', () => {
  const options = { alias: 'c', tree };

  it('is one equality for one unit', () => {
    const ability = abilityFor([{ role: 'storeStaff', nodeId: shop }], tree);
    expect(toSql(rulesFor(ability, 'case.read'), options)).toEqual({ sql: 'c.a2 = ?', params: [shop] });
  });

  it('drops a unit inside another one', () => {
    const ability = abilityFor(
      [
        { role: 'storeStaff', nodeId: shop },
        { role: 'regionalManager', nodeId: east },
      ],
      tree,
    );
    expect(toSql(rulesFor(ability, 'case.read'), options)).toEqual({ sql: 'c.a1 = ?', params: [east] });
  });

  it('is an alternative in parentheses for several units', () => {
    const ability = abilityFor(
      [
        { role: 'storeStaff', nodeId: shop },
        { role: 'regionalManager', nodeId: west },
      ],
      tree,
    );
    expect(toSql(rulesFor(ability, 'case.read'), options)).toEqual({ sql: '(c.a1 = ? OR c.a2 = ?)', params: [west, shop] });
  });

  it('is null where nothing is allowed, which is not the same as no condition', () => {
    const ability = abilityFor([{ role: 'storeStaff', nodeId: shop }], tree);
    expect(toSql(rulesFor(ability, 'money.read'), options)).toBeNull();
    expect(toSql([], options)).toBeNull();
  });

  it('takes no alias that is more than a name', () => {
    for (const alias of ['c; DROP TABLE person', 'c.x', '', 'c"', '1c'])
      expect(() => toSql([], { alias, tree })).toThrow(RangeError);
  });

  it('has no column below level 8', () => {
    expect(columnAt(8)).toBe('a8');
    expect(() => columnAt(9)).toThrow(RangeError);
  });

  it('refuses a rule without a condition and one that forbids', () => {
    const [rule] = rulesFor(abilityFor([{ role: 'auditor', nodeId: hq }], tree), 'case.read');
    if (!rule) throw new Error('an auditor reads cases');
    expect(() => toSql([Object.assign(Object.create(rule), { conditions: undefined })], options)).toThrow(TypeError);
    expect(() => toSql([Object.assign(Object.create(rule), { inverted: true })], options)).toThrow(TypeError);
  });
});

const database = new Database(':memory:');
database.exec(`CREATE TABLE record (node varchar, ${ANCESTOR_COLUMNS.map((column) => `${column} varchar`).join(', ')})`);
afterAll(() => database.close());

const insert = database.prepare(`INSERT INTO record VALUES (?, ${ANCESTOR_COLUMNS.map(() => '?').join(', ')})`);

/** One record at every unit. */
function fill(chain: Chain): void {
  database.exec('DELETE FROM record');
  for (const node of chain.ids) insert.run(node, ...ancestorsOf(chain, node));
}

function ask(where: string, params: readonly string[]): string[] {
  return database
    .prepare(`SELECT node FROM record r WHERE ${where}`)
    .pluck()
    .all(...params) as string[];
}

describe('one rule for the record and for the list', () => {
  it('can says yes to exactly the rows that SQL returns, on random chains, grants and permissions', () => {
    fc.assert(
      fc.property(chainsWithGrants, fc.constantFrom(...PERMISSIONS), (chain, permission) => {
        fill(chain);
        const ability = abilityFor(chain.grants, chain.tree);
        const allowed = chain.ids.filter((node) => can(ability, permission, { ancestors: ancestorsOf(chain, node) }));
        const rules = rulesFor(ability, permission);
        const scope = toSql(rules, { alias: 'r', tree: chain.tree });
        expect((scope ? ask(scope.sql, scope.params) : []).sort()).toEqual([...allowed].sort());
        const parts = toBranches(rules, { alias: 'r', tree: chain.tree }).flatMap(({ sql, params }) => ask(sql, params));
        expect(parts.sort()).toEqual([...allowed].sort());
      }),
      { numRuns: runs },
    );
  });

  it('both are what walking up from the row to a granted unit says', () => {
    fc.assert(
      fc.property(chainsWithGrants, fc.constantFrom(...PERMISSIONS), (chain, permission) => {
        const ability = abilityFor(chain.grants, chain.tree);
        const downward = permission === 'policy.read' || permission === 'policy.assign';
        for (const node of chain.ids) {
          const expected = chain.grants.some(
            (grant) =>
              ROLE_PERMISSIONS[grant.role].includes(permission) &&
              (isBelowOrSelf(chain, node, grant.nodeId) || (downward && isBelowOrSelf(chain, grant.nodeId, node))),
          );
          expect(can(ability, permission, { ancestors: ancestorsOf(chain, node) })).toBe(expected);
        }
      }),
      { numRuns: runs },
    );
  });
});
