import { Module } from '@nestjs/common';
import { GuardFiguresService } from './guard-figures.service.js';
import { RolloutListService } from './rollout-list.service.js';
import { RolloutResolver } from './rollout.resolver.js';
import { RolloutService } from './rollout.service.js';

/** P11: versions brought out in steps. */
@Module({
  providers: [RolloutService, RolloutListService, GuardFiguresService, RolloutResolver],
  exports: [RolloutService, RolloutListService],
})
export class RolloutsModule {}
