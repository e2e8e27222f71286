import { periodOf } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import { scopeRoots } from '../auth/scope.js';
import { Clock } from '../common/clock.js';
import { CostGroups } from './cost-groups.service.js';
import { CostReportService } from './cost-report.service.js';
import type { CostFilter, MoneyHomeView, SameDaysView, StoresSpanView } from './cost.view.js';
import { lastWholeDay, monthBefore } from './months.js';
import { UnusualStores } from './unusual-stores.service.js';

const TOP_STORES = 10;

/** Fewer days of a month do not tell much of stores; until then the month that is over is looked at, if it cost anything. */
const TELLING_DAYS = 7;

/** The days of this month that are over, and the same ones of the month before. */
interface SameDays {
  readonly days: number;
  readonly now: CostFilter;
  readonly before: CostFilter;
}

interface Compared {
  readonly span: StoresSpanView;
  readonly now: CostFilter;
  readonly before: CostFilter;
}

/** Finance's landing page, of the viewer's scope. */
@Injectable()
export class MoneyHomeService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CostGroups) private readonly groups: CostGroups,
    @Inject(CostReportService) private readonly reports: CostReportService,
    @Inject(UnusualStores) private readonly unusual: UnusualStores,
  ) {}

  /** @throws NotFound */
  async of(actor: StaffActor, within: string | null = null): Promise<MoneyHomeView> {
    const now = this.clock.now();
    const month = periodOf(now, this.timeZone(actor));
    const last = monthBefore(month);
    const of = (period: string): CostFilter => ({ within, months: [period] });
    const lastMonth = await this.groups.ask(actor, of(last));
    const compared = this.comparedAt(actor, now, { within, hasBefore: lastMonth !== null });
    const [byBearer, topStores, sameDays, unusual] = await Promise.all([
      this.reports.report(actor, of(month), { by: ['bearer'], top: TOP_STORES }),
      this.reports.report(actor, of(compared.span.month), { by: ['store'], top: TOP_STORES }),
      this.sameDays(actor, now, within),
      this.unusual.of(actor, compared.now, compared.before),
    ]);
    return {
      ...{ month, cost: byBearer.totalAmount, sameDays, byBearer: byBearer.rows, topStores: topStores.rows },
      ...{ lastMonth: { month: last, cost: lastMonth?.amount ?? 0 }, unusual, storesIn: compared.span },
    };
  }

  /** Half a month is compared with half a month. @throws NotFound */
  async sameDays(actor: StaffActor, at: number, within: string | null = null): Promise<SameDaysView> {
    const { days, now, before } = this.sameDaysAt(actor, at, within);
    const [these, those] = await Promise.all([this.groups.ask(actor, now), this.groups.ask(actor, before)]);
    return { days, cost: these?.amount ?? 0, before: those?.currency === these?.currency ? (those?.amount ?? 0) : 0 };
  }

  private sameDaysAt(actor: StaffActor, at: number, within: string | null): SameDays {
    const timeZone = this.timeZone(actor);
    const month = periodOf(at, timeZone);
    const days = lastWholeDay(month, at, timeZone) ?? 1;
    const of = (period: string): CostFilter => ({ within, months: [period], throughDay: days });
    return { days, now: of(month), before: of(monthBefore(month)) };
  }

  private comparedAt(
    actor: StaffActor,
    at: number,
    { within, hasBefore }: { within: string | null; hasBefore: boolean },
  ): Compared {
    const { days, now, before } = this.sameDaysAt(actor, at, within);
    const month = periodOf(at, this.timeZone(actor));
    if (days >= TELLING_DAYS || !hasBefore) return { span: { month, days }, now, before };
    const last = monthBefore(month);
    const whole = (period: string): CostFilter => ({ within, months: [period] });
    return { span: { month: last, days: null }, now: whole(last), before: whole(monthBefore(last)) };
  }

  private timeZone(actor: StaffActor): string {
    const [home] = scopeRoots(actor, 'money.read');
    return (home ? actor.snapshot.require(home) : actor.snapshot.root).timeZone;
  }
}
