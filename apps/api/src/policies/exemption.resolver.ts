import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { PageInput } from '../common/pagination.js';
import { CoverageEffectView } from './coverage.types.js';
import { ExemptionListService } from './exemption-list.service.js';
import { ExemptionService } from './exemption.service.js';
import { ExemptionFilter, ExemptionInput, ExemptionPage } from './exemption.types.js';

@Resolver()
export class ExemptionResolver {
  constructor(
    @Inject(ExemptionListService) private readonly lists: ExemptionListService,
    @Inject(ExemptionService) private readonly service: ExemptionService,
  ) {}

  @Requires('exemption.read')
  @Query(() => ExemptionPage)
  exemptions(
    @CurrentStaff() actor: StaffActor,
    @Args('filter', { type: () => ExemptionFilter, nullable: true }) filter?: ExemptionFilter | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<ExemptionPage> {
    return this.lists.list(actor, filter ?? {}, page);
  }

  @Requires('exemption.grant')
  @Query(() => CoverageEffectView, { description: 'What would change at once: own values that lie under the lock.' })
  previewExemption(@CurrentStaff() actor: StaffActor, @Args('input') input: ExemptionInput): Promise<CoverageEffectView> {
    return this.service.preview(actor, input);
  }

  @Requires('exemption.grant')
  @Mutation(() => CoverageEffectView, { description: 'By somebody with authority over the unit whose lock it lifts.' })
  grantExemption(
    @CurrentStaff() actor: StaffActor,
    @Args('input') input: ExemptionInput,
    @Args('reason') reason: string,
  ): Promise<CoverageEffectView> {
    return this.service.grant(actor, input, reason);
  }

  @Requires('exemption.revoke')
  @Query(() => CoverageEffectView, { description: 'What would change at once if it ended now.' })
  previewExemptionRevoke(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CoverageEffectView> {
    return this.service.previewRevoke(actor, id);
  }

  @Requires('exemption.revoke')
  @Mutation(() => CoverageEffectView, { description: 'Ends it now; the lock holds again.' })
  revokeExemption(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ): Promise<CoverageEffectView> {
    return this.service.revoke(actor, id, reason);
  }
}
