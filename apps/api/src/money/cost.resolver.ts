import { Inject } from '@nestjs/common';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor, StaffActor } from '../auth/actor.js';
import { CurrentActor, CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { PageInput } from '../common/pagination.js';
import { CostDimensionEnum, type CostDimension } from './cost-enums.js';
import { CostLinesService } from './cost-lines.service.js';
import { CostReportService } from './cost-report.service.js';
import { CostFilter, CostReportView, LedgerLinePageView, MoneyHomeView, SubsidyRatesView } from './cost.view.js';
import { MoneyHomeService } from './money-home.service.js';
import { SubsidyRates } from './subsidy-rates.service.js';

@Resolver()
export class CostResolver {
  constructor(
    @Inject(CostReportService) private readonly reports: CostReportService,
    @Inject(CostLinesService) private readonly lines: CostLinesService,
    @Inject(MoneyHomeService) private readonly home: MoneyHomeService,
    @Inject(SubsidyRates) private readonly rates: SubsidyRates,
  ) {}

  @Requires('money.read')
  @Query(() => CostReportView)
  costReport(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => CostFilter, nullable: true }) filter: CostFilter | null,
    @Args('by', { type: () => [CostDimensionEnum], description: 'One to three different ones.' }) by: CostDimension[],
    @Args('top', { type: () => Int, nullable: true, defaultValue: 100 }) top: number | null,
    @Args('comparedWith', { type: () => String, nullable: true, description: 'Another month than the only one of the filter.' })
    comparedWith: string | null,
  ): Promise<CostReportView> {
    return this.reports.report(actor, filter, { by, top: top ?? 100, comparedWith });
  }

  @Requires('money.read')
  @Query(() => LedgerLinePageView, { description: 'The lines behind a report with the same filter.' })
  costLines(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => CostFilter, nullable: true }) filter: CostFilter | null,
    @Args('store', { type: () => ID, nullable: true }) store: string | null,
    @Args('caseId', { type: () => ID, nullable: true }) caseId: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ): Promise<LedgerLinePageView> {
    return this.lines.list(actor, filter, { store, caseId }, page);
  }

  @Requires('money.read')
  @Query(() => SubsidyRatesView)
  subsidyRates(
    @CurrentActor() actor: Actor,
    @Args('within', { type: () => ID, nullable: true }) within: string | null,
    @Args('months', { type: () => [String], nullable: true, description: 'YYYY-MM; absent or empty: all.' })
    months: string[] | null,
    @Args('top', { type: () => Int, nullable: true, defaultValue: 100 }) top: number | null,
  ): Promise<SubsidyRatesView> {
    return this.rates.of(actor, { within, months: months ?? [], top: top ?? 100 });
  }

  @Requires('moneyHome.read')
  @Query(() => MoneyHomeView)
  moneyHome(@CurrentStaff() actor: StaffActor): Promise<MoneyHomeView> {
    return this.home.of(actor);
  }
}
