import { isTerminal, type CaseState } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import { CaseCounter } from '../after-sales/case-counter.service.js';
import { Appeals } from '../after-sales/remedies/appeal.service.js';
import { appealView } from '../after-sales/remedies/appeal-view.js';
import { viewRule } from '../after-sales/case-views.js';
import type { StaffActor } from '../auth/actor.js';
import { rootsWithin } from '../auth/within.js';
import { Clock } from '../common/clock.js';
import { JobListService } from '../jobs/job-list.service.js';
import { BudgetList } from '../money/budgets/budget-list.service.js';
import { MoneyHomeService } from '../money/money-home.service.js';
import { ChangeSetListService } from '../changes/change-set-list.service.js';
import { AdjustedService } from '../policies/adjusted.service.js';
import { AcknowledgementListService } from '../policies/acknowledgement-list.service.js';
import { CalendarService } from '../policies/calendar.service.js';
import { CoverageBoardService } from '../policies/coverage-board.service.js';
import { DriftService } from '../policies/drift.service.js';
import { ExemptionListService } from '../policies/exemption-list.service.js';
import { ReviewDatesService } from '../policies/review-dates.service.js';
import { RolloutListService } from '../rollouts/rollout-list.service.js';
import type { HomeFiguresView } from './home.view.js';

const DAY = 24 * 3_600_000;
/** What is to be known before it comes, and how far ahead the next change is looked for. */
const [SOON, PLANNED] = [14 * DAY, 400 * DAY];

const TOP_STORES = 3;
const APPEALS = 5;

const openOf = (byState: ReadonlyMap<CaseState, number>): number =>
  [...byState].reduce((sum, [state, cases]) => (isTerminal(state) ? sum : sum + cases), 0);

/** More of them are read in the calendar. */
const UPCOMING = 50;

/** HQ's landing page: each figure is that of the list it opens. */
@Injectable()
export class HomeService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CoverageBoardService) private readonly coverage: CoverageBoardService,
    @Inject(CalendarService) private readonly calendar: CalendarService,
    @Inject(ReviewDatesService) private readonly reviews: ReviewDatesService,
    @Inject(DriftService) private readonly drifts: DriftService,
    @Inject(AdjustedService) private readonly adjusted: AdjustedService,
    @Inject(ExemptionListService) private readonly exemptions: ExemptionListService,
    @Inject(ChangeSetListService) private readonly changes: ChangeSetListService,
    @Inject(AcknowledgementListService) private readonly acknowledgements: AcknowledgementListService,
    @Inject(CaseCounter) private readonly cases: CaseCounter,
    @Inject(Appeals) private readonly appeals: Appeals,
    @Inject(MoneyHomeService) private readonly money: MoneyHomeService,
    @Inject(BudgetList) private readonly budgets: BudgetList,
    @Inject(JobListService) private readonly jobs: JobListService,
    @Inject(RolloutListService) private readonly rollouts: RolloutListService,
  ) {}

  /** At and below a unit, or in all that the viewer reaches. @throws NotFound */
  async of(actor: StaffActor, within: string | null): Promise<HomeFiguresView> {
    rootsWithin(actor, 'home.read', within);
    const now = this.clock.now();
    const [
      coverage,
      byState,
      overdue,
      late,
      money,
      ahead,
      exemptionsEnding,
      reviewsDue,
      drifts,
      valuesAdjusted,
      changesWaiting,
      acknowledgementsOverdue,
      jobsOpen,
      rolloutsPaused,
      appeals,
      budgetsUndecided,
      budget,
    ] = await Promise.all([
      this.coverage.figures(actor, within),
      this.cases.byState(actor, within),
      this.cases.count(actor, within, viewRule('overdue', now)),
      this.cases.count(actor, within, viewRule('disputeLate', now)),
      this.money.of(actor, within),
      this.calendar.list(actor, { from: now, to: now + PLANNED, within }),
      this.exemptions.ending(actor, within),
      this.reviews.due(actor, within),
      this.drifts.count(actor, within),
      this.adjusted.count(actor, within),
      this.changes.waiting(actor, within),
      this.acknowledgements.overdue(actor, within),
      this.jobs.open(actor, within),
      this.rollouts.paused(actor, within),
      this.appeals.waiting(actor, within, APPEALS),
      this.budgets.undecided(actor, within),
      this.budgets.ofUnit(actor, within),
    ]);
    const soon = ahead.filter(({ at }) => at < now + SOON);
    return {
      branches: coverage.branches,
      branchesOn: coverage.on,
      branchesSuspended: coverage.suspended,
      openCases: openOf(byState),
      overdueCases: overdue.count,
      disputes: byState.get('DISPUTED') ?? 0,
      disputesLate: late.count,
      exemptionsEnding,
      acknowledgementsOverdue,
      drifts,
      valuesAdjusted,
      changesWaiting,
      jobsOpen,
      rolloutsPaused,
      budgetsUndecided,
      appeals: appeals.map(appealView),
      costThisMonth: money.cost,
      costSameDays: money.sameDays,
      budget,
      topStores: money.topStores.slice(0, TOP_STORES),
      storesIn: money.storesIn,
      reviewsDue,
      upcoming: soon.slice(0, UPCOMING),
      upcomingTotal: soon.length,
      nextChange: ahead[0] ?? null,
    };
  }
}
