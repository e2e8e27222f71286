import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { PageInput } from '../common/pagination.js';
import { AdjustedService } from './adjusted.service.js';
import { AdjustedValuePage } from './adjusted.types.js';

@Resolver()
export class AdjustedResolver {
  constructor(@Inject(AdjustedService) private readonly service: AdjustedService) {}

  @Requires('coverage.read')
  @Query(() => AdjustedValuePage, { description: 'What later bounds have bent, where the viewer reaches; at or below a unit.' })
  adjustedValues(
    @CurrentStaff() actor: StaffActor,
    @Args('within', { type: () => ID, nullable: true }) within?: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<AdjustedValuePage> {
    return this.service.list(actor, within ?? null, page);
  }
}
