import { nodeId, type NodeId } from '@headwater/org-tree';
import type { EntityManager } from 'typeorm';
import type { OrgNode } from './org-node.entity.js';
import type { NodeFacts } from './tree-snapshot.js';

type Row = Omit<NodeFacts, 'id' | 'parentId' | 'successorId'> & Pick<OrgNode, 'id' | 'parentId' | 'successorId' | 'epoch'>;

/** Raw rows: at 100,000 units entities would cost several times as much. */
const select = `SELECT id, parent_id AS parentId, depth, type, code, name, ownership, province_code AS provinceCode, province, city, address,
  phone, time_zone AS timeZone, since, archived_at AS archivedAt, successor_id AS successorId, version, epoch
  FROM org_node WHERE epoch > ? ORDER BY epoch, id`;

/** Units changed after the epoch, and the epoch of the newest of them (or the one given). */
export async function loadNodesAfter(manager: EntityManager, epoch: number): Promise<{ nodes: NodeFacts[]; changedAt: number }> {
  const rows = await manager.query<Row[]>(select, [epoch]);
  let changedAt = epoch;
  const nodes = rows.map(({ epoch: changed, ...row }): NodeFacts => {
    changedAt = Math.max(changedAt, changed);
    return { ...row, id: nodeId(row.id), parentId: branded(row.parentId), successorId: branded(row.successorId) };
  });
  return { nodes, changedAt };
}

const branded = (id: string | null): NodeId | null => (id === null ? null : nodeId(id));
