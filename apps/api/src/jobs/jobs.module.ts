import { Module } from '@nestjs/common';
import { AfterSalesModule } from '../after-sales/after-sales.module.js';
import { CaseJobs } from './case-jobs.service.js';
import { JobListService } from './job-list.service.js';
import { JobPoller } from './job-poller.service.js';
import { JobResolver } from './job.resolver.js';
import { JobRunner } from './job-runner.service.js';
import { JobService } from './job.service.js';
import { SelectionDraft } from './selection-draft.service.js';
import { SelectionService } from './selection.service.js';
import { ChangesModule } from '../changes/changes.module.js';

/** One action on many branches, chosen by condition or by list (P5), or on many cases (A17). */
@Module({
  imports: [AfterSalesModule, ChangesModule],
  providers: [SelectionService, SelectionDraft, CaseJobs, JobRunner, JobService, JobListService, JobResolver, JobPoller],
  exports: [JobService, JobListService],
})
export class JobsModule {}
