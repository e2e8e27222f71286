import { isTerminal, type CaseState } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import { CaseCounter } from '../after-sales/case-counter.service.js';
import { viewRule } from '../after-sales/case-views.js';
import type { StaffActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { MoneyHomeService } from '../money/money-home.service.js';
import { CoverageBoardService } from '../policies/coverage-board.service.js';
import { DriftService } from '../policies/drift.service.js';
import { ExemptionListService } from '../policies/exemption-list.service.js';
import { LibraryViewService } from '../policies/library-view.service.js';
import type { HomeFiguresView } from './home.view.js';

const openOf = (byState: ReadonlyMap<CaseState, number>): number =>
  [...byState].reduce((sum, [state, cases]) => (isTerminal(state) ? sum : sum + cases), 0);

/** HQ's landing page: each figure is that of the list it opens. */
@Injectable()
export class HomeService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CoverageBoardService) private readonly coverage: CoverageBoardService,
    @Inject(LibraryViewService) private readonly library: LibraryViewService,
    @Inject(DriftService) private readonly drifts: DriftService,
    @Inject(ExemptionListService) private readonly exemptions: ExemptionListService,
    @Inject(CaseCounter) private readonly cases: CaseCounter,
    @Inject(MoneyHomeService) private readonly money: MoneyHomeService,
  ) {}

  async of(actor: StaffActor): Promise<HomeFiguresView> {
    const [coverage, byState, overdueCases, money, upcoming, exemptionsEnding, drifts] = await Promise.all([
      this.coverage.figures(actor),
      this.cases.byState(actor, null),
      this.cases.count(actor, null, viewRule('overdue', this.clock.now())),
      this.money.of(actor),
      this.library.upcoming(actor),
      this.exemptions.ending(actor),
      this.drifts.count(actor),
    ]);
    return {
      branches: coverage.branches,
      branchesOn: coverage.on,
      branchesSuspended: coverage.suspended,
      openCases: openOf(byState),
      overdueCases,
      disputes: byState.get('DISPUTED') ?? 0,
      exemptionsEnding,
      drifts,
      costThisMonth: money.cost,
      costSameDaysBefore: money.costSameDaysBefore,
      upcoming,
    };
  }
}
