import type { ScopedRow } from '@headwater/access';
import { buildTree, isBranch, nodeId, type NodeId, type NodeType, type Tree } from '@headwater/org-tree';
import { ancestorColumns, ancestorPath } from '../database/ancestors.js';
import type { Ownership } from './org-node.entity.js';

/** What everybody may ask of a unit without a query. Instants are UTC epoch ms. */
export interface NodeFacts {
  readonly id: NodeId;
  readonly parentId: NodeId | null;
  readonly depth: number;
  readonly type: NodeType;
  readonly code: string;
  readonly name: string;
  readonly ownership: Ownership | null;
  readonly provinceCode: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly timeZone: string;
  readonly since: number;
  readonly archivedAt: number | null;
  readonly successorId: NodeId | null;
  readonly version: number;
}

/** The organization at one epoch: immutable, so that one request sees one tree. */
export class TreeSnapshot {
  private branchesBefore: Int32Array | null = null;

  private constructor(
    /** The epoch this was read at. */
    readonly epoch: number,
    /** The epoch of the newest change of a unit in it. */
    readonly changedAt: number,
    readonly nodes: ReadonlyMap<NodeId, NodeFacts>,
    readonly tree: Tree,
  ) {}

  /** @throws TreeError when the units make no tree */
  static of(epoch: number, changedAt: number, nodes: ReadonlyMap<NodeId, NodeFacts>): TreeSnapshot {
    return new TreeSnapshot(epoch, changedAt, nodes, buildTree([...nodes.values()]));
  }

  /** The same units, known to be so at a later epoch too. */
  stillAt(epoch: number): TreeSnapshot {
    return new TreeSnapshot(epoch, this.changedAt, this.nodes, this.tree);
  }

  get root(): NodeFacts {
    return this.require(this.tree.root);
  }

  has(id: string): boolean {
    return this.nodes.has(nodeId(id));
  }

  node(id: string): NodeFacts | undefined {
    return this.nodes.get(nodeId(id));
  }

  /** @throws RangeError for a unit that is not in the tree */
  require(id: string): NodeFacts {
    const node = this.node(id);
    if (!node) throw new RangeError(`no unit ${id} at epoch ${String(this.epoch)}`);
    return node;
  }

  /** Ids from the root down to the unit. */
  pathOf(id: NodeId): NodeId[] {
    return this.tree.pathOf(id);
  }

  /** Units from the root down to this one; empty for an unknown one. */
  path(id: string): NodeFacts[] {
    return this.has(id) ? this.pathOf(nodeId(id)).map((at) => this.require(at)) : [];
  }

  /** The unit as a row of its own subtree: what access asks about. */
  rowAt(id: string): ScopedRow {
    const path = this.has(id) ? this.pathOf(nodeId(id)) : [];
    return { ancestors: ancestorPath(ancestorColumns(path)) as (NodeId | null)[] };
  }

  /** Units directly below that are not archived. */
  childCount(id: string): number {
    return this.tree.childrenOf(nodeId(id)).filter((child) => this.require(child).archivedAt === null).length;
  }

  /** Branches at or below the unit that are not archived; O(1) after the first question. */
  branchCount(id: string): number {
    const position = this.tree.positionOf(nodeId(id));
    const before = this.countBranches();
    return (before[this.tree.endAt(position)] ?? 0) - (before[position] ?? 0);
  }

  private countBranches(): Int32Array {
    if (this.branchesBefore) return this.branchesBefore;
    const before = new Int32Array(this.tree.size + 1);
    for (let at = 0; at < this.tree.size; at += 1) {
      const counts = isBranch(this.tree.nodeAt(at).type) && this.tree.archivedFromAt(at) === Infinity;
      before[at + 1] = (before[at] ?? 0) + (counts ? 1 : 0);
    }
    this.branchesBefore = before;
    return before;
  }
}
