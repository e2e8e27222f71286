import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { Instant } from '../common/scalars.js';
import { CoverageEffectView } from './coverage.types.js';
import { RescheduleService } from './reschedule.service.js';

const id = { type: () => ID };
const instant = { type: () => Instant, nullable: true };

@Resolver()
export class RescheduleResolver {
  constructor(@Inject(RescheduleService) private readonly service: RescheduleService) {}

  @Requires('rules.assign')
  @Query(() => CoverageEffectView)
  previewReschedule(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) assignmentId: string,
    @Args('from', instant) from?: number | null,
    @Args('to', instant) to?: number | null,
  ): Promise<CoverageEffectView> {
    return this.service.preview(actor, { id: assignmentId, from: from ?? null, to: to ?? null });
  }

  @Requires('rules.assign')
  @Mutation(() => CoverageEffectView, {
    description:
      'Another time for an assignment that has not begun; needs what assigning and cancelling need. Without `from`, at once; without `to`, no end.',
  })
  rescheduleAssignment(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) assignmentId: string,
    @Args('from', instant) from: number | null | undefined,
    @Args('to', instant) to: number | null | undefined,
    @Args('reason') reason: string,
  ): Promise<CoverageEffectView> {
    return this.service.reschedule(actor, { id: assignmentId, from: from ?? null, to: to ?? null }, reason);
  }
}
