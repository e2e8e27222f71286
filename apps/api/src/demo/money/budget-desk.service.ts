import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../../auth/actor.js';
import { Clock } from '../../common/clock.js';
import { Database } from '../../database/database.js';
import { BudgetEvaluator } from '../../money/budgets/budget-evaluator.service.js';
import { BudgetSetter, type BudgetTerms } from '../../money/budgets/budget-set.service.js';
import { monthBefore } from '../../money/months.js';
import { dayName, HOUR } from '../calendar.js';
import type { DemoUnits } from '../world/units.js';

/** Below it no budget says anything. */
const LEAST = 20_000;
/** Whose budget is too small, so that it is asked about. */
const SHORT_OF = 'GZ-002';

type Wanted = Pick<BudgetTerms, 'nodeId' | 'amount' | 'action' | 'reason'>;

/** Finance sets the budgets of the last month: of HQ and its areas by what the month before cost, of one store less. */
@Injectable()
export class BudgetDesk {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(BudgetSetter) private readonly setter: BudgetSetter,
    @Inject(BudgetEvaluator) private readonly evaluator: BudgetEvaluator,
  ) {}

  async set(finance: StaffActor, units: DemoUnits, day: number): Promise<void> {
    this.clock.set(day + 9 * HOUR);
    const month = dayName(day).slice(0, 7);
    const costs = await this.costs(monthBefore(month), units);
    for (const wanted of budgetsOf(finance, units, costs))
      await this.setter.set(finance, { ...wanted, kind: 'returnShippingSubsidy', month, version: 0 });
  }

  /** As it is looked at every minute while the product runs; here once a day, so that the month burns down day by day. */
  async look(now: number): Promise<void> {
    await this.evaluator.run(now);
  }

  /** Fen of a month, per store. */
  private async costs(month: string, { hq }: DemoUnits): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.writer.query<{ unit: string; amount: number | string }[]>(
      `SELECT origin_node_id AS unit, SUM(amount) AS amount FROM ledger_summary
       WHERE a0 = ? AND period = ? AND component IN ('freight-subsidy', 'premium', 'recovery') GROUP BY origin_node_id`,
      [hq.id, month],
    );
    return new Map(rows.map(({ unit, amount }) => [unit, Number(amount)]));
  }
}

/** Whole hundreds of yuan, as people set them. */
const rounded = (fen: number): number => Math.max(LEAST, Math.round(fen / 10_000) * 10_000);

function budgetsOf({ snapshot }: StaffActor, { hq, areas, stores }: DemoUnits, costs: ReadonlyMap<string, number>): Wanted[] {
  const costOf = (top: string) =>
    stores
      .filter((store) => snapshot.path(store.id).some(({ id }) => id === top))
      .reduce((sum, { id }) => sum + (costs.get(id) ?? 0), 0);
  const short = stores.filter(({ code }) => code === SHORT_OF);
  return [
    { nodeId: hq.id, amount: rounded(costOf(hq.id) * 2), action: 'alert', reason: '旺季，按上月翻倍' },
    ...areas.map(({ id }): Wanted => ({
      nodeId: id,
      amount: rounded(costOf(id) * 1.9),
      action: 'ask',
      reason: '旺季，按上月加九成',
    })),
    ...short.map(({ id }): Wanted => ({ nodeId: id, amount: LEAST, action: 'ask', reason: '退货偏多，从紧' })),
  ];
}
