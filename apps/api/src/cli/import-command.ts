import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { systemActor } from '../auth/actor.js';
import { BillImport } from '../bills/bill-import.service.js';
import { ImportReport } from '../imports/csv/report.js';
import { ProfileInvalid } from '../imports/imports.errors.js';
import { ImportService, type ImportTask, type OrdersImported } from '../imports/import.service.js';
import { loadProfile } from '../imports/mapping/load-profile.js';
import type { Profile } from '../imports/mapping/profile.js';
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

const taskOf = (path: string, { mapping, report, since }: ImportOptions): ImportTask => ({
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
function tell(summary: object, refused: number, words: string, options: ImportOptions, task: ImportTask): ExitCode {
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

export interface BillOptions extends Omit<ImportOptions, 'since'> {
  /** One of the two, as the mapping's kind has it. */
  readonly carrier?: string;
  readonly insurer?: string;
  readonly period: string;
  readonly currency: string;
  readonly tolerance: number;
}

/** Whose name it is, the option says; it has to be that of whom the profile reads bills of. @throws ProfileInvalid */
function billerOf({ profile, bill }: Profile, options: BillOptions): string {
  const biller = options[bill?.kind ?? 'carrier'];
  if (biller !== undefined) return biller;
  throw new ProfileInvalid(profile, `it reads the bills of ${bill ? `an ${bill.kind}: --${bill.kind} NAME` : 'nobody'}`);
}

export function importBill(path: string, options: BillOptions): Promise<ExitCode> {
  const { progress, ...task } = taskOf(path, options);
  const { period, currency, tolerance } = options;
  return withServices(async (services) => {
    const report = new ImportReport(task.report);
    try {
      const profile = loadProfile(task.mapping);
      const facts = {
        biller: billerOf(profile, options),
        period,
        currency,
        tolerance,
        fileName: basename(task.path),
        ...(progress && { progress }),
      };
      const given = { ...facts, path: task.path, profile };
      const { bill, read } = await services.get(BillImport, { strict: false }).run(systemActor('import'), given);
      report.addEach(read.problems);
      const { id, lineCount, refusedCount, amount } = bill;
      const words = `${number(lineCount)} lines in, ${number(refusedCount)} refused. The bill waits in the console: /money/bills/${id}`;
      return tell({ id, lineCount, refusedCount, amount }, refusedCount, words, options, task);
    } finally {
      report.close();
    }
  });
}
