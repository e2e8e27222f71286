import type { EntityManager } from 'typeorm';
import { int, result, type CheckResult } from './finding.js';

type Row = Record<'nodeId' | 'day' | 'delivered' | 'applied', number | string>;

const dayOf = (column: string): string => `(${column} - ${column} % 86400000) / 86400000`;

/** The days that return rates are read from say what orders and cases say. */
export async function checkReturns(manager: EntityManager): Promise<CheckResult> {
  const facts = await manager.query<
    Row[]
  >(`SELECT node_id AS nodeId, day, SUM(delivered) AS delivered, SUM(applied) AS applied FROM (
    SELECT o.node_id AS node_id, ${dayOf('o.delivered_at')} AS day, 1 AS delivered, 0 AS applied
      FROM sales_order o JOIN order_line l ON l.order_id = o.id WHERE o.delivered_at IS NOT NULL
    UNION ALL SELECT c.node_id AS node_id, ${dayOf('c.applied_at')} AS day, 0 AS delivered, 1 AS applied FROM after_sales_case c
    ) AS facts GROUP BY node_id, day`);
  const days = await manager.query<Row[]>('SELECT node_id AS nodeId, day, delivered, applied FROM return_day');
  const [there, kept] = [told(facts), told(days)];
  const findings = [...new Set([...there.keys(), ...kept.keys()])]
    .map((subject) => ({ subject, is: kept.get(subject) ?? nothing, shouldBe: there.get(subject) ?? nothing }))
    .filter(({ is, shouldBe }) => is !== shouldBe);
  return result('return days', days.length, findings);
}

const said = (delivered: unknown, applied: unknown): string =>
  `${String(int(delivered))} delivered, ${String(int(applied))} applied`;
const nothing = said(0, 0);

const told = (rows: readonly Row[]): Map<string, string> =>
  new Map(rows.map(({ nodeId, day, delivered, applied }) => [`day ${String(int(day))} of ${nodeId}`, said(delivered, applied)]));
