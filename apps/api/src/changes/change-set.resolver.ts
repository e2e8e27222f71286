import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { NotFound } from '../common/errors.js';
import { PageInput } from '../common/pagination.js';
import { CoverageEffectView } from '../policies/coverage.types.js';
import { ApplyService } from './apply.service.js';
import { CancelService } from './cancel.service.js';
import { ChangeSetListService } from './change-set-list.service.js';
import { ChangeSetService } from './change-set.service.js';
import {
  ChangeImpactView,
  ChangeOperationView,
  ChangeSetEventView,
  ChangeSetFilter,
  ChangeSetInput,
  ChangeSetPage,
  ChangeSetView,
  RuleWriteView,
} from './change-set.types.js';

const id = { type: () => ID };
const version = { type: () => Int };

@Resolver(() => ChangeSetView)
export class ChangeSetResolver {
  constructor(
    @Inject(ChangeSetService) private readonly sets: ChangeSetService,
    @Inject(ApplyService) private readonly applying: ApplyService,
    @Inject(CancelService) private readonly cancelling: CancelService,
    @Inject(ChangeSetListService) private readonly lists: ChangeSetListService,
  ) {}

  @Requires('changeSet.read')
  @Query(() => ChangeSetPage)
  changeSets(
    @CurrentStaff() actor: StaffActor,
    @Args('filter', { type: () => ChangeSetFilter, nullable: true }) filter?: ChangeSetFilter | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<ChangeSetPage> {
    return this.lists.list(actor, filter ?? {}, page);
  }

  @Requires('changeSet.read')
  @Query(() => ChangeSetView, { nullable: true })
  changeSet(@CurrentStaff() actor: StaffActor, @Args('id', id) setId: string): Promise<ChangeSetView | null> {
    return this.lists.get(actor, setId);
  }

  @ResolveField(() => ChangeImpactView, {
    nullable: true,
    description: 'Of a set that was carried out or went stale: as it was then.',
  })
  impact(@CurrentStaff() actor: StaffActor, @Parent() set: ChangeSetView): Promise<ChangeImpactView | null> {
    return this.lists.impact(actor, set.id);
  }

  @ResolveField(() => [ChangeOperationView])
  operations(@CurrentStaff() actor: StaffActor, @Parent() set: ChangeSetView): Promise<ChangeOperationView[]> {
    return this.lists.operations(actor, set.id);
  }

  @ResolveField(() => [RuleWriteView], {
    description: 'What others wrote nearby since it was submitted: why its impact may have moved. The latest first.',
  })
  since(@CurrentStaff() actor: StaffActor, @Parent() set: ChangeSetView): Promise<RuleWriteView[]> {
    return this.lists.since(actor, set.id);
  }

  @ResolveField(() => [ChangeSetEventView], { description: 'The latest first.' })
  events(@CurrentStaff() actor: StaffActor, @Parent() set: ChangeSetView): Promise<ChangeSetEventView[]> {
    return this.lists.events(actor, set.id);
  }

  @Requires('changeSet.draft')
  @Mutation(() => ChangeSetView)
  async createChangeSet(@CurrentStaff() actor: StaffActor, @Args('input') input: ChangeSetInput): Promise<ChangeSetView> {
    return this.present(actor, await this.sets.create(actor, input));
  }

  @Requires('changeSet.draft')
  @Mutation(() => ChangeSetView, { description: 'Takes it back to its draft: what was submitted is no more.' })
  async editChangeSet(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) setId: string,
    @Args('version', version) seen: number,
    @Args('input') input: ChangeSetInput,
  ): Promise<ChangeSetView> {
    await this.sets.edit(actor, setId, seen, input);
    return this.present(actor, setId);
  }

  @Requires('changeSet.submit')
  @Mutation(() => ChangeSetView)
  async submitChangeSet(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) setId: string,
    @Args('version', version) seen: number,
  ): Promise<ChangeSetView> {
    await this.sets.submit(actor, setId, seen);
    return this.present(actor, setId);
  }

  @Requires('changeSet.approve')
  @Mutation(() => ChangeSetView, { description: 'Approves what was looked at, by both of its codes, and carries it out.' })
  async approveChangeSet(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) setId: string,
    @Args('contentHash') contentHash: string,
    @Args('impactHash') impactHash: string,
  ): Promise<ChangeSetView> {
    await this.applying.approve(actor, setId, { contentHash, impactHash });
    return this.present(actor, setId);
  }

  @Requires('changeSet.sendBack')
  @Mutation(() => ChangeSetView)
  async sendBackChangeSet(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) setId: string,
    @Args('version', version) seen: number,
    @Args('reason') reason: string,
  ): Promise<ChangeSetView> {
    await this.sets.sendBack(actor, setId, seen, reason);
    return this.present(actor, setId);
  }

  @Requires('changeSet.apply')
  @Mutation(() => ChangeSetView, { description: 'Carries it out without an approval, where none is needed.' })
  async applyChangeSet(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) setId: string,
    @Args('version', version) seen: number,
  ): Promise<ChangeSetView> {
    await this.applying.apply(actor, setId, seen);
    return this.present(actor, setId);
  }

  @Requires('changeSet.recalculate')
  @Mutation(() => ChangeSetView, { description: 'Looked at anew from what holds now; a draft again.' })
  async recalculateChangeSet(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) setId: string,
    @Args('version', version) seen: number,
  ): Promise<ChangeSetView> {
    await this.sets.recalculate(actor, setId, seen);
    return this.present(actor, setId);
  }

  @Requires('changeSet.cancel')
  @Query(() => [CoverageEffectView], {
    description: 'What taking back each of its facts would do, over what is left of it; empty where it has brought none.',
  })
  previewCancelChangeSet(@CurrentStaff() actor: StaffActor, @Args('id', id) setId: string): Promise<CoverageEffectView[]> {
    return this.cancelling.preview(actor, setId);
  }

  @Requires('changeSet.cancel')
  @Mutation(() => ChangeSetView, { description: 'Of one that is scheduled: what lies beneath it holds.' })
  async cancelChangeSet(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) setId: string,
    @Args('reason') reason: string,
  ): Promise<ChangeSetView> {
    await this.cancelling.cancel(actor, setId, reason);
    return this.present(actor, setId);
  }

  private async present(actor: StaffActor, setId: string): Promise<ChangeSetView> {
    const view = await this.lists.get(actor, setId);
    if (!view) throw new NotFound('change set', setId);
    return view;
  }
}
