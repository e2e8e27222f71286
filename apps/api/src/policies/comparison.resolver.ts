import type { KindKey } from '@headwater/policy';
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { ComparisonService } from './comparison.service.js';
import { RuleDifferenceView, RulesPlaceInput, VersionDifferenceView } from './comparison.types.js';
import { PolicyKindKeyEnum } from './enums.js';

@Resolver()
export class ComparisonResolver {
  constructor(@Inject(ComparisonService) private readonly service: ComparisonService) {}

  @Requires('rules.read')
  @Query(() => [RuleDifferenceView], { description: 'Two units, or one on two dates; without a kind, of all kinds.' })
  compareRules(
    @CurrentStaff() actor: StaffActor,
    @Args('from') from: RulesPlaceInput,
    @Args('to') to: RulesPlaceInput,
    @Args('kind', { type: () => PolicyKindKeyEnum, nullable: true }) kind?: KindKey | null,
  ): Promise<RuleDifferenceView[]> {
    return this.service.rules(actor, kind ?? null, from, to);
  }

  @Requires('policy.read')
  @Query(() => [VersionDifferenceView], { description: 'Two versions of one policy.' })
  compareVersions(
    @CurrentStaff() actor: StaffActor,
    @Args('policyId', { type: () => ID }) policyId: string,
    @Args('from', { type: () => Int }) from: number,
    @Args('to', { type: () => Int }) to: number,
  ): Promise<VersionDifferenceView[]> {
    return this.service.versions(actor, policyId, from, to);
  }
}
