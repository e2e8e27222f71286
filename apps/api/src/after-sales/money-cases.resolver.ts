import { Inject } from '@nestjs/common';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { Clock } from '../common/clock.js';
import { ClaimView } from '../money/claims/claim.view.js';
import { LedgerLineView, MoneyHomeView } from '../money/cost.view.js';
import { CaseCounter } from './case-counter.service.js';
import { CaseListService } from './case-list.service.js';
import { CaseQuery } from './case-query.service.js';
import { viewRule } from './case-views.js';
import { CaseView } from './case.view.js';

const SHOWN = 10;

/** What after-sales adds to finance's landing page. */
@Resolver(() => MoneyHomeView)
export class MoneyHomeCasesResolver {
  constructor(
    @Inject(CaseListService) private readonly list: CaseListService,
    @Inject(CaseCounter) private readonly counter: CaseCounter,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField(() => [CaseView], { description: 'Refunds to be paid, the soonest due first.' })
  async refundsDue(@CurrentActor() actor: Actor): Promise<CaseView[]> {
    return (await this.list.list(actor, { view: 'refunding' }, 'deadline', { first: SHOWN })).items;
  }

  @ResolveField(() => Int, { description: 'Counted as far as 10,000.' })
  async payoutFailures(@CurrentActor() actor: Actor): Promise<number> {
    return (await this.counter.count(actor, null, viewRule('payoutFailed', this.clock.now()))).count;
  }
}

/** And to a line of the ledger. */
@Resolver(() => LedgerLineView)
export class LedgerLineCaseResolver {
  constructor(@Inject(CaseQuery) private readonly query: CaseQuery) {}

  @ResolveField(() => String, { nullable: true })
  async caseCode(@Parent() line: LedgerLineView): Promise<string | null> {
    return line.caseId === null ? null : ((await this.query.find(line.caseId))?.code ?? null);
  }
}

/** And to a claim. */
@Resolver(() => ClaimView)
export class ClaimCaseResolver {
  constructor(@Inject(CaseQuery) private readonly query: CaseQuery) {}

  @ResolveField(() => String, { nullable: true })
  async caseCode(@Parent() claim: ClaimView): Promise<string | null> {
    return (await this.query.find(claim.caseId))?.code ?? null;
  }
}
