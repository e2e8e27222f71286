import type { EntityManager } from 'typeorm';
import { ancestorPath, type AncestorColumns } from '../../database/ancestors.js';
import { levels } from '../../database/columns.js';
import { followingTables, ownTables, unitTables } from '../../database/following-tables.js';
import { responsibleFor } from '../../org/responsible.js';
import type { TreeSnapshot } from '../../tree/tree-snapshot.js';
import { pathText } from './check-tree.js';
import { type CheckResult, type Finding, int, result } from './finding.js';

const columns = levels.map((level) => `a${String(level)}`).join(', ');

type Group = AncestorColumns & { readonly nodeId: string; readonly rows: number | string };

/** Where the rows of a unit lie: of orders and their like, at the unit that answers for them; what a branch itself did, nowhere once it is archived; what is about a unit, at it. */
const places = [
  ...followingTables.map((table) => ({ table, unitOf: (tree: TreeSnapshot, id: string) => responsibleFor(tree, id)?.id ?? id })),
  ...ownTables.map((table) => ({
    table,
    unitOf: (tree: TreeSnapshot, id: string) => (tree.node(id)?.archivedAt == null ? id : ''),
  })),
  ...unitTables.map((table) => ({ table, unitOf: (_tree: TreeSnapshot, id: string) => id })),
];

/** Orders, cases, counts, acknowledgements and budgets lie where their unit stands today. */
export async function checkFollowers(manager: EntityManager, tree: TreeSnapshot): Promise<CheckResult> {
  const findings: Finding[] = [];
  let looked = 0;
  for (const { table, unitOf } of places) {
    const groups = await manager.query<Group[]>(
      `SELECT node_id AS nodeId, COUNT(*) AS ${manager.dataSource.driver.escape('rows')}, ${columns} FROM ${table} GROUP BY node_id, ${columns}`,
    );
    for (const group of groups) {
      looked += int(group.rows);
      const stored = ancestorPath(group).filter((id) => id !== null);
      const path = tree.path(unitOf(tree, group.nodeId)).map(({ id }) => id as string);
      if (stored.join() === path.join()) continue;
      const named = (ids: readonly string[]) => pathText(ids.map((id) => tree.node(id)?.code ?? id));
      findings.push({
        subject: `${int(group.rows)} rows of ${table} at ${tree.node(group.nodeId)?.code ?? group.nodeId}`,
        is: named(stored),
        shouldBe: named(path),
      });
    }
  }
  return result('ancestors', looked, findings);
}
