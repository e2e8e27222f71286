import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { NotFound } from '../common/errors.js';
import { PageInput } from '../common/pagination.js';
import { RolloutListService } from './rollout-list.service.js';
import { RolloutService } from './rollout.service.js';
import {
  CohortInput,
  RolloutChangeView,
  RolloutFilter,
  RolloutInput,
  RolloutMoveEnum,
  RolloutPage,
  RolloutView,
  type RolloutMove,
} from './rollout.types.js';

const id = { type: () => ID };
const seen = { type: () => Int, description: 'The version that was read.' };

@Resolver()
export class RolloutResolver {
  constructor(
    @Inject(RolloutListService) private readonly lists: RolloutListService,
    @Inject(RolloutService) private readonly service: RolloutService,
  ) {}

  @Requires('rollout.read')
  @Query(() => RolloutPage)
  rollouts(
    @CurrentStaff() actor: StaffActor,
    @Args('filter', { type: () => RolloutFilter, nullable: true }) filter?: RolloutFilter | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<RolloutPage> {
    return this.lists.list(actor, filter ?? {}, page);
  }

  @Requires('rollout.read')
  @Query(() => RolloutView, { nullable: true })
  rollout(@CurrentStaff() actor: StaffActor, @Args('id', id) rolloutId: string): Promise<RolloutView | null> {
    return this.lists.rollout(actor, rolloutId);
  }

  @Requires('rollout.start')
  @Query(() => RolloutChangeView)
  previewStartRollout(@CurrentStaff() actor: StaffActor, @Args('input') input: RolloutInput): Promise<RolloutChangeView> {
    return this.service.previewStart(actor, input);
  }

  @Requires('rollout.advance')
  @Query(() => RolloutChangeView)
  previewRollout(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) rolloutId: string,
    @Args('move', { type: () => RolloutMoveEnum }) move: RolloutMove,
    @Args('cohort', { type: () => CohortInput, nullable: true }) cohort?: CohortInput | null,
  ): Promise<RolloutChangeView> {
    return this.service.previewMove(actor, rolloutId, move, cohort ?? null);
  }

  @Requires('rollout.start')
  @Mutation(() => RolloutChangeView, { description: 'P11: a version for a first cohort at and below a unit.' })
  startRollout(
    @CurrentStaff() actor: StaffActor,
    @Args('input') input: RolloutInput,
    @Args('reason') reason: string,
  ): Promise<RolloutChangeView> {
    return this.service.start(actor, input, reason);
  }

  @Requires('rollout.advance')
  @Mutation(() => RolloutChangeView, { description: 'More branches; whoever is in stays in.' })
  advanceRollout(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) rolloutId: string,
    @Args('cohort', { type: () => CohortInput }) cohort: CohortInput,
    @Args('version', seen) version: number,
  ): Promise<RolloutChangeView> {
    return this.service.advance(actor, rolloutId, cohort, version);
  }

  @Requires('rollout.finish')
  @Mutation(() => RolloutChangeView, { description: 'The version for everyone at the unit; the pilot ends.' })
  finishRollout(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) rolloutId: string,
    @Args('reason') reason: string,
    @Args('version', seen) version: number,
  ): Promise<RolloutChangeView> {
    return this.service.finish(actor, rolloutId, reason, version);
  }

  @Requires('rollout.cancel')
  @Mutation(() => RolloutChangeView, { description: 'The pilot ends; what lay beneath holds again.' })
  cancelRollout(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) rolloutId: string,
    @Args('reason') reason: string,
    @Args('version', seen) version: number,
  ): Promise<RolloutChangeView> {
    return this.service.cancel(actor, rolloutId, reason, version);
  }

  @Requires('rollout.pause')
  @Mutation(() => RolloutView, { description: 'By hand: no next step until it is resumed. The pilot stays.' })
  async pauseRollout(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) rolloutId: string,
    @Args('reason') reason: string,
    @Args('version', seen) version: number,
  ): Promise<RolloutView> {
    await this.service.pause(actor, rolloutId, reason, version);
    return this.present(actor, rolloutId);
  }

  @Requires('rollout.resume')
  @Mutation(() => RolloutView)
  async resumeRollout(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) rolloutId: string,
    @Args('reason') reason: string,
    @Args('version', seen) version: number,
  ): Promise<RolloutView> {
    await this.service.resume(actor, rolloutId, reason, version);
    return this.present(actor, rolloutId);
  }

  private async present(actor: StaffActor, rolloutId: string): Promise<RolloutView> {
    const view = await this.lists.rollout(actor, rolloutId);
    if (!view) throw new NotFound('rollout', rolloutId);
    return view;
  }
}
