import type { Actor } from '../auth/actor.js';
import { scopeWithin } from '../auth/within.js';
import type { Where } from '../database/where.js';
import type { CostDimension } from './cost-enums.js';
import type { CostFilter } from './cost.view.js';
import { checkMonth } from './months.js';

/** Columns of the totals and of the ledger's lines that stand for a dimension; both tables name them alike but for what is absent. */
export const columnOf: Readonly<Record<CostDimension, string>> = {
  store: 'origin_node_id',
  month: 'period',
  bearer: 'bearer',
  component: 'component',
  reason: 'reason',
  carrier: 'carrier',
};

/** Refunds are returned sales, not cost: they are shown only where somebody asks for that component. */
const REFUND = 'refund';

function among(expression: string, values: readonly string[] | null | undefined): Where[] {
  if (!values || values.length === 0) return [];
  return [{ sql: `${expression} IN (${values.map(() => '?').join(', ')})`, params: values }];
}

function checkedMonths(months: readonly string[] | null | undefined): readonly string[] | null | undefined {
  for (const month of months ?? []) checkMonth(month, 'filter.months');
  return months;
}

/** What a filter asks of rows under an alias; `textOf` reads a column in which lines may hold null where totals say `none`. */
function conditions(filter: CostFilter | null, alias: string, textOf: (column: string) => string): Where[] {
  const components = filter?.components ?? [];
  const costs =
    components.length > 0 ? among(`${alias}.component`, components) : [{ sql: `${alias}.component <> ?`, params: [REFUND] }];
  return [
    ...among(`${alias}.period`, checkedMonths(filter?.months)),
    ...costs,
    ...among(textOf('bearer'), filter?.bearers),
    ...among(`${alias}.reason`, filter?.reasons),
    ...among(textOf('carrier'), filter?.carriers),
  ];
}

/** The totals (alias `s`) a viewer may see and a filter asks for; null: none at all. @throws NotFound, UnknownMonth */
export function summaryScope(actor: Actor, filter: CostFilter | null): Where[] | null {
  const scope = scopeWithin(actor, 'money.read', 's', filter?.within);
  return scope && [scope, ...conditions(filter, 's', (column) => `s.${column}`)];
}

/** A column of a line as totals name it. */
export const asInTotals = (column: string): string => `COALESCE(l.${column}, 'none')`;

/** The reported lines (alias `l`) behind the same totals. @throws NotFound, UnknownMonth */
export function lineScope(actor: Actor, filter: CostFilter | null): Where[] | null {
  const scope = scopeWithin(actor, 'money.read', 'l', filter?.within);
  const reported = { sql: "l.account IN ('expense', 'returnedSales')", params: [] };
  return scope && [scope, reported, ...conditions(filter, 'l', asInTotals)];
}
