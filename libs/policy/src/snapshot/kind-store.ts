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

/** Positions that pilots name, each with the ids of those pilots in one line. */
type Rooted = ReadonlyMap<number, string>;

/** Withdrawn pilots name nobody any more: who asks about earlier epochs folds the whole path. */
function rootedBy(tree: Tree, facts: readonly (NodeFacts | undefined)[]): Rooted {
  const rooted = new Map<number, string>();
  for (const each of facts) {
    for (const { assignment } of each?.pilots ?? []) if (assignment.recordedTo === null) nameRoots(rooted, tree, assignment);
  }
  return rooted;
}

function nameRoots(rooted: Map<number, string>, tree: Tree, { id, cohort }: Assigned['assignment']): void {
  for (const root of new Set(cohort)) {
    const position = tree.positionOf(root);
    if (position >= 0) rooted.set(position, `${rooted.get(position) ?? ''} ${id}`);
  }
}

/** The anchor of a unit without facts: the one above, or where pilots name it the first unit that the same pilots name there. */
function firstLike(firsts: Map<string, number>, above: number, pilots: string | undefined, position: number): number {
  if (pilots === undefined) return above;
  const key = `${String(above)}${pilots}`;
  const first = firsts.get(key) ?? position;
  firsts.set(key, first);
  return first;
}

/**
 * The facts of one kind over a tree, by pre-order position, and for each position its anchor: the nearest unit at or above it
 * that has any fact. A unit's document is its anchor's, so there are as many documents as facts, not as units. The root always
 * counts as an anchor, and so does each root of a pilot's cohort (P11); those that differ by nothing but their name share the first
 * one's, so that a pilot in thousands of stores makes no more documents than it has places.
 */
export class KindStore<K extends KindKey> {
  private constructor(
    private readonly kind: K,
    private readonly tree: Tree,
    readonly epoch: Epoch,
    private readonly facts: readonly (NodeFacts | undefined)[],
    private readonly anchorAt: Int32Array,
    private readonly anchors: (Anchor<K> | undefined)[],
    private readonly rooted: Rooted,
  ) {}

  static empty<K extends KindKey>(kind: K, tree: Tree, epoch: Epoch): KindStore<K> {
    const nothing = new Array<undefined>(tree.size).fill(undefined);
    return new KindStore(kind, tree, epoch, nothing, new Int32Array(tree.size), [...nothing], new Map());
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

  /** The same facts over another tree; those of units that it does not hold are left out. */
  over(tree: Tree): KindStore<K> {
    const facts = new Array<NodeFacts | undefined>(tree.size).fill(undefined);
    for (const [position, held] of this.facts.entries()) {
      const place = held ? tree.positionOf(this.tree.idAt(position)) : -1;
      if (place >= 0) facts[place] = held;
    }
    return KindStore.empty(this.kind, tree, this.epoch).relaid(facts, new Uint8Array(tree.size), this.epoch);
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
      this.tree.pathOf(this.tree.idAt(home)),
      this.rooted.has(home),
      this.epoch,
    ));
  }

  private at(epoch: Epoch): KindStore<K> {
    return new KindStore(this.kind, this.tree, epoch, this.facts, this.anchorAt, this.anchors, this.rooted);
  }

  /** Lays the anchors out anew in one pass; `touched` spreads down, as what changed above changes all below. */
  private relaid(facts: readonly (NodeFacts | undefined)[], touched: Uint8Array, epoch: Epoch): KindStore<K> {
    const anchorAt = new Int32Array(this.tree.size);
    const anchors = this.anchors.slice();
    const rooted = rootedBy(this.tree, facts);
    const firsts = new Map<string, number>();
    for (let position = 0; position < this.tree.size; position += 1) {
      const parent = this.tree.parentAt(position);
      if (parent >= 0 && touched[parent]) touched[position] = 1;
      if (touched[position]) anchors[position] = undefined;
      const above = parent < 0 ? position : (anchorAt[parent] ?? 0);
      anchorAt[position] = facts[position] ? position : firstLike(firsts, above, rooted.get(position), position);
    }
    return new KindStore(this.kind, this.tree, epoch, facts, anchorAt, anchors, rooted);
  }
}
