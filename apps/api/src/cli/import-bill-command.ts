import { basename } from 'node:path';
import { systemActor } from '../auth/actor.js';
import { BillImport } from '../bills/bill-import.service.js';
import { PriceCardImport } from '../bills/cards/price-card-import.service.js';
import { PriceCardLines } from '../bills/cards/price-card.errors.js';
import { ImportReport } from '../imports/csv/report.js';
import { ProfileInvalid } from '../imports/imports.errors.js';
import { loadProfile } from '../imports/mapping/load-profile.js';
import type { Profile } from '../imports/mapping/profile.js';
import { EXIT, type ExitCode } from './exit.js';
import { taskOf, tell, type ImportOptions } from './import-command.js';
import { withServices } from './services.js';
import { number } from './terminal.js';

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

export interface PriceCardOptions extends Omit<ImportOptions, 'since'> {
  readonly carrier: string;
  /** `2026-03-01`. */
  readonly validFrom: string;
  readonly currency: string;
}

/** A card comes in whole or not at all: one line that is wrong lists them all, and nothing is done. */
export function importPriceCard(path: string, options: PriceCardOptions): Promise<ExitCode> {
  const task = taskOf(path, options);
  const { carrier, validFrom, currency } = options;
  return withServices(async (services) => {
    const report = new ImportReport(task.report);
    try {
      const facts = { carrier, validFrom, currency, fileName: basename(task.path), profile: loadProfile(task.mapping) };
      const imports = services.get(PriceCardImport, { strict: false });
      const { id, rowCount } = await imports.run(systemActor('import'), { ...facts, path: task.path });
      const words = `${number(rowCount)} lines in. The card is in the console: /money/bills/price-cards/${id}`;
      return tell({ id, rowCount }, 0, words, options, task);
    } catch (error) {
      if (!(error instanceof PriceCardLines)) throw error;
      report.addEach(error.problems);
      console.error(`${error.message} Line by line: ${task.report}`);
      return EXIT.failed;
    } finally {
      report.close();
    }
  });
}
