import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { Instant } from '../common/scalars.js';
import { ServiceTextService } from './service-text.service.js';
import { GoodsInput, RulesDraftInput, ServiceTextsView } from './service-text.types.js';

@Resolver()
export class ServiceTextResolver {
  constructor(@Inject(ServiceTextService) private readonly service: ServiceTextService) {}

  @Requires('rules.read')
  @Query(() => ServiceTextsView, {
    description:
      'P18: notices, scripts and badges of a unit, filled from its effective rules; with goods, as they show on these; with a draft, as if it held.',
  })
  serviceTexts(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', { type: () => ID }) nodeId: string,
    @Args('at', { type: () => Instant, nullable: true }) at?: number | null,
    @Args('knownAt', { type: () => Instant, nullable: true, description: 'P9: as it was known then; without it, as known now.' })
    knownAt?: number | null,
    @Args('goods', { type: () => GoodsInput, nullable: true }) goods?: GoodsInput | null,
    @Args('draft', { type: () => RulesDraftInput, nullable: true }) draft?: RulesDraftInput | null,
  ): Promise<ServiceTextsView> {
    return this.service.at(actor, { nodeId, at, knownAt, goods, draft });
  }
}
