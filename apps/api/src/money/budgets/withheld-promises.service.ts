import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../../auth/actor.js';
import { may, targetAt } from '../../auth/authorize.js';
import { Database } from '../../database/database.js';
import { Batch } from '../../orders/batch.js';
import type { Payment } from '../../policies/promise.service.js';
import { TreeService } from '../../tree/tree.service.js';
import { BudgetHolds } from './budget-holds.service.js';
import type { BudgetTrip } from './budget.entity.js';
import type { PromiseWithheldView } from './withheld.view.js';

/** S5: which budget withholds what an order would be promised if it were paid at a unit; one query for all units of a page. */
@Injectable()
export class WithheldPromises {
  private readonly batch = new Batch<BudgetTrip | null>(
    (keys) => this.trips(keys),
    () => null,
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(BudgetHolds) private readonly holds: BudgetHolds,
  ) {}

  /** @param at UTC epoch ms */
  async at(actor: StaffActor, unit: string, at: number): Promise<PromiseWithheldView | null> {
    const trip = await this.batch.load(JSON.stringify({ nodeId: unit, paidAt: at } satisfies Payment));
    if (!trip) return null;
    const { snapshot } = this.tree;
    const reads = may(actor, 'money.read', targetAt(snapshot, trip.nodeId));
    return {
      node: snapshot.require(trip.nodeId),
      month: trip.period,
      since: trip.at,
      budgetId: reads && trip.endedAt === null ? trip.budgetId : null,
    };
  }

  private async trips(keys: readonly string[]): Promise<Map<string, BudgetTrip | null>> {
    const payments = keys.map((key) => JSON.parse(key) as Payment);
    const trips = await this.holds.trips(this.database.read, payments, this.tree.snapshot);
    return new Map(keys.map((key, index) => [key, trips[index] ?? null]));
  }
}
