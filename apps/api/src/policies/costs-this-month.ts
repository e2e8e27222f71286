import { periodOf, type Component } from '@headwater/ledger';
import type { EntityManager } from 'typeorm';
import type { NodeFacts } from '../tree/tree-snapshot.js';

/** Refunds are returned sales, not a cost of returning (M1). */
const RETURNED_SALES: Component = 'refund';

interface CostRow {
  readonly unit: string;
  readonly amount: number | string;
}

/**
 * What returns have cost each of the units, their subtrees included, in its present month: fen by unit id. Read from the summary that
 * postings keep, by the ancestor column of the unit's level.
 */
export async function costsThisMonth(
  manager: EntityManager,
  units: readonly NodeFacts[],
  now: number,
): Promise<Map<string, number>> {
  const groups = new Map<string, NodeFacts[]>();
  for (const unit of units) {
    const key = `${String(unit.depth)} ${periodOf(now, unit.timeZone)}`;
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  const rows = await Promise.all([...groups.values()].map((group) => costsOf(manager, group, now)));
  return new Map(rows.flat().map(({ unit, amount }) => [unit, Number(amount)]));
}

/** Units of one level, in one month. */
function costsOf(manager: EntityManager, units: readonly NodeFacts[], now: number): Promise<CostRow[]> {
  const [{ depth, timeZone }] = units as [NodeFacts];
  const level = `a${String(depth)}`;
  return manager.query<CostRow[]>(
    `SELECT ${level} AS unit, SUM(amount) AS amount FROM ledger_summary
     WHERE ${level} IN (${units.map(() => '?').join(', ')}) AND period = ? AND component <> ? GROUP BY ${level}`,
    [...units.map(({ id }) => id), periodOf(now, timeZone), RETURNED_SALES],
  );
}
