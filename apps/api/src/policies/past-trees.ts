import { buildTree, nodeId, type NodeId, type Tree } from '@headwater/org-tree';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { OrgArchive, OrgParent } from '../tree/org-node.entity.js';

/** A parent that a unit has no longer: `[from, to)`, UTC epoch ms. */
interface FormerParent {
  readonly nodeId: NodeId;
  readonly parentId: NodeId | null;
  readonly from: number;
  readonly to: number;
}

/** The parents that units once had; empty in a chain where nothing ever moved. */
export async function loadFormerParents(manager: EntityManager): Promise<FormerParent[]> {
  const rows = await manager.findBy(OrgParent, { to: Not(IsNull()) });
  return rows.map(({ nodeId: id, parentId, from, to }) => ({
    nodeId: nodeId(id),
    parentId: parentId === null ? null : nodeId(parentId),
    from,
    to: to ?? from,
  }));
}

/** A time in which a unit was archived that is so no longer: `[from, to)`, UTC epoch ms. */
interface FormerArchive {
  readonly nodeId: NodeId;
  readonly from: number;
  readonly to: number;
}

/** When units were archived that were restored since; empty in a chain where none ever was. */
export async function loadFormerArchives(manager: EntityManager): Promise<FormerArchive[]> {
  const rows = await manager.find(OrgArchive);
  return rows.map(({ nodeId: id, from, to }) => ({ nodeId: nodeId(id), from, to }));
}

/** A chain moves often over the years, and each organization is as large as today's. */
const KEPT = 8;

/**
 * The organizations of the past (O2: the path of then; P9: archived then, and restored since). Between two turns there is one, made when
 * it is asked for; those last asked for are kept. A unit that did not exist yet keeps its place of today.
 */
export class PastTrees {
  private readonly turns: readonly number[];
  private readonly made = new Map<number, Tree>();

  constructor(
    private readonly today: Tree,
    private readonly former: readonly FormerParent[],
    private readonly archives: readonly FormerArchive[] = [],
  ) {
    this.turns = [...new Set([...former, ...archives].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  }

  at(instant: number): Tree {
    const era = this.turns.filter((turn) => turn <= instant).length;
    const tree = this.made.get(era) ?? this.make(instant);
    this.made.delete(era);
    this.made.set(era, tree);
    for (const oldest of [...this.made.keys()].slice(0, -KEPT)) this.made.delete(oldest);
    return tree;
  }

  /** The instants at which a unit's path may have changed, or it came and went: it, or whoever was ever above it, was moved or restored. */
  turnsAbove(unit: NodeId): number[] {
    const above = new Set<NodeId>([unit]);
    for (const id of above) for (const parent of this.parentsOf(id)) above.add(parent);
    return [...this.former, ...this.archives].filter(({ nodeId: id }) => above.has(id)).flatMap(({ from, to }) => [from, to]);
  }

  private parentsOf(unit: NodeId): NodeId[] {
    const former = this.former.filter(({ nodeId: id }) => id === unit).map(({ parentId }) => parentId);
    const position = this.today.positionOf(unit);
    const parent = position < 0 ? null : this.today.nodeAt(position).parentId;
    return [parent, ...former].filter((id) => id !== null);
  }

  private make(instant: number): Tree {
    const holds = ({ from, to }: FormerArchive) => from <= instant && instant < to;
    const parents = new Map(this.former.filter(holds).map(({ nodeId: id, parentId }) => [id, parentId]));
    const archives = new Map(this.archives.filter(holds).map(({ nodeId: id, from }) => [id, from]));
    if (parents.size + archives.size === 0) return this.today;
    return buildTree(
      this.today.nodes.map((node) => {
        const [parentId, archivedAt] = [parents.get(node.id), archives.get(node.id)];
        return { ...node, ...(parentId !== undefined && { parentId }), ...(archivedAt !== undefined && { archivedAt }) };
      }),
    );
  }
}
