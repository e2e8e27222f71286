import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { SavedViews } from './saved-view.service.js';
import { SavedViewInput, SavedViewView } from './saved-view.types.js';

const id = { type: () => ID };

@Resolver()
export class SavedViewResolver {
  constructor(@Inject(SavedViews) private readonly views: SavedViews) {}

  @Requires('case.read')
  @Query(() => [SavedViewView], { description: "A17: the viewer's own views, and those that units over his share." })
  savedViews(
    @CurrentStaff() actor: StaffActor,
    @Args('within', { type: () => ID, nullable: true }) within: string | null,
  ): Promise<SavedViewView[]> {
    return this.views.list(actor, within);
  }

  @Requires('case.read')
  @Mutation(() => SavedViewView)
  createSavedView(@CurrentStaff() actor: StaffActor, @Args('input') input: SavedViewInput): Promise<SavedViewView> {
    return this.views.create(actor, input);
  }

  @Requires('case.read')
  @Mutation(() => SavedViewView)
  updateSavedView(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) view: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('input') input: SavedViewInput,
  ): Promise<SavedViewView> {
    return this.views.update(actor, view, version, input);
  }

  @Requires('case.read')
  @Mutation(() => Boolean)
  async removeSavedView(@CurrentStaff() actor: StaffActor, @Args('id', id) view: string): Promise<boolean> {
    await this.views.remove(actor, view);
    return true;
  }
}
