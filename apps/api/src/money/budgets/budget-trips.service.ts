import { isUsedUp, isWarned } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { systemActor } from '../../auth/actor.js';
import { newId } from '../../common/ids.js';
import { rowsChanged } from '../../database/database.js';
import { rowsWhere } from '../../database/rows.js';
import { TreeService } from '../../tree/tree.service.js';
import { isCurrent } from './budget-month.js';
import { Budget, BudgetTrip } from './budget.entity.js';

/** S5: what happens at 80 % and at 100 %, once. What was promised is paid: only orders paid from then on find their promise withheld. */
@Injectable()
export class BudgetTrips {
  constructor(
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /**
   * Looks at budgets whose figures changed in this transaction. Of all who see one used up, the one whose conditional update took it
   * trips it. A month that is over, or has not begun, does nothing any more, or yet.
   */
  async consider(tx: EntityManager, ids: readonly string[], now: number): Promise<void> {
    const near = (await rowsWhere(tx, Budget, { id: ids })).filter(isDue).map(({ id }) => id);
    for (const budget of await rowsWhere(tx, Budget, { id: near }, { by: 'id', held: true })) {
      if (!isCurrent(budget, this.tree.snapshot, now)) continue;
      if (budget.warnedAt === null && isWarned(budget)) await this.warn(tx, budget, now);
      if (budget.tripId === null && isUsedUp(budget)) await this.trip(tx, budget, now);
    }
  }

  /** A budget was changed or removed: what it withheld is promised again from now on. */
  async end(tx: EntityManager, { id, tripId }: Pick<Budget, 'id' | 'tripId'>, now: number): Promise<void> {
    if (tripId !== null) await tx.update(BudgetTrip, { id: tripId, budgetId: id, endedAt: IsNull() }, { endedAt: now });
  }

  private async warn(tx: EntityManager, budget: Budget, now: number): Promise<void> {
    const sql = 'UPDATE budget SET warned_at = ? WHERE id = ? AND warned_at IS NULL';
    if ((await rowsChanged(tx, sql, [now, budget.id])) === 1) await this.tell(tx, 'money.warnBudget', budget);
  }

  private async trip(tx: EntityManager, budget: Budget, now: number): Promise<void> {
    const id = newId(now);
    const sql = 'UPDATE budget SET trip_id = ? WHERE id = ? AND trip_id IS NULL AND spent + committed >= amount';
    if ((await rowsChanged(tx, sql, [id, budget.id])) !== 1) return;
    const { nodeId, kind, period, currency, action, amount, spent, committed, reason, personName } = budget;
    const figures = { nodeId, kind, period, currency, action, amount, spent, committed, reason, personName };
    await tx.insert(BudgetTrip, { id, budgetId: budget.id, at: now, endedAt: null, ...figures });
    await this.tell(tx, 'money.tripBudget', budget);
  }

  private async tell(tx: EntityManager, action: 'money.warnBudget' | 'money.tripBudget', budget: Budget): Promise<void> {
    const { id, nodeId, kind, period, currency, amount, spent, committed, action: does } = budget;
    const data = { kind, period, currency, amount, spent, committed, does };
    const subject = { type: 'budget', id };
    await this.audit.record(tx, { actor: systemActor('budget'), action, subject, nodeId, data });
  }
}

const isDue = (budget: Budget): boolean => isWarned(budget) && (budget.warnedAt === null || budget.tripId === null);
