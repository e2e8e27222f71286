import { buildTree, checkTree, nodeId, TreeError, type Tree } from '@headwater/org-tree';
import type { EntityManager } from 'typeorm';
import { ancestorPath, type AncestorColumns } from '../../database/ancestors.js';
import { levels } from '../../database/columns.js';
import { OrgNode } from '../../tree/org-node.entity.js';
import { type CheckResult, type Finding, result } from './finding.js';

const NAME = 'tree';

type Row = Pick<OrgNode, 'id' | 'parentId' | 'depth' | 'type' | 'code' | 'archivedAt'> & AncestorColumns;

const columns = [
  'id',
  'parent_id AS parentId',
  'depth',
  'type',
  'code',
  'archived_at AS archivedAt',
  ...levels.map((level) => `a${String(level)}`),
];

export const pathText = (path: readonly (string | null)[]): string => path.filter(Boolean).join(' › ') || 'nothing';

function placeFindings(row: Row, tree: Tree, codeOf: (id: string) => string): Finding[] {
  const path = tree.pathOf(nodeId(row.id));
  const stored = ancestorPath(row).filter((id) => id !== null);
  const findings: Finding[] = [];
  if (row.depth !== path.length - 1)
    findings.push({
      subject: row.code,
      is: `depth ${String(row.depth)}`,
      shouldBe: `depth ${String(path.length - 1)}, as its parents say`,
    });
  if (stored.join() !== path.join())
    findings.push({ subject: row.code, is: `ancestors ${pathText(stored.map(codeOf))}`, shouldBe: pathText(path.map(codeOf)) });
  return findings;
}

/** Parents make one tree; depth and ancestor columns follow from them; the history of parents ends in today's. */
export async function checkOrganization(manager: EntityManager): Promise<CheckResult> {
  const rows = await manager.query<Row[]>(`SELECT ${columns.join(', ')} FROM org_node ORDER BY id`);
  if (rows.length === 0) return result(NAME, 0, []);
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  const codeOf = (id: string) => codes.get(id) ?? id;
  try {
    const tree = buildTree(
      rows.map(({ id, parentId, type, archivedAt }) => ({
        id: nodeId(id),
        parentId: parentId === null ? null : nodeId(parentId),
        type,
        archivedAt,
      })),
    );
    const misplaced = checkTree(tree).map(({ code, nodeIds }) => ({
      subject: nodeIds.map(codeOf).join(', '),
      is: code,
      shouldBe: 'where it may stand',
    }));
    const findings = rows.flatMap((row) => placeFindings(row, tree, codeOf));
    return result(NAME, rows.length, [...findings, ...misplaced, ...(await historyFindings(manager, rows, codeOf))]);
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    return result(NAME, rows.length, [{ subject: error.nodeIds.map(codeOf).join(', '), is: error.code, shouldBe: 'one tree' }]);
  }
}

async function historyFindings(manager: EntityManager, rows: readonly Row[], codeOf: (id: string) => string): Promise<Finding[]> {
  const sql = 'SELECT node_id AS nodeId, parent_id AS parentId FROM org_parent WHERE %to% IS NULL'.replace(
    '%to%',
    manager.dataSource.driver.escape('to'),
  );
  const open = await manager.query<{ nodeId: string; parentId: string | null }[]>(sql);
  const parents = new Map(open.map(({ nodeId: id, parentId }) => [id, parentId]));
  const wrong = rows.filter(({ id, parentId }) => !parents.has(id) || parents.get(id) !== parentId);
  return wrong.map(({ id, code, parentId }) => ({
    subject: code,
    is: parents.has(id) ? `parent ${codeOf(parents.get(id) ?? 'none')} in its history` : 'no history of parents',
    shouldBe: `parent ${codeOf(parentId ?? 'none')}`,
  }));
}
