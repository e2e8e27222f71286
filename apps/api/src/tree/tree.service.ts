import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database.js';
import { currentEpoch } from '../database/epoch.js';
import { loadNodesAfter } from './load-nodes.js';
import { EpochAhead, NoOrganization } from './tree.errors.js';
import { TreeSnapshot } from './tree-snapshot.js';

/** Keeps the newest snapshot of the organization; every instance finds out by the epoch that it has moved on. */
@Injectable()
export class TreeService {
  private latest: TreeSnapshot | null = null;

  constructor(@Inject(Database) private readonly database: Database) {}

  /** The newest snapshot known here, without a query: for names and paths in the rest of a request that asked `current` once. */
  get snapshot(): TreeSnapshot {
    if (!this.latest) throw new NoOrganization();
    return this.latest;
  }

  /** The committed organization: one read of the epoch, and where that moved, of the units that changed. @throws NoOrganization */
  async current(): Promise<TreeSnapshot> {
    const epoch = await currentEpoch(this.database.read);
    if (this.latest && this.latest.epoch >= epoch) return this.latest;
    return this.keep(await this.advance(this.database.read, epoch));
  }

  /** The newest epoch known here, without a query; null before anybody asked for the organization. */
  get knownEpoch(): number | null {
    return this.latest?.epoch ?? null;
  }

  /** From here on nothing in this process answers from before this epoch, its rules included. @throws NoOrganization, EpochAhead */
  async atLeast(minEpoch: number): Promise<void> {
    if (this.latest && this.latest.epoch >= minEpoch) return;
    const { epoch } = await this.current();
    if (epoch < minEpoch) throw new EpochAhead(minEpoch, epoch);
  }

  /**
   * The organization as a write transaction sees it, its own changes included. A transaction that begins with `nextEpoch` has it to
   * itself until the commit; one that reads before would, on MySQL, go on seeing what it saw then.
   * @throws NoOrganization
   */
  async fresh(tx: EntityManager): Promise<TreeSnapshot> {
    return this.advance(tx, await currentEpoch(tx));
  }

  private async advance(manager: EntityManager, epoch: number): Promise<TreeSnapshot> {
    const base = this.latest;
    const { nodes, changedAt } = await loadNodesAfter(manager, base?.changedAt ?? -1);
    if (base && nodes.length === 0) return base.stillAt(epoch);
    const all = new Map(base?.nodes);
    for (const node of nodes) all.set(node.id, node);
    if (all.size === 0) throw new NoOrganization();
    return TreeSnapshot.of(epoch, changedAt, all);
  }

  /** Reads may end in another order than they began. */
  private keep(snapshot: TreeSnapshot): TreeSnapshot {
    if (!this.latest || snapshot.epoch > this.latest.epoch) this.latest = snapshot;
    return this.latest;
  }
}
