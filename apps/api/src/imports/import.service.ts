import { Inject, Injectable } from '@nestjs/common';
import { ImportReport } from './csv/report.js';
import { ProfileInvalid } from './imports.errors.js';
import { loadProfile } from './mapping/load-profile.js';
import type { Profile } from './mapping/profile.js';
import { OrderImportService, type OrderSummary } from './orders/order-import.service.js';
import { pathOf } from './orders/source-files.js';
import type { Progress } from './progress.js';
import { UnitImportService, type UnitSummary } from './units/unit-import.service.js';

export interface ImportTask {
  /** The file, or the folder of a profile with several files. */
  readonly path: string;
  /** Name of a profile that ships with the product, or the path of a user's own. */
  readonly mapping: string;
  /** Where the lines that were refused are listed. */
  readonly report: string;
  /** UTC epoch ms from which the units exist; null: as the file says, else as the units above them. */
  readonly since?: number | null;
  readonly progress?: Progress;
}

export interface OrdersImported extends OrderSummary {
  /** Null where the profile has no units of its own. */
  readonly units: UnitSummary | null;
}

/** Imports as one calls them: a path, a profile, a report. */
@Injectable()
export class ImportService {
  constructor(
    @Inject(UnitImportService) private readonly unitImport: UnitImportService,
    @Inject(OrderImportService) private readonly orderImport: OrderImportService,
  ) {}

  /** @throws ProfileInvalid, FileInvalid, NoOrganization */
  units(task: ImportTask): Promise<UnitSummary> {
    return this.reporting(task, (report) => this.runUnits(task, loadProfile(task.mapping), report));
  }

  /** Units first, where the profile maps them, so that every order finds its store. @throws ProfileInvalid, FileInvalid, NoOrganization */
  orders(task: ImportTask): Promise<OrdersImported> {
    return this.reporting(task, async (report) => {
      const profile = loadProfile(task.mapping);
      const { orders: mapping, units } = profile;
      if (!mapping) throw new ProfileInvalid(task.mapping, 'it has no section `orders`');
      const imported = units ? await this.runUnits(task, profile, report) : null;
      const { path, progress } = task;
      const orders = await this.orderImport.run({ profile, mapping, path, report, ...(progress && { progress }) });
      return { ...orders, units: imported };
    });
  }

  private async runUnits(task: ImportTask, profile: Profile, report: ImportReport): Promise<UnitSummary> {
    const { units: mapping } = profile;
    if (!mapping) throw new ProfileInvalid(task.mapping, 'it has no section `units`');
    const file = pathOf(profile, task.path, mapping.file);
    const { since = null, progress } = task;
    return this.unitImport.run({ profile, mapping, file, since, report, ...(progress && { progress }) });
  }

  private async reporting<T>(task: ImportTask, work: (report: ImportReport) => Promise<T>): Promise<T> {
    const report = new ImportReport(task.report);
    try {
      return await work(report);
    } finally {
      report.close();
    }
  }
}
