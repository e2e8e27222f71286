import { budgetComponents } from '@headwater/ledger';
import type { EntityManager } from 'typeorm';
import { int, result, type CheckResult } from './finding.js';

type Row = Record<'subject' | 'amount', number | string>;

const components = budgetComponents.returnShippingSubsidy;
const DAY = 86_400_000;

/** S5: what budgets of stores have spent is what the totals of their month say. */
export async function checkBudgets(manager: EntityManager): Promise<CheckResult> {
  const rows = await manager.query<(Row & { spent: number | string })[]>(
    `SELECT b.id AS subject, b.spent AS spent, COALESCE(SUM(s.amount), 0) AS amount FROM budget b
     LEFT JOIN ledger_summary s ON s.origin_node_id = b.node_id AND s.period = b.period AND s.currency = b.currency
       AND s.component IN (${components.map(() => '?').join(', ')})
     WHERE b.exact = ? GROUP BY b.id, b.spent`,
    [...components, 1],
  );
  const findings = rows
    .map(({ subject, spent, amount }) => ({
      subject: `budget ${String(subject)}`,
      is: String(int(spent)),
      shouldBe: String(int(amount)),
    }))
    .filter(({ is, shouldBe }) => is !== shouldBe);
  return result('budgets', rows.length, findings);
}

/** The days by which promised orders are counted say what the orders say. */
export async function checkPromisedDays(manager: EntityManager): Promise<CheckResult> {
  const day = `(covered_until - covered_until % ${String(DAY)}) / ${String(DAY)}`;
  const said = await manager.query<(Row & { day: number | string })[]>(
    `SELECT node_id AS subject, ${day} AS day, COUNT(*) AS amount FROM sales_order WHERE covered_until IS NOT NULL GROUP BY node_id, ${day}`,
  );
  const kept = await manager.query<(Row & { day: number | string })[]>(
    'SELECT node_id AS subject, day, orders AS amount FROM promised_day WHERE orders <> 0',
  );
  const told = (all: readonly (Row & { day: number | string })[]) =>
    new Map(all.map((row) => [`promised day ${String(int(row.day))} of ${String(row.subject)}`, String(int(row.amount))]));
  const [there, here] = [told(said), told(kept)];
  const findings = [...new Set([...there.keys(), ...here.keys()])]
    .map((subject) => ({ subject, is: here.get(subject) ?? '0', shouldBe: there.get(subject) ?? '0' }))
    .filter(({ is, shouldBe }) => is !== shouldBe);
  return result('promised days', kept.length, findings);
}
