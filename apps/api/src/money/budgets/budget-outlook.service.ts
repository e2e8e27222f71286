import { columnAt } from '@headwater/access';
import { beginningOf } from '@headwater/after-sales';
import { claimComponents, expectedClaims, periodOf } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { dayOf, promisedBetween, promisedFrom } from '../../orders/promised-days.js';
import type { TreeSnapshot } from '../../tree/tree-snapshot.js';
import { monthBefore } from '../months.js';
import { Commitments } from './commitments.service.js';

const HOUR = 3_600_000;
/** Whole months before the present one from which it is learnt what a covered order costs. */
const HISTORY_MONTHS = 3;

type ByUnit = ReadonlyMap<string, number>;

/** What was covered in the past and what it cost, per unit, all below it included. */
interface History {
  readonly orders: ByUnit;
  readonly claims: ByUnit;
}

/** What is still to come of what was promised, in fen. */
export interface Outlook {
  /** At most, of open cases at and below a unit. */
  committedOf(nodeId: string): number;
  /** Expected, of promised orders at and below it. */
  exposureOf(nodeId: string): number;
}

/** S5: what open cases may still cost, and what promised orders are expected to; of the whole chain at once, by its stores. */
@Injectable()
export class BudgetOutlook {
  private learnt: { readonly at: number; readonly currency: string; readonly history: History } | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Commitments) private readonly commitments: Commitments,
  ) {}

  async at(now: number, currency: string, tree: TreeSnapshot): Promise<Outlook> {
    const { read } = this.database;
    const chain = { column: columnAt(0), nodeId: tree.root.id };
    const committed = rolledUp(await this.commitments.committed(read, chain, currency), tree);
    const promised = rolledUp(await promisedFrom(read, now), tree);
    const history = await this.history(currency, tree, now);
    const pastOf = (id: string) => ({ claims: history.claims.get(id) ?? 0, orders: history.orders.get(id) ?? 0 });
    return {
      committedOf: (nodeId) => committed.get(nodeId) ?? 0,
      exposureOf: (nodeId) =>
        expectedClaims(
          promised.get(nodeId) ?? 0,
          tree
            .path(nodeId)
            .toReversed()
            .map(({ id }) => pastOf(id)),
        ),
    };
  }

  /** It changes slowly and is long to read: an hour old is young enough. */
  private async history(currency: string, tree: TreeSnapshot, now: number): Promise<History> {
    const { learnt } = this;
    if (learnt?.currency === currency && now >= learnt.at && now - learnt.at < HOUR) return learnt.history;
    const history = await this.learn(currency, tree, now);
    this.learnt = { at: now, currency, history };
    return history;
  }

  private async learn(currency: string, tree: TreeSnapshot, now: number): Promise<History> {
    const current = periodOf(now, tree.root.timeZone);
    const months = [current];
    for (let month = monthBefore(current); months.length <= HISTORY_MONTHS; month = monthBefore(month)) months.push(month);
    const components = claimComponents.returnShippingSubsidy;
    const rows = await this.database.read.query<{ unit: string; amount: number | string }[]>(
      `SELECT origin_node_id AS unit, SUM(amount) AS amount FROM ledger_summary WHERE a0 = ? AND currency = ?
       AND period IN (${months.map(() => '?').join(', ')}) AND component IN (${components.map(() => '?').join(', ')})
       GROUP BY origin_node_id`,
      [tree.root.id, currency, ...months, ...components],
    );
    const since = beginningOf(`${months.at(-1) ?? current}-01`, tree.root.timeZone);
    const ended = await promisedBetween(this.database.read, dayOf(since), dayOf(now));
    const claims = new Map(rows.map(({ unit, amount }) => [unit, Number(amount)]));
    return { orders: rolledUp(ended, tree), claims: rolledUp(claims, tree) };
  }
}

/** Sums per store as sums per unit, all below it included. */
function rolledUp(byStore: ByUnit, tree: TreeSnapshot): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [store, amount] of byStore) for (const { id } of tree.path(store)) sums.set(id, (sums.get(id) ?? 0) + amount);
  return sums;
}
