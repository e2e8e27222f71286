import type { NodeType } from '@headwater/org-tree';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/ids.js';
import { ancestorColumns } from '../database/ancestors.js';
import { OrgNode, OrgParent, type Ownership } from '../tree/org-node.entity.js';

/** What is known of a unit apart from its place. */
export interface NodeDetails {
  readonly ownership?: Ownership | null;
  readonly provinceCode?: string | null;
  readonly province?: string | null;
  readonly city?: string | null;
  readonly address?: string | null;
  readonly postcode?: string | null;
  readonly phone?: string | null;
  readonly longitude?: number | null;
  readonly latitude?: number | null;
  /** Profile and key of the row the unit was imported from. */
  readonly source?: string | null;
  readonly externalId?: string | null;
}

export interface NewNode extends NodeDetails {
  readonly id: string;
  /** Ids from HQ down to the unit above; empty for HQ itself. */
  readonly above: readonly string[];
  readonly type: NodeType;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  /** UTC epoch ms. */
  readonly since: number;
}

/** With 33 columns a row this stays below SQLite's 32,766 parameters. */
const ROWS = 500;

const blank = {
  ownership: null,
  provinceCode: null,
  province: null,
  city: null,
  address: null,
  postcode: null,
  phone: null,
  longitude: null,
  latitude: null,
  source: null,
  externalId: null,
} as const satisfies NodeDetails;

function rowOf({ above, ...node }: NewNode, epoch: number): Omit<OrgNode, 'archivedAt' | 'successorId'> {
  const parentId = above.at(-1) ?? null;
  return { ...blank, ...node, ...ancestorColumns([...above, node.id]), parentId, depth: above.length, epoch, version: 1 };
}

/** Adds units whose place the caller has checked, each with the first entry of its history of parents. The epoch is the transaction's. */
export async function insertNodes(tx: EntityManager, nodes: readonly NewNode[], epoch: number): Promise<void> {
  for (let from = 0; from < nodes.length; from += ROWS) {
    const some = nodes.slice(from, from + ROWS);
    await tx.insert(
      OrgNode,
      some.map((node) => rowOf(node, epoch)),
    );
    await tx.insert(
      OrgParent,
      some.map(({ id, above, since }) => ({
        id: newId(),
        nodeId: id,
        parentId: above.at(-1) ?? null,
        from: since,
        to: null,
        epoch,
      })),
    );
  }
}
