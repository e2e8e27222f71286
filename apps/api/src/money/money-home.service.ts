import { periodOf } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import { scopeRoots } from '../auth/scope.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { and } from '../database/where.js';
import { CostReportService } from './cost-report.service.js';
import { lineScope } from './cost-scope.js';
import type { MoneyHomeView } from './cost.view.js';
import { monthBefore, sameMomentIn } from './months.js';

const TOP_STORES = 10;

/** Finance's landing page, of the viewer's scope. */
@Injectable()
export class MoneyHomeService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CostReportService) private readonly reports: CostReportService,
  ) {}

  /** @throws NotFound */
  async of(actor: StaffActor, within: string | null = null): Promise<MoneyHomeView> {
    const now = this.clock.now();
    const month = periodOf(now, this.timeZone(actor));
    const filter = { within, months: [month] };
    const [byBearer, topStores, costSameDaysBefore] = await Promise.all([
      this.reports.report(actor, filter, ['bearer'], TOP_STORES),
      this.reports.report(actor, filter, ['store'], TOP_STORES),
      this.costSameDaysBefore(actor, now, within),
    ]);
    return { month, cost: byBearer.totalAmount, costSameDaysBefore, byBearer: byBearer.rows, topStores: topStores.rows };
  }

  /** Half a month is compared with half a month: the cost of last month up to the same moment of it. */
  async costSameDaysBefore(actor: StaffActor, now: number, within?: string | null): Promise<number> {
    const timeZone = this.timeZone(actor);
    const month = monthBefore(periodOf(now, timeZone));
    const scope = lineScope(actor, { within: within ?? null, months: [month] });
    if (!scope) return 0;
    const { sql, params } = and(...scope, { sql: 'l.posted_at < ?', params: [sameMomentIn(month, now, timeZone)] });
    const [row] = await this.database.read.query<{ amount: number | string | null }[]>(
      `SELECT SUM(l.amount) AS amount FROM ledger_line l WHERE ${sql}`,
      [...params],
    );
    return Number(row?.amount ?? 0);
  }

  private timeZone(actor: StaffActor): string {
    const [home] = scopeRoots(actor, 'money.read');
    return (home ? actor.snapshot.require(home) : actor.snapshot.root).timeZone;
  }
}
