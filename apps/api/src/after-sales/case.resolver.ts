import { caseTypes, orderStages, reasonClassLabels, reasonCodes, reasonOf, type CaseType } from '@headwater/after-sales';
import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { Clock } from '../common/clock.js';
import { nullWhereAbsent } from '../common/errors.js';
import { PageInput } from '../common/pagination.js';
import { ApplyService } from './apply.service.js';
import { CaseCounter } from './case-counter.service.js';
import { CaseSortEnum, type CaseSort } from './case-enums.js';
import { CaseListService } from './case-list.service.js';
import { CaseQuery } from './case-query.service.js';
import { ApplyInput, CaseFilter } from './case.inputs.js';
import { CaseCountsView, CasePageView, CaseView, EligibilityView, ReturnReasonView } from './case.view.js';
import { eligibilityView } from './eligibility-present.js';

@Resolver()
export class CaseResolver {
  constructor(
    @Inject(CaseListService) private readonly list: CaseListService,
    @Inject(CaseCounter) private readonly counter: CaseCounter,
    @Inject(CaseQuery) private readonly query: CaseQuery,
    @Inject(ApplyService) private readonly applications: ApplyService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Requires('case.read')
  @Query(() => CasePageView)
  cases(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => CaseFilter, nullable: true }) filter: CaseFilter | null,
    @Args('sort', { type: () => CaseSortEnum, nullable: true, defaultValue: 'deadline' }) sort: CaseSort | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ): Promise<CasePageView> {
    return this.list.list(actor, filter, sort ?? 'deadline', page);
  }

  @Requires('case.read')
  @Query(() => CaseCountsView)
  caseCounts(
    @CurrentActor() actor: Actor,
    @Args('within', { type: () => ID, nullable: true }) within: string | null,
  ): Promise<CaseCountsView> {
    return this.counter.counts(actor, within);
  }

  @Requires('case.read')
  @Query(() => CaseView, { nullable: true, name: 'case', description: 'Null where there is none, or none in your scope.' })
  async oneCase(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<CaseView | null> {
    return this.query.get(actor, id).catch(nullWhereAbsent);
  }

  @Requires('case.read')
  @Query(() => [ReturnReasonView], { description: 'A5: the tree of reasons, in its order.' })
  returnReasons(): ReturnReasonView[] {
    return reasonCodes.map((code) => {
      const reason = reasonOf(code);
      return {
        code,
        class: reason.class,
        label: reason.label,
        classLabel: reasonClassLabels[reason.class],
        types: typesFor(reason.stages),
        followUp: reason.followUp,
      };
    });
  }

  @Requires('case.read')
  @Query(() => EligibilityView, { description: 'Whether an application may be made, by which rules; nothing is written.' })
  async checkApplication(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ApplyInput }) input: ApplyInput,
  ): Promise<EligibilityView> {
    return eligibilityView(await this.applications.check(actor, input, this.clock.now()));
  }
}

/** Goods can only be returned once they were received. */
const typesFor = (stages: readonly (typeof orderStages)[number][]): CaseType[] =>
  caseTypes.filter((type) => type === 'RO' || stages.includes('received'));
