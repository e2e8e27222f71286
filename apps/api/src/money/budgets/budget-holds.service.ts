import { periodOf } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Database } from '../../database/database.js';
import { PromiseHolds, type PromiseHold, type PromiseHoldTold } from '../../policies/promise-holds.service.js';
import type { Payment } from '../../policies/promise.service.js';
import type { TreeSnapshot } from '../../tree/tree-snapshot.js';
import { BudgetTrip } from './budget.entity.js';

const UNITS_AT_ONCE = 500;

/** A payment, the units that budgets of its store and of those above it belong to, and its month there. */
interface Placed {
  readonly paidAt: number;
  readonly period: string;
  readonly path: readonly string[];
}

/**
 * S5: a budget that was used up, and whose action is to suspend, withholds the promise of every order that its unit and those below it are
 * paid for from then on, to the end of the month or until somebody changes it. Orders paid before keep their promise, whenever they are
 * recorded; so do those that are recorded at the same time as the trip and did not see it.
 */
@Injectable()
export class BudgetHolds implements PromiseHold {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PromiseHolds) holds: PromiseHolds,
  ) {
    holds.add(this);
  }

  async on(tx: EntityManager, payments: readonly Payment[], tree: TreeSnapshot): Promise<(string | null)[]> {
    return (await this.trips(tx, payments, tree)).map((trip) => trip?.id ?? null);
  }

  /** For each payment the budget that withholds its promise: asked of the units above, however many there are below. */
  async trips(tx: EntityManager, payments: readonly Payment[], tree: TreeSnapshot): Promise<(BudgetTrip | null)[]> {
    const placed = payments.map(({ nodeId, paidAt }): Placed => {
      const path = tree.path(nodeId);
      const period = periodOf(paidAt, path.at(-1)?.timeZone ?? 'UTC');
      return { paidAt, period, path: path.map(({ id }) => id) };
    });
    const found = await this.tripsAbove(tx, placed);
    return placed.map((payment) => holding(payment, found) ?? null);
  }

  async told(id: string): Promise<PromiseHoldTold | null> {
    const trip = await this.database.read.findOneBy(BudgetTrip, { id });
    if (!trip) return null;
    const { nodeId, reason, personName: authorName, at: from, period: month, amount, currency } = trip;
    return { nodeId, reason, authorName, from, budget: { month, amount, currency } };
  }

  private async tripsAbove(tx: EntityManager, placed: readonly Placed[]): Promise<BudgetTrip[]> {
    const units = [...new Set(placed.flatMap(({ path }) => path))].sort();
    const period = In([...new Set(placed.map((each) => each.period))]);
    const found: BudgetTrip[] = [];
    for (let from = 0; from < units.length; from += UNITS_AT_ONCE) {
      const nodeId = In(units.slice(from, from + UNITS_AT_ONCE));
      found.push(
        ...(await tx.find(BudgetTrip, { where: { nodeId, period, action: 'suspend' }, order: { at: 'ASC', id: 'ASC' } })),
      );
    }
    return found;
  }
}

/** The first that held then. */
const holding = ({ paidAt, period, path }: Placed, trips: readonly BudgetTrip[]): BudgetTrip | undefined =>
  trips.find(
    (trip) =>
      trip.period === period &&
      trip.at <= paidAt &&
      (trip.endedAt === null || paidAt < trip.endedAt) &&
      path.includes(trip.nodeId),
  );
