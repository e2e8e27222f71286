import type { TableFormat } from '../common/table-file.js';
import type { CostDimension } from './cost-enums.js';
import type { CostFilter } from './cost.view.js';

const lists = ['months', 'bearers', 'components', 'reasons', 'carriers'] as const;

/** Where the rows of a report are as a file: the same filter and dimensions, as a query string. */
export function exportUrl(filter: CostFilter | null, by: readonly CostDimension[], format: TableFormat): string {
  const query = new URLSearchParams(by.map((dimension): [string, string] => ['by', dimension]));
  if (filter?.within) query.append('within', filter.within);
  for (const list of lists) for (const value of filter?.[list] ?? []) query.append(list, value);
  if (filter?.organised) query.append('organised', filter.organised);
  if (filter?.throughDay != null) query.append('throughDay', String(filter.throughDay));
  return `/exports/costs.${format}?${query.toString()}`;
}

/** The filter and the dimensions (unchecked words) back from a query string. */
export function readCostQuery(query: URLSearchParams): { filter: CostFilter; by: string[]; lang: string | null } {
  const organised = query.get('organised');
  const day = query.get('throughDay');
  const filter: CostFilter = {
    within: query.get('within'),
    organised: organised === 'now' ? 'now' : organised === 'then' ? 'then' : null,
    throughDay: day === null ? null : Number(day),
  };
  for (const list of lists) filter[list] = query.getAll(list);
  return { filter, by: query.getAll('by'), lang: query.get('lang') };
}
