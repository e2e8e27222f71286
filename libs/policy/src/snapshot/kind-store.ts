import type { Tree } from '@headwater/org-tree';
import { noFacts, withAssigned, withExemption, withSuspension } from '../facts/node-facts.js';
import type { Assigned, NodeFacts } from '../facts/node-facts.js';
import type { Exemption, Suspension } from '../facts/types.js';
import type { PolicyDocument } from '../resolve/types.js';
import type { Epoch, Instant } from '../time.js';
import type { KindKey } from '../values/types.js';
import { Anchor } from './anchor.js';

export interface KindChanges {
  readonly assigned: readonly Assigned[];
  readonly suspensions: readonly Suspension[];
  readonly exemptions: readonly Exemption[];
}

const isEmpty = ({ assigned, suspensions, exemptions }: KindChanges): boolean =>
  assigned.length + suspensions.length + exemptions.length === 0;

/**
 * The facts of one kind over a tree, by pre-order position, and for each position its anchor: the nearest unit at or above it
 * that has any fact. A unit's document is its anchor's, so there are as many documents as facts, not as units. The root always
 * counts as an anchor.
 */
export class KindStore<K extends KindKey> {
  private constructor(
    private readonly kind: K,
    private readonly tree: Tree,
    readonly epoch: Epoch,
    private readonly facts: readonly (NodeFacts | undefined)[],
    private readonly anchorAt: Int32Array,
    private readonly anchors: (Anchor<K> | undefined)[],
  ) {}

  static empty<K extends KindKey>(kind: K, tree: Tree, epoch: Epoch): KindStore<K> {
    const nothing = new Array<undefined>(tree.size).fill(undefined);
    return new KindStore(kind, tree, epoch, nothing, new Int32Array(tree.size), [...nothing]);
  }

  /** The store after further facts. Anchors outside the touched subtrees keep the documents they have made. */
  with(changes: KindChanges, epoch: Epoch): KindStore<K> {
    if (isEmpty(changes)) return this.at(epoch);
    const facts = this.facts.slice();
    const touched = new Uint8Array(this.tree.size);
    const put = (nodeId: Suspension['nodeId'], change: (held: NodeFacts) => NodeFacts): void => {
      const position = this.tree.positionOf(nodeId);
      if (position < 0) return;
      facts[position] = change(facts[position] ?? noFacts);
      touched[position] = 1;
    };
    for (const added of changes.assigned) put(added.assignment.nodeId, (held) => withAssigned(held, added));
    for (const added of changes.suspensions) put(added.nodeId, (held) => withSuspension(held, added));
    for (const added of changes.exemptions) put(added.nodeId, (held) => withExemption(held, added));
    return this.relaid(facts, touched, epoch);
  }

  factsAt(position: number): NodeFacts {
    return this.facts[position] ?? noFacts;
  }

  /** Position of the anchor whose document the unit at `position` has. */
  anchorPosition(position: number): number {
    return this.anchorAt[position] ?? 0;
  }

  documentAt(position: number, at: Instant): PolicyDocument<K> {
    const anchor = this.anchors[this.anchorAt[position] ?? 0];
    if (anchor?.current && at >= anchor.from && at < anchor.to) return anchor.current;
    return this.anchorOf(position).documentAt(at);
  }

  /** The anchor of the unit at `position`, made on first use. */
  anchorOf(position: number): Anchor<K> {
    const home = this.anchorPosition(position);
    const parent = this.tree.parentAt(home);
    return (this.anchors[home] ??= new Anchor(
      this.kind,
      parent < 0 ? null : this.anchorOf(parent),
      this.factsAt(home),
      this.epoch,
    ));
  }

  private at(epoch: Epoch): KindStore<K> {
    return new KindStore(this.kind, this.tree, epoch, this.facts, this.anchorAt, this.anchors);
  }

  /** Lays the anchors out anew in one pass; `touched` spreads down, as what changed above changes all below. */
  private relaid(facts: readonly (NodeFacts | undefined)[], touched: Uint8Array, epoch: Epoch): KindStore<K> {
    const anchorAt = new Int32Array(this.tree.size);
    const anchors = this.anchors.slice();
    for (let position = 0; position < this.tree.size; position += 1) {
      const parent = this.tree.parentAt(position);
      if (parent >= 0 && touched[parent]) touched[position] = 1;
      if (touched[position]) anchors[position] = undefined;
      anchorAt[position] = facts[position] || parent < 0 ? position : (anchorAt[parent] ?? 0);
    }
    return new KindStore(this.kind, this.tree, epoch, facts, anchorAt, anchors);
  }
}
