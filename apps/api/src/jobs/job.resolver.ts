import type { Permission } from '@headwater/access';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { PageInput } from '../common/pagination.js';
import type { JobRowState } from './job.entity.js';
import { permissionOf } from './job-actions.js';
import { JobListService } from './job-list.service.js';
import { JobService } from './job.service.js';
import {
  JobFilter,
  JobInput,
  JobPage,
  JobRowPage,
  JobRowStateEnum,
  JobView,
  SelectionInput,
  SelectionPage,
} from './job.types.js';

const id = { type: () => ID };
const page = { type: () => PageInput, nullable: true };

/** Which of them it takes, the action decides. */
const acting = Object.values(permissionOf) as [Permission, ...Permission[]];

@Resolver()
export class JobResolver {
  constructor(
    @Inject(JobService) private readonly service: JobService,
    @Inject(JobListService) private readonly lists: JobListService,
  ) {}

  @Requires(...acting)
  @Query(() => SelectionPage, { description: 'P5: the branches that an action would reach, or those it would leave out.' })
  previewSelection(
    @CurrentStaff() actor: StaffActor,
    @Args('selection') selection: SelectionInput,
    @Args('eligible', { defaultValue: true }) eligible: boolean,
    @Args('page', page) at?: PageInput | null,
  ): Promise<SelectionPage> {
    return this.service.preview(actor, selection, eligible, at);
  }

  @Requires('coverage.read')
  @Query(() => JobPage, { description: 'The viewer’s own, and those at units that he oversees; the latest first.' })
  jobs(
    @CurrentStaff() actor: StaffActor,
    @Args('filter', { type: () => JobFilter, nullable: true }) filter?: JobFilter | null,
    @Args('page', page) at?: PageInput | null,
  ): Promise<JobPage> {
    return this.lists.list(actor, filter ?? {}, at);
  }

  @Requires('coverage.read')
  @Query(() => JobView)
  job(@CurrentStaff() actor: StaffActor, @Args('id', id) job: string): Promise<JobView> {
    return this.service.view(actor, job);
  }

  @Requires('coverage.read')
  @Query(() => JobRowPage)
  jobRows(
    @CurrentStaff() actor: StaffActor,
    @Args('jobId', id) job: string,
    @Args('state', { type: () => JobRowStateEnum, nullable: true }) state?: JobRowState | null,
    @Args('page', page) at?: PageInput | null,
  ): Promise<JobRowPage> {
    return this.service.rows(actor, job, state ?? null, at);
  }

  @Requires(...acting)
  @Mutation(() => JobView, { description: 'Up to 500 branches are done when it answers; more go on by themselves.' })
  startJob(@CurrentStaff() actor: StaffActor, @Args('input') input: JobInput): Promise<JobView> {
    return this.service.start(actor, input);
  }

  @Requires(...acting)
  @Mutation(() => JobView, { description: 'Only the branches at which it failed.' })
  retryJob(@CurrentStaff() actor: StaffActor, @Args('id', id) job: string): Promise<JobView> {
    return this.service.retry(actor, job);
  }
}
