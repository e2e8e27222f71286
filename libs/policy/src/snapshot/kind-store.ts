import type { Tree } from '@headwater/org-tree';
import { noFacts, withAssigned, withExemption, withSuspension } from '../facts/node-facts.js';
import type { Assigned, NodeFacts } from '../facts/node-facts.js';
import type { Exemption, Suspension } from '../facts/types.js';
import type { PolicyDocument } from '../resolve/types.js';
import type { Epoch, Instant } from '../time.js';
import type { KindKey } from '../values/types.js';
import { Anchor } from './anchor.js';
import { Paged } from './paged.js';

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
function rootedBy(tree: Tree, facts: Paged<NodeFacts | undefined>): Rooted {
  const rooted = new Map<number, string>();
  for (let position = 0; position < facts.size; position += 1) {
    for (const { assignment } of facts.at(position)?.pilots ?? [])
      if (assignment.recordedTo === null) nameRoots(rooted, tree, assignment);
  }
  return rooted;
}

function nameRoots(rooted: Map<number, string>, tree: Tree, { id, cohort }: Assigned['assignment']): void {
  for (const root of new Set(cohort)) {
    const position = tree.positionOf(root);
    if (position >= 0) rooted.set(position, `${rooted.get(position) ?? ''} ${id}`);
  }
}

interface Range {
  readonly from: number;
  readonly end: number;
}

/** The subtrees of the units as stretches of positions, each position once. */
function rangesBelow(tree: Tree, positions: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (const from of positions.toSorted((a, b) => a - b))
    if (from >= (ranges.at(-1)?.end ?? 0)) ranges.push({ from, end: tree.endAt(from) });
  return ranges;
}

function forEachIn(ranges: readonly Range[], act: (position: number) => void): void {
  for (const { from, end } of ranges) for (let position = from; position < end; position += 1) act(position);
}

/** The home of a unit without facts: the one above, or where pilots name it the first unit that the same pilots name there. */
function firstLike(firsts: Map<string, number>, above: number, pilots: string | undefined, position: number): number {
  if (pilots === undefined) return above;
  const key = `${String(above)}${pilots}`;
  const first = firsts.get(key) ?? position;
  firsts.set(key, first);
  return first;
}

/** A unit that documents are made at, with what makes them once somebody asked, and the one last asked for with its stretch of time. */
interface Home<K extends KindKey> {
  readonly position: number;
  anchor: Anchor<K> | undefined;
  from: Instant;
  to: Instant;
  current: PolicyDocument<K> | undefined;
}

const homeAt = <K extends KindKey>(position: number): Home<K> => ({
  ...{ position, anchor: undefined, from: NaN, to: NaN, current: undefined },
});

/**
 * The facts of one kind over a tree, by pre-order position, and for each position its home: the nearest unit at or above it
 * that has any fact. A unit's document is its home's, so there are as many documents as facts, not as units. The root always
 * counts as a home, and so does each root of a pilot's cohort (P11); those that differ by nothing but their name share the first
 * one's, so that a pilot in thousands of stores makes no more documents than it has places.
 */
export class KindStore<K extends KindKey> {
  private constructor(
    private readonly kind: K,
    private readonly tree: Tree,
    readonly epoch: Epoch,
    private readonly facts: Paged<NodeFacts | undefined>,
    private readonly homes: Paged<Home<K> | undefined>,
    private readonly rooted: Rooted,
  ) {}

  static empty<K extends KindKey>(kind: K, tree: Tree, epoch: Epoch): KindStore<K> {
    const root: Home<K> = homeAt(0);
    return new KindStore(kind, tree, epoch, Paged.filled(tree.size, undefined), Paged.filled(tree.size, root), new Map());
  }

  /** The store after further facts. Homes outside the touched subtrees keep the documents they have made. */
  with(changes: KindChanges, epoch: Epoch): KindStore<K> {
    if (isEmpty(changes)) return this.at(epoch);
    const facts = this.facts.fork();
    const touched: number[] = [];
    const put = (nodeId: Suspension['nodeId'], change: (held: NodeFacts) => NodeFacts): void => {
      const position = this.tree.positionOf(nodeId);
      if (position < 0) return;
      facts.put(position, change(facts.at(position) ?? noFacts));
      touched.push(position);
    };
    for (const added of changes.assigned) put(added.assignment.nodeId, (held) => withAssigned(held, added));
    for (const added of changes.suspensions) put(added.nodeId, (held) => withSuspension(held, added));
    for (const added of changes.exemptions) put(added.nodeId, (held) => withExemption(held, added));
    const arePiloted = this.rooted.size > 0 || changes.assigned.some(({ assignment }) => assignment.cohort);
    return this.relaid(facts, touched, arePiloted ? rootedBy(this.tree, facts) : this.rooted, epoch);
  }

  /** The same facts over another tree; those of units that it does not hold are left out. */
  over(tree: Tree): KindStore<K> {
    const facts = Paged.filled<NodeFacts | undefined>(tree.size, undefined);
    for (let position = 0; position < this.tree.size; position += 1) {
      const held = this.facts.at(position);
      if (held) facts.put(tree.positionOf(this.tree.idAt(position)), held);
    }
    return KindStore.empty(this.kind, tree, this.epoch).relaid(facts, [0], rootedBy(tree, facts), this.epoch);
  }

  factsAt(position: number): NodeFacts {
    return this.facts.at(position) ?? noFacts;
  }

  /** Position of the unit whose document the unit at `position` has. */
  anchorPosition(position: number): number {
    return this.homes.at(position)?.position ?? 0;
  }

  documentAt(position: number, at: Instant): PolicyDocument<K> {
    const home = this.homes.at(position);
    // A question about the present costs two comparisons.
    if (home?.current && at >= home.from && at < home.to) return home.current;
    const { document, from, to } = this.anchorOf(position).stretchAt(at);
    if (home) Object.assign(home, { current: document, from, to });
    return document;
  }

  /** The anchor of the unit at `position`, made on first use. */
  anchorOf(position: number): Anchor<K> {
    const home = this.homes.at(position) ?? homeAt<K>(0);
    return (home.anchor ??= this.anchorAt(home.position));
  }

  private anchorAt(position: number): Anchor<K> {
    const parent = this.tree.parentAt(position);
    return new Anchor(
      this.kind,
      parent < 0 ? null : this.anchorOf(parent),
      this.factsAt(position),
      this.tree.pathOf(this.tree.idAt(position)),
      this.rooted.has(position),
      this.epoch,
    );
  }

  private at(epoch: Epoch): KindStore<K> {
    return new KindStore(this.kind, this.tree, epoch, this.facts, this.homes, this.rooted);
  }

  /**
   * Finds the homes anew below the touched units, as what changed above changes all below. Where pilots name units, everywhere:
   * those that share a home may stand anywhere under it.
   */
  private relaid(facts: Paged<NodeFacts | undefined>, touched: readonly number[], rooted: Rooted, epoch: Epoch): KindStore<K> {
    const homes = this.homes.fork();
    const firsts = new Map<string, number>();
    const below = rangesBelow(this.tree, touched);
    forEachIn(below, (position) => homes.put(position, undefined));
    const arePiloted = this.rooted.size > 0 || rooted.size > 0;
    forEachIn(arePiloted ? rangesBelow(this.tree, [0]) : below, (position) => {
      const parent = this.tree.parentAt(position);
      const above = parent < 0 ? position : (homes.at(parent)?.position ?? 0);
      const home = facts.at(position) ? position : firstLike(firsts, above, rooted.get(position), position);
      const held = homes.at(home);
      homes.put(position, held?.position === home ? held : homeAt(home));
    });
    return new KindStore(this.kind, this.tree, epoch, facts, homes, rooted);
  }
}
