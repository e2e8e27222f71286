import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { Clock } from '../common/clock.js';
import { nullWhereAbsent } from '../common/errors.js';
import { Instant } from '../common/scalars.js';
import { ApplyInput } from './case.inputs.js';
import { ReasonFreight } from './reason-freight.service.js';
import { ReasonFreightInput, ReasonFreightView } from './reason-freight.view.js';
import { WhatIf } from './what-if.service.js';
import { WhatIfView } from './what-if.view.js';

@Resolver()
export class WhatIfResolver {
  constructor(
    @Inject(WhatIf) private readonly trial: WhatIf,
    @Inject(ReasonFreight) private readonly freight: ReasonFreight,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Requires('order.read')
  @Query(() => [ReasonFreightView], {
    description: 'A3: who would pay the return freight, by class of reasons; empty where no goods come back.',
  })
  reasonFreight(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ReasonFreightInput }) input: ReasonFreightInput,
  ): Promise<ReasonFreightView[]> {
    return this.freight.of(actor, input, this.clock.now());
  }

  @Requires('order.read')
  @Query(() => WhatIfView, {
    nullable: true,
    description: 'A20: what an application would come to, at an instant or now; null where there is no such order in your scope.',
  })
  async whatIf(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ApplyInput }) input: ApplyInput,
    @Args('at', { type: () => Instant, nullable: true }) at: number | null,
  ): Promise<WhatIfView | null> {
    return this.trial.ask(actor, input, at ?? this.clock.now()).catch(nullWhereAbsent);
  }
}
