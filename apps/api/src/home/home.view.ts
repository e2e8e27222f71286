import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LiabilityAppealView } from '../after-sales/remedies/remedies.view.js';
import { Fen } from '../common/scalars.js';
import { BudgetView } from '../money/budgets/budget.types.js';
import { CostRowView, SameDaysView, StoresSpanView } from '../money/cost.view.js';
import { CalendarEntryView } from '../policies/calendar.types.js';
import { ReviewDueView } from '../policies/review-dates.types.js';

@ObjectType('HomeFigures', { description: 'How it goes in all that the viewer reaches at and below a unit.' })
export class HomeFiguresView {
  @Field(() => Int) branches: number;
  @Field(() => Int, { description: 'Free returns on and not suspended.' }) branchesOn: number;
  @Field(() => Int) branchesSuspended: number;
  @Field(() => Int) openCases: number;
  @Field(() => Int, { description: 'Counted as far as 10,000.' }) overdueCases: number;
  @Field(() => Int) disputes: number;
  @Field(() => Int, { description: 'A13: disputes that have waited for a verdict longer than the rules mean them to.' })
  disputesLate: number;
  @Field(() => Int, { description: 'Fields that units set for themselves.' }) drifts: number;
  @Field(() => Int, { description: 'Values that hold otherwise than wanted, bent by bounds set later above.' })
  valuesAdjusted: number;
  @Field(() => Int, { description: 'Exemptions that end in the next fourteen days.' }) exemptionsEnding: number;
  @Field(() => Int, { description: 'Change sets that wait for the viewer: to approve, or to recalculate his own.' })
  changesWaiting: number;
  @Field(() => Int, { description: 'Rules that some branch has not accepted in time.' }) acknowledgementsOverdue: number;
  @Field(() => Int, { description: 'The viewer’s own jobs that run, or that failed at some branches in the last fourteen days.' })
  jobsOpen: number;
  @Field(() => [LiabilityAppealView], {
    description: 'Appeals that wait for the viewer’s answer, up to five, the longest waiting first.',
  })
  appeals: LiabilityAppealView[];
  @Field(() => Int, { description: 'Rollouts on hold.' }) rolloutsPaused: number;
  @Field(() => Int, { description: 'S5: budgets that are used up and wait for a decision of the viewer’s.' })
  budgetsUndecided: number;
  @Field(() => Fen, { description: 'Returns, this month.' }) costThisMonth: number;
  @Field(() => SameDaysView) costSameDays: SameDaysView;
  @Field(() => BudgetView, { nullable: true, description: 'S5: of free returns, for this month; null: none is set.' })
  budget: BudgetView | null;
  @Field(() => [CostRowView], { description: 'The stores that cost most, up to three.' }) topStores: CostRowView[];
  @Field(() => StoresSpanView) storesIn: StoresSpanView;
  @Field(() => [ReviewDueView], {
    description:
      'Review dates of units that have come, or come in fourteen days: those that they set, or a year after their rules were assigned.',
  })
  reviewsDue: ReviewDueView[];
  @Field(() => [CalendarEntryView], { description: 'What begins and ends in the next fourteen days, up to fifty.' })
  upcoming: CalendarEntryView[];
  @Field(() => Int, { description: 'How many these are in all.' }) upcomingTotal: number;
  @Field(() => CalendarEntryView, { nullable: true, description: 'The soonest of all that is planned.' })
  nextChange: CalendarEntryView | null;
}
