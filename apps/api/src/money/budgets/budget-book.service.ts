import { budgetUse, type BudgetUse, type Entry } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BudgetTrips } from './budget-trips.service.js';

/** As many units as one statement names. */
const AT_ONCE = 500;

/** S5: what stores spend, kept in the transaction that posts it, so that it is exact whoever posts beside it. */
@Injectable()
export class BudgetBook {
  constructor(@Inject(BudgetTrips) private readonly trips: BudgetTrips) {}

  /** Entries were posted, in the months in which they landed. */
  async post(tx: EntityManager, entries: readonly Entry[], now: number): Promise<void> {
    for (const uses of inGroups(budgetUse(entries))) await this.spend(tx, uses, now);
  }

  /** Uses of one kind, month and currency, in the order of their units. */
  private async spend(tx: EntityManager, uses: readonly BudgetUse[], now: number): Promise<void> {
    const [{ kind, period, currency } = { kind: '', period: '', currency: '' }] = uses;
    const units = uses.map(({ nodeId }) => nodeId);
    const where = `kind = ? AND period = ? AND currency = ? AND exact = ? AND node_id IN (${units.map(() => '?').join(', ')})`;
    const of = [kind, period, currency, 1, ...units];
    const sums = uses.map(() => 'WHEN ? THEN ?').join(' ');
    // By that index alone: on MySQL another one would hold budgets of other units too.
    const budgets =
      tx.dataSource.options.type === 'better-sqlite3' ? 'budget INDEXED BY ux_budget' : 'budget FORCE INDEX (ux_budget)';
    await tx.query(`UPDATE ${budgets} SET spent = spent + CASE node_id ${sums} ELSE 0 END WHERE ${where}`, [
      ...uses.flatMap(({ nodeId, amount }) => [nodeId, amount]),
      ...of,
    ]);
    const near = await tx.query<{ id: string }[]>(
      `SELECT id FROM ${budgets} WHERE ${where} AND (warned_at IS NULL OR trip_id IS NULL) AND 5 * (spent + committed) >= 4 * amount`,
      of,
    );
    if (near.length > 0)
      await this.trips.consider(
        tx,
        near.map(({ id }) => id),
        now,
      );
  }
}

function inGroups(uses: readonly BudgetUse[]): BudgetUse[][] {
  const groups = new Map<string, BudgetUse[]>();
  for (const use of uses) {
    const key = `${use.kind} ${use.period} ${use.currency}`;
    groups.set(key, [...(groups.get(key) ?? []), use]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, all]) =>
      Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE)),
    );
}
