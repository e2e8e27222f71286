import type { NodeType } from '@headwater/org-tree';
import { newId } from '../common/ids.js';
import { ancestorColumns } from '../database/ancestors.js';
import type { Database } from '../database/database.js';
import { nextEpoch } from '../database/epoch.js';
import { OrgNode, OrgParent } from '../tree/org-node.entity.js';

/** A unit to plant: its id is its code, padded to a ULID's length. */
export interface Unit {
  readonly code: string;
  readonly type: NodeType;
  readonly children?: readonly Unit[];
}

/** The id that a planted unit has. */
export const unitId = (code: string): string =>
  code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .padStart(26, '0')
    .slice(-26);

const SINCE = Date.UTC(2015, 0, 1);

function rowOf({ code, type }: Unit, path: readonly string[], epoch: number): Partial<OrgNode> {
  return {
    ...ancestorColumns(path),
    id: unitId(code),
    parentId: path.at(-2) ?? null,
    depth: path.length - 1,
    type,
    code,
    name: `${type} ${code}`,
    timeZone: 'Asia/Shanghai',
    since: SINCE,
    epoch,
  };
}

function rowsOf(unit: Unit, above: readonly string[], epoch: number): Partial<OrgNode>[] {
  const path = [...above, unitId(unit.code)];
  return [rowOf(unit, path, epoch), ...(unit.children ?? []).flatMap((child) => rowsOf(child, path, epoch))];
}

/** Writes an organization straight into the database, as an import would. */
export async function plantUnits(database: Database, root: Unit): Promise<void> {
  await database.inTransaction(async (tx) => {
    const epoch = await nextEpoch(tx, SINCE);
    for (const row of rowsOf(root, [], epoch)) {
      await tx.insert(OrgNode, row);
      await tx.insert(OrgParent, {
        id: newId(),
        nodeId: row.id ?? '',
        parentId: row.parentId ?? null,
        from: SINCE,
        to: null,
        epoch,
      });
    }
  });
}

/** A region with a mall of two stores. */
export const east: Unit = {
  code: 'EAST',
  type: 'region',
  children: [
    {
      code: 'MALL',
      type: 'mall',
      children: [
        { code: 'SHOP1', type: 'store' },
        { code: 'SHOP2', type: 'store' },
      ],
    },
  ],
};

/** HQ with two regions: the east, and the west with one store. */
export const smallChain: Unit = {
  code: 'HQ',
  type: 'headquarters',
  children: [east, { code: 'WEST', type: 'region', children: [{ code: 'SHOP3', type: 'store' }] }],
};
