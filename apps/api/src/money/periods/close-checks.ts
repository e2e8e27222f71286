import type { EntityManager } from 'typeorm';

/** What is looked at before a month closes. What does not `block` comes into a later month by itself. */
export const CloseCheckEnum = {
  monthOver: 'monthOver',
  entriesBalance: 'entriesBalance',
  totalsTie: 'totalsTie',
  payoutsSettled: 'payoutsSettled',
} as const;
export type CloseCheck = keyof typeof CloseCheckEnum;

export interface CheckOutcome {
  readonly check: CloseCheck;
  /** How many are wrong; 0: passed. */
  readonly count: number;
  readonly blocks: boolean;
}

/** The month, the root of the chain, and the last instant of the month anywhere in it. */
export interface MonthAsked {
  readonly period: string;
  readonly rootId: string;
  /** UTC epoch ms; the month is over from here on. */
  readonly overAt: number;
  readonly now: number;
}

async function countOf(manager: EntityManager, sql: string, params: readonly unknown[]): Promise<number> {
  const [row] = await manager.query<{ n: number | string }[]>(sql, [...params]);
  return Number(row?.n ?? 0);
}

/** M1: entries of the month that do not sum to zero in a currency. */
const unbalanced = (manager: EntityManager, { rootId, period }: MonthAsked): Promise<number> =>
  countOf(
    manager,
    `SELECT COUNT(*) AS n FROM (SELECT l.entry_id FROM ledger_line l WHERE l.a0 = ? AND l.period = ?
     GROUP BY l.entry_id, l.currency HAVING SUM(l.amount) <> 0) u`,
    [rootId, period],
  );

/** M2: stores and components whose total, as reports read it, is not the sum of the lines. */
const untied = (manager: EntityManager, { rootId, period }: MonthAsked): Promise<number> =>
  countOf(
    manager,
    `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM (
       SELECT l.origin_node_id, l.component, l.currency, l.amount FROM ledger_line l
         WHERE l.a0 = ? AND l.period = ? AND l.account IN ('expense', 'returnedSales')
       UNION ALL SELECT s.origin_node_id, s.component, s.currency, -s.amount FROM ledger_summary s WHERE s.a0 = ? AND s.period = ?
     ) both_sides GROUP BY origin_node_id, component, currency HAVING SUM(amount) <> 0) u`,
    [rootId, period, rootId, period],
  );

/** Refunds decided by the end of the month that nobody has paid yet. */
const unpaid = (manager: EntityManager, { overAt }: MonthAsked): Promise<number> =>
  countOf(manager, 'SELECT COUNT(*) AS n FROM refund WHERE paid_at IS NULL AND decided_at < ?', [overAt]);

/** M3: all that is looked at before a month closes, in the order in which it is shown. */
export async function runCloseChecks(manager: EntityManager, asked: MonthAsked): Promise<CheckOutcome[]> {
  return [
    { check: 'monthOver', count: asked.now < asked.overAt ? 1 : 0, blocks: true },
    { check: 'entriesBalance', count: await unbalanced(manager, asked), blocks: true },
    { check: 'totalsTie', count: await untied(manager, asked), blocks: true },
    { check: 'payoutsSettled', count: await unpaid(manager, asked), blocks: false },
  ];
}
