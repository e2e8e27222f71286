import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { HomeService } from './home.service.js';
import { HomeFiguresView } from './home.view.js';

@Resolver()
export class HomeResolver {
  constructor(@Inject(HomeService) private readonly service: HomeService) {}

  @Requires('home.read')
  @Query(() => HomeFiguresView)
  home(
    @CurrentStaff() actor: StaffActor,
    @Args('within', { type: () => ID, nullable: true, description: 'At and below this unit alone.' }) within?: string | null,
  ): Promise<HomeFiguresView> {
    return this.service.of(actor, within ?? null);
  }
}
