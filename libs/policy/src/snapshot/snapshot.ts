import type { NodeId, Tree } from '@headwater/org-tree';
import { PolicyError } from '../errors.js';
import { heldFor, liveExemptions, liveOn } from '../facts/node-facts.js';
import type { Assigned, NodeFacts } from '../facts/node-facts.js';
import type { Exemption, PolicyVersion, Track } from '../facts/types.js';
import type { VersionId } from '../ids.js';
import { foldPath } from '../resolve/fold.js';
import type { Step } from '../resolve/fold.js';
import type { PolicyDocument } from '../resolve/types.js';
import { stretchAt } from '../timeline.js';
import type { Epoch, Instant } from '../time.js';
import type { KindKey } from '../values/types.js';
import { changesOf } from './facts-input.js';
import type { Facts } from './facts-input.js';
import { KindStore } from './kind-store.js';
import type { KindChanges } from './kind-store.js';

type Stores = { readonly [K in KindKey]: KindStore<K> };
type Versions = Map<VersionId, PolicyVersion>;

/** All policy facts of a chain over its tree, as known at one epoch. Immutable; see `buildSnapshot`. */
export class PolicySnapshot {
  private constructor(
    readonly tree: Tree,
    readonly epoch: Epoch,
    private readonly stores: Stores,
    /** Versions never change and are never taken back, so all later snapshots share this map and add to it. */
    private readonly versions: Versions,
  ) {}

  /** @throws PolicyError UNKNOWN_VERSION */
  static build({ tree, epoch, ...facts }: SnapshotInput): PolicySnapshot {
    const empty: Stores = {
      returnShippingSubsidy: KindStore.empty('returnShippingSubsidy', tree, epoch),
      afterSalesRules: KindStore.empty('afterSalesRules', tree, epoch),
      serviceScripts: KindStore.empty('serviceScripts', tree, epoch),
      riskLimits: KindStore.empty('riskLimits', tree, epoch),
    };
    return new PolicySnapshot(tree, epoch, empty, new Map()).withFacts(facts, epoch);
  }

  /**
   * The snapshot after further facts, known by `epoch`. Costs one pass over the units below what was pushed.
   * @throws PolicyError UNKNOWN_VERSION
   */
  withFacts(facts: Partial<Facts>, epoch: Epoch): PolicySnapshot {
    for (const version of facts.versions ?? []) this.versions.set(version.id, version);
    const told = { assignments: [], suspensions: [], exemptions: [], ...facts };
    return this.next(epoch, (kind) => changesOf(kind, told, this.versions, epoch));
  }

  /** The snapshot as if one more assignment had been recorded, after all others. */
  suppose(supposed: Assigned): PolicySnapshot {
    const epoch = this.epoch + 1;
    const assignment = { ...supposed.assignment, recordedFrom: epoch, recordedTo: null };
    return this.next(epoch, (kind) => ({
      assigned: assignment.kind === kind ? [{ ...supposed, assignment }] : [],
      suspensions: [],
      exemptions: [],
    }));
  }

  /** The same facts over another tree, such as one after a move. Facts of units that it does not hold are left out. */
  over(tree: Tree): PolicySnapshot {
    const { returnShippingSubsidy, afterSalesRules, serviceScripts, riskLimits } = this.stores;
    const stores: Stores = {
      returnShippingSubsidy: returnShippingSubsidy.over(tree),
      afterSalesRules: afterSalesRules.over(tree),
      serviceScripts: serviceScripts.over(tree),
      riskLimits: riskLimits.over(tree),
    };
    return new PolicySnapshot(tree, this.epoch, stores, this.versions);
  }

  /**
   * The effective rules of a unit at an instant, as known now or at an earlier epoch. The document is frozen and shared.
   * @throws PolicyError UNKNOWN_NODE, ARCHIVED
   */
  resolve<K extends KindKey>(kind: K, nodeId: NodeId, at: Instant, knownAt?: Epoch): PolicyDocument<K> {
    const position = this.activeAt(nodeId, at);
    if (knownAt !== undefined && knownAt < this.epoch) return foldPath(kind, this.pathOf(kind, nodeId), at, knownAt);
    return this.stores[kind].documentAt(position, at);
  }

  /** The units from the root down to this one, each with its facts of the kind. @throws TreeError UNKNOWN_NODE */
  pathOf(kind: KindKey, nodeId: NodeId): Step[] {
    return this.tree.pathOf(nodeId).map((id) => ({ nodeId: id, facts: this.factsOf(kind, id) }));
  }

  /** The facts of one unit, withdrawn ones included. @throws PolicyError UNKNOWN_NODE */
  factsOf(kind: KindKey, nodeId: NodeId): NodeFacts {
    return this.stores[kind].factsAt(this.positionOf(nodeId));
  }

  /** What holds on one track of a unit for everyone: the ordinary assignment and its version. @throws PolicyError UNKNOWN_NODE */
  heldOn(kind: KindKey, nodeId: NodeId, track: Track, at: Instant): Assigned | undefined {
    return liveOn(this.factsOf(kind, nodeId), track, at, this.epoch);
  }

  /** What one track of `nodeId` says to a unit at or below it: the pilot that covers it, else the ordinary assignment. @throws PolicyError UNKNOWN_NODE */
  heldFor(kind: KindKey, nodeId: NodeId, track: Track, forNode: NodeId, at: Instant, knownAt = this.epoch): Assigned | undefined {
    return heldFor(this.factsOf(kind, nodeId), track, this.tree.pathOf(forNode), at, knownAt);
  }

  /** The exemptions that hold on the way to a unit, root-most first; those over a unit that is no ancestor lie dormant. @throws PolicyError UNKNOWN_NODE */
  exemptionsOn(kind: KindKey, nodeId: NodeId, at: Instant, knownAt = this.epoch): Exemption[] {
    return this.pathOf(kind, nodeId).flatMap(({ facts }) => liveExemptions(facts, at, knownAt));
  }

  /** Instants at which the unit's rules may change: a known fact on its path begins or ends. Sorted. @throws PolicyError UNKNOWN_NODE */
  turnsOf(kind: KindKey, nodeId: NodeId): readonly Instant[] {
    return this.stores[kind].anchorOf(this.positionOf(nodeId)).turns;
  }

  /** Pre-order position of the unit whose document that at `position` has: the nearest at or above it with any fact of the kind, or a root
   *  of the same pilots. Equal anchors, equal documents. */
  anchorPosition(kind: KindKey, position: number): number {
    return this.stores[kind].anchorPosition(position);
  }

  /** From when to when what the unit at `position` has at `at` does not change, `[from, to)`. */
  stretchAt(kind: KindKey, position: number, at: Instant): { from: Instant; to: Instant } {
    const { turns } = this.stores[kind].anchorOf(position);
    const stretch = stretchAt(turns, at);
    return { from: turns[stretch - 1] ?? -Infinity, to: turns[stretch] ?? Infinity };
  }

  version(id: VersionId): PolicyVersion | undefined {
    return this.versions.get(id);
  }

  private next(epoch: Epoch, changes: (kind: KindKey) => KindChanges): PolicySnapshot {
    const { returnShippingSubsidy, afterSalesRules, serviceScripts, riskLimits } = this.stores;
    const stores: Stores = {
      returnShippingSubsidy: returnShippingSubsidy.with(changes('returnShippingSubsidy'), epoch),
      afterSalesRules: afterSalesRules.with(changes('afterSalesRules'), epoch),
      serviceScripts: serviceScripts.with(changes('serviceScripts'), epoch),
      riskLimits: riskLimits.with(changes('riskLimits'), epoch),
    };
    return new PolicySnapshot(this.tree, epoch, stores, this.versions);
  }

  private positionOf(nodeId: NodeId): number {
    const position = this.tree.positionOf(nodeId);
    if (position < 0) throw new PolicyError('UNKNOWN_NODE', nodeId);
    return position;
  }

  private activeAt(nodeId: NodeId, at: Instant): number {
    const position = this.positionOf(nodeId);
    if (at >= this.tree.archivedFromAt(position)) throw new PolicyError('ARCHIVED', nodeId);
    return position;
  }
}

export interface SnapshotInput extends Partial<Facts> {
  readonly tree: Tree;
  readonly epoch: Epoch;
}

/**
 * The fast engine: every unit's rules in O(1), from facts in any order. Facts recorded after `epoch` are not known yet; hand
 * them to `withFacts` when they are. After a change of the tree, build anew. Facts of units that the tree does not hold are left
 * out, so that a tree of the past can be asked.
 * @throws PolicyError UNKNOWN_VERSION
 */
export const buildSnapshot = (input: SnapshotInput): PolicySnapshot => PolicySnapshot.build(input);
