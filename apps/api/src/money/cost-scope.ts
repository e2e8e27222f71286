import type { Actor } from '../auth/actor.js';
import { scopeWithin } from '../auth/within.js';
import { BadInput } from '../common/errors.js';
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

const LAST_DAY = 31;

/** Where totals are read, and what they amount to: whole months, or the first days of them. */
export interface SummarySource {
  readonly from: string;
  readonly amount: string;
  readonly lines: string;
}

const whole: SummarySource = { from: 'ledger_summary s', amount: 's.amount', lines: 's.line_count' };
const byDay: SummarySource = {
  from: 'ledger_summary s JOIN ledger_day d ON d.summary_key = s.summary_key',
  amount: 'd.amount',
  lines: 'd.line_count',
};

export const summarySource = (filter: CostFilter | null): SummarySource => (filter?.throughDay == null ? whole : byDay);

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

/** The days of a month up to one; both tables name them alike, totals by the rows that break them down. */
function throughDay(alias: string, filter: CostFilter | null): Where[] {
  const day = filter?.throughDay ?? null;
  if (day === null) return [];
  if (day < 1 || day > LAST_DAY)
    throw new BadInput('filter.throughDay', `No month has a day ${String(day)}.`, { min: 1, max: LAST_DAY });
  return [{ sql: `${alias}.day <= ?`, params: [day] }];
}

/** Which rows a viewer reaches: by the units above their store when they were posted, or by those above it now. @throws NotFound */
export function reach(actor: Actor, alias: string, filter: CostFilter | null): Where | null {
  if (filter?.organised !== 'now') return scopeWithin(actor, 'money.read', alias, filter?.within);
  const now = scopeWithin(actor, 'money.read', 'n', filter.within);
  return now && { sql: `${alias}.origin_node_id IN (SELECT n.id FROM org_node n WHERE ${now.sql})`, params: now.params };
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
  const scope = reach(actor, 's', filter);
  return scope && [scope, ...conditions(filter, 's', (column) => `s.${column}`), ...throughDay('d', filter)];
}

/** A column of a line as totals name it. */
export const asInTotals = (column: string): string => `COALESCE(l.${column}, 'none')`;

/** The reported lines (alias `l`) behind the same totals. @throws NotFound, UnknownMonth */
export function lineScope(actor: Actor, filter: CostFilter | null): Where[] | null {
  const scope = reach(actor, 'l', filter);
  const reported = { sql: "l.account IN ('expense', 'returnedSales')", params: [] };
  return scope && [scope, reported, ...conditions(filter, 'l', asInTotals), ...throughDay('l', filter)];
}
