import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ImportService, type ImportTask, type OrdersImported } from '../imports/import.service.js';
import type { UnitSummary } from '../imports/units/unit-import.service.js';
import { EXIT, type ExitCode } from './exit.js';
import { withServices } from './services.js';
import { number, terminalProgress } from './terminal.js';

export interface ImportOptions {
  readonly mapping: string;
  readonly report?: string;
  readonly since?: number;
  readonly json?: boolean;
}

export const taskOf = (path: string, { mapping, report, since }: ImportOptions): ImportTask => ({
  path: resolve(path),
  mapping,
  report: resolve(report ?? 'import-report.csv'),
  since: since ?? null,
  progress: terminalProgress(),
});

const unitWords = ({ read, stores, created, changed, unchanged, refused }: UnitSummary): string =>
  `${number(read)} lines read, ${number(stores)} in, ${number(refused)} refused. ` +
  `Units: ${number(created)} created, ${number(changed)} changed, ${number(unchanged)} unchanged.`;

function orderWords({ units, read, lines, created, changed, unchanged, refused, stray }: OrdersImported): string {
  const orders =
    `${number(read)} orders read, ${number(refused)} refused${stray === 0 ? '' : `, and ${number(stray)} records of no order`}. ` +
    `Orders by seller: ${number(created)} created, ${number(changed)} changed, ${number(unchanged)} unchanged, with ${number(lines)} lines.`;
  return units === null ? orders : `${unitWords(units)}\n${orders}`;
}

/** The summary, for people or (the last line) for a script, and where the refused and emptied lines are listed. */
export function tell(summary: object, refused: number, words: string, options: ImportOptions, task: ImportTask): ExitCode {
  console.log(words);
  if (existsSync(task.report)) console.log(`What was refused or emptied, line by line: ${task.report}`);
  if (options.json) console.log(JSON.stringify(summary));
  return refused > 0 ? EXIT.partly : EXIT.done;
}

export function importUnits(path: string, options: ImportOptions): Promise<ExitCode> {
  const task = taskOf(path, options);
  return withServices(async (services) => {
    const summary = await services.get(ImportService).units(task);
    return tell(summary, summary.refused, unitWords(summary), options, task);
  });
}

export function importOrders(path: string, options: ImportOptions): Promise<ExitCode> {
  const task = taskOf(path, options);
  return withServices(async (services) => {
    const summary = await services.get(ImportService).orders(task);
    const refused = summary.refused + summary.stray + (summary.units?.refused ?? 0);
    return tell(summary, refused, orderWords(summary), options, task);
  });
}
