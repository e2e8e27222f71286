import type { ClaimParty } from '@headwater/ledger';
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, StaffActor } from '../../auth/actor.js';
import { CurrentActor, CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { NotFound } from '../../common/errors.js';
import { PageInput } from '../../common/pagination.js';
import { Fen } from '../../common/scalars.js';
import { MoneyHomeView } from '../cost.view.js';
import { ClaimList } from './claim-list.service.js';
import { ClaimSettlement } from './claim-settlement.service.js';
import { ClaimStatusEnum, type ClaimStatus } from './claim-status.js';
import type { LedgerClaim } from './claim.entity.js';
import { ClaimPageView, ClaimPartyEnum, ClaimView } from './claim.view.js';

/** M1: claims, and what became of them. */
@Resolver(() => MoneyHomeView)
export class ClaimsResolver {
  constructor(
    @Inject(ClaimList) private readonly list: ClaimList,
    @Inject(ClaimSettlement) private readonly settlement: ClaimSettlement,
  ) {}

  @Requires('money.read')
  @Query(() => ClaimPageView, { description: 'The latest first.' })
  claims(
    @CurrentActor() actor: Actor,
    @Args('within', { type: () => ID, nullable: true }) within: string | null,
    @Args('status', { type: () => ClaimStatusEnum, nullable: true, description: 'Absent: all.' }) status: ClaimStatus | null,
    @Args('party', { type: () => ClaimPartyEnum, nullable: true, description: 'Absent: all.' }) party: ClaimParty | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ): Promise<ClaimPageView> {
    const asked = { within: within ?? null, status: status ?? null, party: party ?? null };
    return this.list.list(actor, asked, page ?? null);
  }

  @Requires('money.settleClaim')
  @Mutation(() => ClaimView, { description: 'Money came in for it: cash against what is receivable.' })
  async recoverClaim(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('amount', { type: () => Fen, description: '1 to what is left of the claim.' }) amount: number,
    @Args('version', { type: () => Int }) version: number,
    @Args('reference', { description: 'Of the payment, 1 to 64 characters.' }) reference: string,
  ): Promise<ClaimView> {
    return this.view(actor, await this.settlement.recover(actor, { id, version }, amount, reference));
  }

  @Requires('money.settleClaim')
  @Mutation(() => ClaimView, { description: 'What is left of it becomes a cost of the fallback bearer.' })
  async refuseClaim(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason', { description: '1 to 500 characters.' }) reason: string,
  ): Promise<ClaimView> {
    return this.view(actor, await this.settlement.refuse(actor, { id, version }, reason));
  }

  @Requires('money.openClaim')
  @Mutation(() => ClaimView, { description: 'One by hand that nothing was paid of: the books take it back.' })
  async withdrawClaim(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason', { description: '1 to 500 characters.' }) reason: string,
  ): Promise<ClaimView> {
    return this.view(actor, await this.settlement.withdraw(actor, { id, version }, reason));
  }

  @ResolveField(() => Int, { description: 'Those the viewer may settle, counted as far as 10,000.' })
  openClaims(@CurrentActor() actor: Actor): Promise<number> {
    return this.list.openOf(actor);
  }

  private async view(actor: StaffActor, row: LedgerClaim): Promise<ClaimView> {
    const [view] = await this.list.views(actor, [row]);
    if (!view) throw new NotFound('claim', row.id);
    return view;
  }
}
