import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { ChangeSetView } from '../changes/change-set.types.js';
import { PageInput } from '../common/pagination.js';
import type { JobRowState } from './job.entity.js';
import { CaseJobs } from './case-jobs.service.js';
import { branchPermissions, casePermissions } from './job-actions.js';
import { JobListService } from './job-list.service.js';
import { JobService } from './job.service.js';
import { SelectionDraft } from './selection-draft.service.js';
import {
  CaseJobInput,
  JobFilter,
  JobInput,
  JobPage,
  JobRowPage,
  JobRowStateEnum,
  JobView,
  SelectionDraftInput,
  SelectionInput,
  SelectionPage,
} from './job.types.js';

const id = { type: () => ID };
const page = { type: () => PageInput, nullable: true };

@Resolver()
export class JobResolver {
  constructor(
    @Inject(JobService) private readonly service: JobService,
    @Inject(CaseJobs) private readonly cases: CaseJobs,
    @Inject(SelectionDraft) private readonly drafts: SelectionDraft,
    @Inject(JobListService) private readonly lists: JobListService,
  ) {}

  @Requires(...branchPermissions)
  @Query(() => SelectionPage, { description: 'P5: the branches that an action would reach, or those it would leave out.' })
  previewSelection(
    @CurrentStaff() actor: StaffActor,
    @Args('selection') selection: SelectionInput,
    @Args('eligible', { defaultValue: true }) eligible: boolean,
    @Args('page', page) at?: PageInput | null,
  ): Promise<SelectionPage> {
    return this.service.preview(actor, selection, eligible, at);
  }

  @Requires('coverage.read', 'case.read')
  @Query(() => JobPage, { description: 'The viewer’s own, and those at units that he oversees; the latest first.' })
  jobs(
    @CurrentStaff() actor: StaffActor,
    @Args('filter', { type: () => JobFilter, nullable: true }) filter?: JobFilter | null,
    @Args('page', page) at?: PageInput | null,
  ): Promise<JobPage> {
    return this.lists.list(actor, filter ?? {}, at);
  }

  @Requires('coverage.read', 'case.read')
  @Query(() => JobView)
  job(@CurrentStaff() actor: StaffActor, @Args('id', id) job: string): Promise<JobView> {
    return this.service.view(actor, job);
  }

  @Requires('coverage.read', 'case.read')
  @Query(() => JobRowPage)
  jobRows(
    @CurrentStaff() actor: StaffActor,
    @Args('jobId', id) job: string,
    @Args('state', { type: () => JobRowStateEnum, nullable: true }) state?: JobRowState | null,
    @Args('page', page) at?: PageInput | null,
  ): Promise<JobRowPage> {
    return this.service.rows(actor, job, state ?? null, at);
  }

  @Requires(...branchPermissions)
  @Mutation(() => JobView, { description: 'Up to 500 branches are done when it answers; more go on by themselves.' })
  startJob(@CurrentStaff() actor: StaffActor, @Args('input') input: JobInput): Promise<JobView> {
    return this.service.start(actor, input);
  }

  @Requires('changeSet.draft')
  @Mutation(() => ChangeSetView, {
    description: 'Where an approval is due: a draft of a change set, an operation for each eligible branch.',
  })
  draftSelection(@CurrentStaff() actor: StaffActor, @Args('input') input: SelectionDraftInput): Promise<ChangeSetView> {
    return this.drafts.draft(actor, input);
  }

  @Requires(...casePermissions)
  @Mutation(() => JobView, {
    description: 'A17: each case by itself, as its own mutation does it; what changed since the dry run is left alone.',
  })
  startCaseJob(@CurrentStaff() actor: StaffActor, @Args('input') input: CaseJobInput): Promise<JobView> {
    return this.cases.start(actor, input);
  }

  @Requires(...branchPermissions, ...casePermissions)
  @Mutation(() => JobView, { description: 'Only what failed.' })
  retryJob(@CurrentStaff() actor: StaffActor, @Args('id', id) job: string): Promise<JobView> {
    return this.service.retry(actor, job);
  }
}
