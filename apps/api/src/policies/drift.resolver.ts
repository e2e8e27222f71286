import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { PageInput } from '../common/pagination.js';
import { DriftService } from './drift.service.js';
import { DriftFilter, DriftPage } from './drift.types.js';

@Resolver()
export class DriftResolver {
  constructor(@Inject(DriftService) private readonly service: DriftService) {}

  @Requires('coverage.read')
  @Query(() => DriftPage, { description: 'Who overrides what, where the viewer reaches.' })
  drifts(
    @CurrentStaff() actor: StaffActor,
    @Args('filter', { type: () => DriftFilter, nullable: true }) filter?: DriftFilter | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<DriftPage> {
    return this.service.list(actor, filter ?? {}, page);
  }
}
