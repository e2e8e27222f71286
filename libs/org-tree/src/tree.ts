import { TreeError } from './errors.js';
import { isBranch } from './type-matrix.js';
import type { NodeId, TreeNode } from './types.js';

/** A tree laid out in pre-order: a subtree is the slice `[position, end)` of every array. */
export interface TreeLayout {
  /** The nodes as they were given, which fixes the order of siblings. */
  readonly input: readonly TreeNode[];
  readonly nodes: readonly TreeNode[];
  readonly positions: ReadonlyMap<NodeId, number>;
  /** Position of the parent, -1 at the root. */
  readonly parents: Int32Array;
  readonly ends: Int32Array;
  readonly depths: Int32Array;
  /** Earliest archiving instant of the node or any ancestor, Infinity where there is none. */
  readonly archivedFrom: Float64Array;
}

/** The organization at one moment. Immutable; built by `buildTree`. Siblings keep the order in which they were given. */
export class Tree {
  constructor(private readonly layout: TreeLayout) {}

  get root(): NodeId {
    return this.idAt(0);
  }

  get size(): number {
    return this.layout.nodes.length;
  }

  /** The nodes in the order in which they were given. */
  get nodes(): readonly TreeNode[] {
    return this.layout.input;
  }

  has(id: NodeId): boolean {
    return this.layout.positions.has(id);
  }

  get(id: NodeId): TreeNode | undefined {
    const position = this.layout.positions.get(id);
    return position === undefined ? undefined : this.layout.nodes[position];
  }

  /** Pre-order position of a node, from 0 at the root; -1 for an unknown one. */
  positionOf(id: NodeId): number {
    return this.layout.positions.get(id) ?? -1;
  }

  /** @throws RangeError outside `[0, size)` */
  nodeAt(position: number): TreeNode {
    const node = this.layout.nodes[position];
    if (!node) throw new RangeError(`no node at ${position}`);
    return node;
  }

  /** @throws RangeError outside `[0, size)` */
  idAt(position: number): NodeId {
    return this.nodeAt(position).id;
  }

  /** Position of the parent, -1 at the root. */
  parentAt(position: number): number {
    return this.layout.parents[position] ?? -1;
  }

  /** One past the last position of the subtree that starts at `position`. */
  endAt(position: number): number {
    return this.layout.ends[position] ?? position;
  }

  /** Instant (UTC epoch ms) from which the node or one above it is archived; Infinity where none is. */
  archivedFromAt(position: number): number {
    return this.layout.archivedFrom[position] ?? Infinity;
  }

  /** From the root down to the node itself. @throws TreeError UNKNOWN_NODE */
  pathOf(id: NodeId): NodeId[] {
    const path: NodeId[] = [];
    for (let at = this.require(id); at >= 0; at = this.parentAt(at)) path.push(this.idAt(at));
    return path.reverse();
  }

  /** Levels under the root, 0 at the root. @throws TreeError UNKNOWN_NODE */
  depthOf(id: NodeId): number {
    return this.layout.depths[this.require(id)] ?? 0;
  }

  /** Whether `id` is `ancestor` or stands below it. @throws TreeError UNKNOWN_NODE */
  isWithin(id: NodeId, ancestor: NodeId): boolean {
    const above = this.require(ancestor);
    const position = this.require(id);
    return position >= above && position < this.endAt(above);
  }

  /** Direct children, archived ones included. @throws TreeError UNKNOWN_NODE */
  childrenOf(id: NodeId): NodeId[] {
    const parent = this.require(id);
    const children: NodeId[] = [];
    for (let at = parent + 1; at < this.endAt(parent); at = this.endAt(at)) children.push(this.idAt(at));
    return children;
  }

  /** The node and all below it in pre-order, archived ones included. @throws TreeError UNKNOWN_NODE */
  subtree(id: NodeId): Iterable<NodeId> {
    return this.slice(this.require(id), () => true);
  }

  /** @throws TreeError UNKNOWN_NODE */
  subtreeSize(id: NodeId): number {
    const position = this.require(id);
    return this.endAt(position) - position;
  }

  /** Levels of the subtree below the node, 0 for a leaf. @throws TreeError UNKNOWN_NODE */
  heightOf(id: NodeId): number {
    const top = this.require(id);
    let deepest = 0;
    for (const depth of this.layout.depths.subarray(top, this.endAt(top))) deepest = Math.max(deepest, depth);
    return deepest - this.depthOf(id);
  }

  /** Branches at or below the node that are not archived, in pre-order. @throws TreeError UNKNOWN_NODE */
  branchesWithin(id: NodeId): Iterable<NodeId> {
    return this.slice(this.require(id), (node, at) => isBranch(node.type) && this.archivedFromAt(at) === Infinity);
  }

  private *slice(from: number, keep: (node: TreeNode, position: number) => boolean): Generator<NodeId> {
    for (let at = from; at < this.endAt(from); at += 1) {
      const node = this.nodeAt(at);
      if (keep(node, at)) yield node.id;
    }
  }

  private require(id: NodeId): number {
    const position = this.positionOf(id);
    if (position < 0) throw new TreeError('UNKNOWN_NODE', [id]);
    return position;
  }
}
