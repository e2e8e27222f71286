import type { LiableParty } from '@headwater/after-sales';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, StaffActor } from '../../auth/actor.js';
import { CurrentActor, CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { Fen } from '../../common/scalars.js';
import { Database } from '../../database/database.js';
import { ParcelArgs, ReasonArgs } from '../case-args.js';
import type { AfterSalesCase } from '../case.entity.js';
import { CaseActionView, CaseView } from '../case.view.js';
import { oneOf, parcelOf, requireText } from '../read-args.js';
import { appealView } from './appeal-view.js';
import { Appeals } from './appeal.service.js';
import { Compensations } from './compensation.service.js';
import { ReturnLabels } from './label.service.js';
import { LiabilityAppealView } from './remedies.view.js';
import { RemedyActions } from './remedy-actions.service.js';

const parties: readonly LiableParty[] = ['branch', 'carrier', 'supplier', 'buyer', 'hq'];

@ArgsType()
export class CompensateArgs extends ReasonArgs {
  @Field(() => Fen) amount: number;
}

@ArgsType()
export class AnswerAppealArgs extends ReasonArgs {
  @Field(() => String, { nullable: true, description: 'Whom HQ names instead; absent upholds what was found.' })
  liable?: string | null;
}

@ArgsType()
export class IssueLabelArgs extends ParcelArgs {
  @Field(() => Fen, { description: 'What the branch pays the carrier.' }) freightPaid: number;
}

/** What may be done to a case beside its state, whatever that is. */
@Resolver(() => CaseView)
export class RemediesResolver {
  constructor(
    @Inject(Compensations) private readonly compensations: Compensations,
    @Inject(Appeals) private readonly appeals: Appeals,
    @Inject(ReturnLabels) private readonly labels: ReturnLabels,
    @Inject(RemedyActions) private readonly actions: RemedyActions,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Requires('case.compensate')
  @Mutation(() => CaseView, { description: 'Money for what went wrong, beside any refund; after the end of the case too.' })
  compensate(@CurrentStaff() actor: StaffActor, @Args() { amount, reason, ...seen }: CompensateArgs): Promise<CaseView> {
    requireText('reason', reason);
    return this.compensations.grant(actor, seen, amount, reason);
  }

  @Requires('case.issueLabel')
  @Mutation(() => CaseView, { description: 'A8: a prepaid label; the buyer sends the goods back by it and pays nothing.' })
  issueLabel(@CurrentStaff() actor: StaffActor, @Args() args: IssueLabelArgs): Promise<CaseView> {
    const { carrier, tracking, freightPaid: freight, ...seen } = args;
    return this.labels.issue(actor, seen, { ...parcelOf(carrier, tracking), freight });
  }

  @Requires('case.appeal')
  @Mutation(() => CaseView, { description: 'The branch contests its liability; HQ answers.' })
  appeal(@CurrentStaff() actor: StaffActor, @Args() { reason, ...seen }: ReasonArgs): Promise<CaseView> {
    requireText('reason', reason);
    return this.appeals.open(actor, seen, reason);
  }

  @Requires('case.answerAppeal')
  @Mutation(() => CaseView)
  answerAppeal(@CurrentStaff() actor: StaffActor, @Args() { liable, reason, ...seen }: AnswerAppealArgs): Promise<CaseView> {
    requireText('reason', reason);
    return this.appeals.answer(actor, seen, liable == null ? null : oneOf('liable', liable, parties), reason);
  }

  @ResolveField(() => [CaseActionView], { description: 'What the viewer may do beside the state, in any state.' })
  remedies(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<CaseActionView[]> {
    return this.actions.of(actor, row);
  }

  @ResolveField('appeals', () => [LiabilityAppealView], { description: 'For staff, the first first.' })
  async appealsOf(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<LiabilityAppealView[]> {
    return actor.kind === 'staff' ? (await this.appeals.of(this.database.read, row.id)).map(appealView) : [];
  }
}
