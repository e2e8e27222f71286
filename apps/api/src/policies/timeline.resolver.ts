import type { KindKey } from '@headwater/policy';
import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { Instant } from '../common/scalars.js';
import { PolicyKindKeyEnum } from './enums.js';
import { TimelineService } from './timeline.service.js';
import { RuleTimelineView } from './timeline.types.js';

@Resolver()
export class TimelineResolver {
  constructor(@Inject(TimelineService) private readonly service: TimelineService) {}

  @Requires('rules.read')
  @Query(() => RuleTimelineView, {
    description: 'Without `field`, every field of the kind; without a time, a year back and a year ahead; up to four years.',
  })
  ruleTimeline(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', { type: () => ID }) nodeId: string,
    @Args('kind', { type: () => PolicyKindKeyEnum }) kind: KindKey,
    @Args('field', { type: () => String, nullable: true }) field?: string | null,
    @Args('from', { type: () => Instant, nullable: true }) from?: number | null,
    @Args('to', { type: () => Instant, nullable: true }) to?: number | null,
  ): Promise<RuleTimelineView> {
    return this.service.of(actor, { nodeId, kind, field, from, to });
  }
}
