import { expect } from '@playwright/test';
import type { Client } from './client.js';
import { parseCsv, type Row } from './csv.js';
import { Sums } from './sums.js';

/** Heads of the files in English, by what the query string calls them. */
const heads = { store: 'Store code', month: 'Month', bearer: 'Bearer', component: 'Component' } as const;
export type Dimension = keyof typeof heads;

/** The words of the files for components of costs. */
export const componentWords = {
  'freight-subsidy': 'Freight subsidy',
  'freight-fault': 'Freight by fault',
  'freight-over-cap': 'Freight over the cap',
  compensation: 'Compensation',
  premium: 'Premium',
  recovery: 'Recovery',
  'goods-loss': 'Goods loss',
  'goods-recovery': 'Recovery of goods',
} as const;
export type Component = keyof typeof componentWords;

/** `-12.05` → -1205 */
function hundredths(text: string | undefined): number {
  if (text === undefined || !/^-?\d+\.\d\d$/u.test(text)) throw new Error(`not an amount: ${String(text)}`);
  return Number(text.replace('.', ''));
}

async function rowsOf(client: Client, path: string): Promise<Row[]> {
  const answer = await client.get(path);
  const text = await answer.text();
  expect(answer.status, text.slice(0, 500)).toBe(200);
  return parseCsv(text);
}

/** The cost report as a CSV file, by up to three dimensions in their order; its last row has to be the sum of the others. */
export async function costFile(client: Client, by: readonly Dimension[], component?: Component): Promise<Sums> {
  const query = new URLSearchParams([['lang', 'en'], ...by.map((dimension) => ['by', dimension])]);
  if (component !== undefined) query.append('components', component);
  const rows = await rowsOf(client, `/exports/costs.csv?${query.toString()}`);
  const sums = new Sums();
  for (const row of rows.slice(0, -1))
    sums.add(
      by.map((dimension) => row[heads[dimension]] ?? ''),
      hundredths(row['Cost (¥)']),
    );
  expect(Object.values(rows.at(-1) ?? {})[0]).toBe('Total');
  expect(sums.total).toBe(hundredths(rows.at(-1)?.['Cost (¥)']));
  return sums;
}

/** Costs by store, month, bearer and component: one file takes three dimensions, so there is one for each component. */
export async function costFiles(client: Client): Promise<Sums> {
  const sums = new Sums();
  for (const component of Object.keys(componentWords) as Component[]) {
    const file = await costFile(client, ['store', 'month', 'bearer'], component);
    sums.addUnder(
      [],
      file.by((keys) => [...keys, componentWords[component]]),
    );
  }
  return sums;
}

export interface StatementFile {
  /** By bearer and component, of the month's lines. */
  readonly entries: Sums;
  /** By bearer. */
  readonly opening: Sums;
  readonly closing: Sums;
}

/** A store's statement of a month as a CSV file. */
export async function statementFile(client: Client, storeId: string, month: string): Promise<StatementFile> {
  const query = new URLSearchParams({ lang: 'en', node: storeId, period: month });
  const [entries, opening, closing] = [new Sums(), new Sums(), new Sums()];
  for (const row of await rowsOf(client, `/exports/statement.csv?${query.toString()}`)) {
    const { Event: event, Bearer: bearer = '', Component: component = '' } = row;
    const amount = hundredths(row['Amount (¥)']);
    if (event === 'Opening balance') opening.add([bearer], amount);
    else if (event === 'Closing balance') closing.add([bearer], amount);
    else entries.add([bearer, component], amount);
  }
  return { entries, opening, closing };
}
