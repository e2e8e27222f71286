import type { KindKey } from '@headwater/policy';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { ComparisonService } from './comparison.service.js';
import { RuleDifferenceView, RulesPlaceInput, VersionDifferenceView, VersionPlaceInput } from './comparison.types.js';
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
  @Query(() => [VersionDifferenceView], { description: 'Two versions of one policy, or of two policies of one kind.' })
  compareVersions(
    @CurrentStaff() actor: StaffActor,
    @Args('from') from: VersionPlaceInput,
    @Args('to') to: VersionPlaceInput,
  ): Promise<VersionDifferenceView[]> {
    return this.service.versions(actor, from, to);
  }
}
