import { columnAt } from '@headwater/access';
import { budgetComponents } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Database, rowsChanged } from '../../database/database.js';
import type { TreeSnapshot } from '../../tree/tree-snapshot.js';
import { TreeService } from '../../tree/tree.service.js';
import { BudgetOutlook, type Outlook } from './budget-outlook.service.js';
import { BudgetTrips } from './budget-trips.service.js';
import { noteDays } from './budget-days.js';
import { isCurrent, openMonths } from './budget-month.js';
import { Budget, BudgetEvaluation } from './budget.entity.js';

const MINUTE = 60_000;
/** Budgets that one transaction looks at. */
const PAGE = 200;
const ONLY = 'budgets';

type Figures = Pick<Budget, 'spent' | 'committed' | 'exposure'>;
type Listed = Pick<Budget, 'id' | 'currency'>;
type FiguresFor = (tx: EntityManager, budget: Budget) => Promise<Figures>;

/**
 * S5: what budgets cannot keep in the transaction of each posting: what units above stores have spent, what open cases may still cost, and
 * what promised orders are expected to. Every minute, and for what is spent after each batch of an import: by so much a budget above the
 * stores may be overshot before it trips, and its overshoot says how much it was.
 */
@Injectable()
export class BudgetEvaluator {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(BudgetOutlook) private readonly outlook: BudgetOutlook,
    @Inject(BudgetTrips) private readonly trips: BudgetTrips,
  ) {}

  /** Looks unless some process did within the last minute. @returns how many budgets were looked at */
  async runDue(now: number): Promise<number> {
    const isDue = await this.database.inTransaction((tx) => take(tx, now, now - MINUTE));
    return isDue ? this.look(now) : 0;
  }

  /** Looks now. @returns how many budgets were looked at */
  async run(now: number): Promise<number> {
    await this.database.inTransaction((tx) => take(tx, now, now));
    return this.look(now);
  }

  /** An import has written a batch at these units: what the budgets of all above them have spent is looked at. */
  async afterBatch(units: readonly string[], now: number): Promise<void> {
    const tree = await this.tree.current();
    const above = new Set(units.flatMap((unit) => tree.path(unit).slice(0, -1)).map(({ id }) => id as string));
    const rows = await this.database.read.query<{ id: string; nodeId: string }[]>(
      'SELECT id, node_id AS nodeId FROM budget WHERE period IN (?, ?, ?) AND exact = ?',
      [...openMonths(tree, now), 0],
    );
    const concerned = rows.filter(({ nodeId }) => above.has(nodeId)).map(({ id }) => id);
    for (let at = 0; at < concerned.length; at += PAGE) {
      await this.write(concerned.slice(at, at + PAGE), now, async (tx, { committed, exposure, ...budget }) => ({
        spent: await spentOf(tx, budget, tree),
        ...{ committed, exposure },
      }));
    }
  }

  /** When all were looked at last, UTC epoch ms; null: never yet. */
  async asOf(): Promise<number | null> {
    return (await this.database.read.findOneBy(BudgetEvaluation, { id: ONLY }))?.at ?? null;
  }

  /** The figures of a budget that is being set, as they are now; of a store exactly: its row is there, and held. */
  async figuresOf(tx: EntityManager, budget: Budget, now: number): Promise<Figures> {
    const tree = this.tree.snapshot;
    const spent = await spentOf(tx, budget, tree);
    if (!isCurrent(budget, tree, now)) return { spent, committed: 0, exposure: 0 };
    const outlook = await this.outlook.at(now, budget.currency, tree);
    return { spent, committed: outlook.committedOf(budget.nodeId), exposure: outlook.exposureOf(budget.nodeId) };
  }

  private async look(now: number): Promise<number> {
    const tree = await this.tree.current();
    const outlooks = new Map<string, Outlook>();
    let looked = 0;
    for await (const page of this.pages(openMonths(tree, now))) {
      for (const { currency } of page)
        if (!outlooks.has(currency)) outlooks.set(currency, await this.outlook.at(now, currency, tree));
      await this.write(
        page.map(({ id }) => id),
        now,
        async (tx, budget) => {
          const spent = budget.exact ? budget.spent : await spentOf(tx, budget, tree);
          const outlook = isCurrent(budget, tree, now) ? outlooks.get(budget.currency) : undefined;
          return {
            spent,
            committed: outlook?.committedOf(budget.nodeId) ?? 0,
            exposure: outlook?.exposureOf(budget.nodeId) ?? 0,
          };
        },
      );
      looked += page.length;
    }
    return looked;
  }

  /** The budgets of these months, by the index of months: those of years ago are not passed over. */
  private async *pages(months: readonly string[]): AsyncGenerator<Listed[]> {
    const page = (month: string, exact: number, after: string): Promise<Listed[]> =>
      this.database.read.query(
        `SELECT id, currency FROM budget WHERE period = ? AND exact = ? AND id > ? ORDER BY id LIMIT ${String(PAGE)}`,
        [month, exact, after],
      );
    for (const month of months)
      for (const exact of [0, 1])
        for (let rows = await page(month, exact, ''); rows.length > 0; rows = await page(month, exact, rows.at(-1)?.id ?? ''))
          yield rows;
  }

  /** Writes what changed, each row alone; what a store has spent is its postings' to write. */
  private write(ids: readonly string[], now: number, figuresFor: FiguresFor): Promise<void> {
    return this.database.inTransaction(async (tx) => {
      for (const budget of await tx.find(Budget, { where: { id: In(ids) }, order: { id: 'ASC' } })) {
        const figures = await figuresFor(tx, budget);
        const isNew = Object.entries(figures).some(([name, amount]) => budget[name as keyof Figures] !== amount);
        const { committed, exposure } = figures;
        if (isNew) await tx.update(Budget, { id: budget.id }, budget.exact ? { committed, exposure } : figures);
      }
      await noteDays(tx, ids, this.tree.snapshot, now);
      await this.trips.consider(tx, ids, now);
    });
  }
}

/** Of all at and below a unit, as organised when it was posted: what a cost report of it says. */
async function spentOf(
  tx: EntityManager,
  { nodeId, period, kind, currency, exact }: Pick<Budget, 'nodeId' | 'period' | 'kind' | 'currency' | 'exact'>,
  tree: TreeSnapshot,
): Promise<number> {
  const components = budgetComponents[kind];
  const column = exact ? 'origin_node_id' : columnAt(tree.path(nodeId).length - 1);
  // Under a lock what other postings have not committed yet is waited for, and none of it is missed.
  const lock = exact && tx.dataSource.options.type !== 'better-sqlite3' ? ' LOCK IN SHARE MODE' : '';
  const [row] = await tx.query<{ amount: number | string | null }[]>(
    `SELECT SUM(amount) AS amount FROM ledger_summary WHERE ${column} = ? AND period = ? AND currency = ?
     AND component IN (${components.map(() => '?').join(', ')})${lock}`,
    [nodeId, period, currency, ...components],
  );
  return Number(row?.amount ?? 0);
}

/** Takes the look, unless it was taken after `notAfter`. */
async function take(tx: EntityManager, now: number, notAfter: number): Promise<boolean> {
  const taken = await rowsChanged(tx, 'UPDATE budget_evaluation SET at = ? WHERE id = ? AND at <= ?', [now, ONLY, notAfter]);
  if (taken === 1) return true;
  if (await tx.existsBy(BudgetEvaluation, { id: ONLY })) return false;
  await tx.insert(BudgetEvaluation, { id: ONLY, at: now });
  return true;
}
