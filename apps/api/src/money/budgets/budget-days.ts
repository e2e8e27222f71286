import { In, type EntityManager } from 'typeorm';
import { localDay } from '../../common/local-day.js';
import type { TreeSnapshot } from '../../tree/tree-snapshot.js';
import { isCurrent } from './budget-month.js';
import { Budget, BudgetDay } from './budget.entity.js';

const onSqlite = 'ON CONFLICT(budget_id, day) DO UPDATE SET spent = excluded.spent, committed = excluded.committed';
const onMysql = 'ON DUPLICATE KEY UPDATE spent = VALUES(spent), committed = VALUES(committed)';

/** The figures so far of the day that runs where the units of budgets are; what is noted already is not written again. */
export async function noteDays(tx: EntityManager, ids: readonly string[], tree: TreeSnapshot, now: number): Promise<void> {
  const budgets = (await tx.find(Budget, { where: { id: In(ids) }, order: { id: 'ASC' } })).filter((each) =>
    isCurrent(each, tree, now),
  );
  const today = budgets.map(({ id, nodeId, spent, committed }) => {
    const day = localDay(now, tree.require(nodeId).timeZone);
    return { budgetId: id, day, spent, committed };
  });
  const noted = await tx.findBy(BudgetDay, { budgetId: In(ids), day: In([...new Set(today.map(({ day }) => day))]) });
  const keyOf = ({ budgetId, day, spent, committed }: BudgetDay) => `${budgetId} ${day} ${String(spent)} ${String(committed)}`;
  const same = new Set(noted.map(keyOf));
  const replaces = tx.dataSource.options.type === 'better-sqlite3' ? onSqlite : onMysql;
  for (const row of today.filter((each) => !same.has(keyOf(each)))) {
    const values = [row.budgetId, row.day, row.spent, row.committed];
    await tx.query(`INSERT INTO budget_day (budget_id, day, spent, committed) VALUES (?, ?, ?, ?) ${replaces}`, values);
  }
}
