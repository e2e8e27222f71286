import { performance } from 'node:perf_hooks';
import { nodeId, type Tree } from '@headwater/org-tree';
import { PolicyError, type AfterSalesRules, type KindKey, type PolicyDocument, type PolicySnapshot } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { Database } from '../database/database.js';
import { epochAt } from '../database/epoch.js';
import { EpochAhead } from '../tree/tree.errors.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { TreeService } from '../tree/tree.service.js';
import { NodeArchived } from './errors.js';
import { FactBook } from './fact-book.js';
import { loadFacts } from './load-facts.js';
import { loadFormerArchives, loadFormerParents, PastTrees } from './past-trees.js';
import { PolicyState } from './policy-state.js';

/** How long a state may be served without asking whether the epoch has moved on. */
const POLL_EVERY = 500;

/**
 * The rules of the whole chain in memory. One pointer to an immutable state, swapped when the epoch has moved on; whoever holds a
 * state keeps seeing that one.
 */
@Injectable()
export class PolicyEngine {
  private latest: PolicyState | null = null;
  private polledAt = -Infinity;
  private refreshing: Promise<PolicyState> | null = null;
  private past: { readonly of: Tree; readonly trees: Promise<PastTrees> } | null = null;
  private readonly pastSnapshots = new WeakMap<PolicyState, WeakMap<Tree, PolicySnapshot>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly trees: TreeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The committed rules, at most half a second old, and never older than the organization that this process has seen. */
  async current(): Promise<PolicyState> {
    const isRecent = performance.now() - this.polledAt < POLL_EVERY;
    if (!this.latest || !isRecent) return this.refresh();
    return this.latest.epoch >= this.trees.snapshot.epoch ? this.latest : this.refresh();
  }

  /** The committed rules of this epoch or a later one: what a read after a write asks for. @throws EpochAhead */
  async atLeast(minEpoch: number): Promise<PolicyState> {
    if (this.latest && this.latest.epoch >= minEpoch) return this.latest;
    const first = await this.refresh();
    // A refresh that somebody else had begun may have read the epoch before that commit.
    const state = first.epoch >= minEpoch ? first : await this.refresh();
    if (state.epoch < minEpoch) throw new EpochAhead(minEpoch, state.epoch);
    return state;
  }

  /**
   * The rules as a write transaction sees them, its own rows included. After `nextEpoch` in that transaction nobody else changes them
   * before the commit.
   */
  async fresh(tx: EntityManager): Promise<PolicyState> {
    return this.advance(tx, await this.trees.fresh(tx));
  }

  /** The resolved rules of a unit now or at another instant; a past one follows the path of then. @throws NotFound, NodeArchived */
  async resolve<K extends KindKey>(kind: K, node: string, at?: number): Promise<PolicyDocument<K>> {
    const state = await this.current();
    const now = this.clock.now();
    return resolveIn(await this.snapshotAt(state, at ?? now, now), kind, node, at ?? now);
  }

  /** The after-sales rules in force at a unit, now or at another instant. @throws NotFound, NodeArchived */
  async rules(node: string, at?: number): Promise<AfterSalesRules> {
    return (await this.resolve('afterSalesRules', node, at)).values;
  }

  /** P9: the epoch up to which facts were known at an instant; without one, all that the state knows. */
  async knownBy(state: PolicyState, then: number | null | undefined): Promise<number> {
    return then == null ? state.epoch : Math.min(state.epoch, await epochAt(this.database.read, then));
  }

  /** The facts of a state over the organization as it stood at an instant. */
  async snapshotAt(state: PolicyState, at: number, now = this.clock.now()): Promise<PolicySnapshot> {
    if (at >= now) return state.snapshot;
    const tree = (await this.pastTreesOf(state)).at(at);
    if (tree === state.tree.tree) return state.snapshot;
    const made = this.pastSnapshots.get(state) ?? new WeakMap<Tree, PolicySnapshot>();
    const snapshot = made.get(tree) ?? state.over(tree);
    this.pastSnapshots.set(state, made.set(tree, snapshot));
    return snapshot;
  }

  /** Past instants at which the path of a unit may have changed, sorted; between two of them it stood where it stood. */
  async erasOf(state: PolicyState, unit: string, now = this.clock.now()): Promise<number[]> {
    const turns = (await this.pastTreesOf(state)).turnsAbove(nodeId(unit));
    return [...new Set(turns)].filter((turn) => turn < now).sort((a, b) => a - b);
  }

  private pastTreesOf(state: PolicyState): Promise<PastTrees> {
    const today = state.tree.tree;
    if (this.past?.of === today) return this.past.trees;
    const { read } = this.database;
    const trees = Promise.all([loadFormerParents(read), loadFormerArchives(read)]).then(
      ([former, archives]) => new PastTrees(today, former, archives),
    );
    const past = { of: today, trees };
    this.past = past;
    // What failed is asked again by whoever comes next.
    trees.catch(() => {
      if (this.past === past) this.past = null;
    });
    return trees;
  }

  private refresh(): Promise<PolicyState> {
    this.refreshing ??= this.poll().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async poll(): Promise<PolicyState> {
    const polledAt = performance.now();
    const tree = await this.trees.current();
    const state = await this.advance(this.database.read, tree);
    this.latest = state;
    this.polledAt = polledAt;
    return state;
  }

  private async advance(manager: EntityManager, tree: TreeSnapshot): Promise<PolicyState> {
    const base = this.latest;
    const { epoch } = tree;
    if (base && base.epoch >= epoch && base.tree.tree === tree.tree) return base;
    if (!base) return PolicyState.of(tree, await loadFacts(manager, FactBook.empty, -1, epoch), epoch);
    return base.advance(tree, await loadFacts(manager, base.book, base.epoch, epoch), epoch);
  }
}

/** A document, or the refusal that names what is wrong with the question. */
export function resolveIn<K extends KindKey>(
  snapshot: PolicySnapshot,
  kind: K,
  node: string,
  at: number,
  knownAt?: number,
): PolicyDocument<K> {
  try {
    return snapshot.resolve(kind, nodeId(node), at, knownAt);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw error.code === 'ARCHIVED' ? new NodeArchived(node) : new NotFound('unit', node);
  }
}
