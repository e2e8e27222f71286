import { Inject, Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { StaffActor } from '../auth/actor.js';
import { namedScope, scopeSql } from '../auth/scope.js';
import { narrowedTo } from '../auth/within.js';
import { Clock } from '../common/clock.js';
import { cutPage, readPage, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { nodeIn } from '../policies/naming.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import type { PolicyState } from '../policies/policy-state.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { aboutOf } from './job-actions.js';
import { Job } from './job.entity.js';
import type { JobFilter, JobList, JobPage, JobStatus, JobSummaryView } from './job.types.js';

/** For so long a job that failed here and there waits for somebody. */
const REMEMBERED = 14 * 24 * 3_600_000;

/** P5, A17: the jobs that the viewer began, and those at units that he oversees, the latest first. */
@Injectable()
export class JobListService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(actor: StaffActor, filter: JobFilter, page?: PageInput | null): Promise<JobPage> {
    const { first, after } = readPage(page);
    const query = this.inList(actor, filter);
    const total = await query.getCount();
    if (after) query.andWhere('j.createdAt <= :at AND (j.createdAt < :at OR j.id < :id)', { at: after.key, id: after.id });
    const rows = await query
      .orderBy('j.createdAt', 'DESC')
      .addOrderBy('j.id', 'DESC')
      .take(first + 1)
      .getMany();
    const { items, nextCursor } = cutPage(rows, first, ({ createdAt, id }) => ({ key: createdAt, id }));
    const state = await this.engine.current();
    return { items: items.map((job) => summaryOf(state, job)), nextCursor, total };
  }

  /** How many of the viewer's own run or wait to be tried again: the length of that list. */
  open(actor: StaffActor, within: string | null): Promise<number> {
    return this.inList(actor, { list: 'open', within }).getCount();
  }

  private inList(actor: StaffActor, { list, status, within }: JobFilter): SelectQueryBuilder<Job> {
    const coverage = namedScope(scopeSql(actor, 'coverage.read', 'n'));
    const cases = namedScope(scopeSql(actor, 'case.read', 'n'), 'cases');
    const query = this.database.read
      .createQueryBuilder(Job, 'j')
      .innerJoin(OrgNode, 'n', 'n.id = j.nodeId')
      .where(`(j.personId = :me OR j.action <> 'cases' AND ${coverage.sql} OR j.action = 'cases' AND ${cases.sql})`, {
        ...{ me: actor.personId, ...coverage.params, ...cases.params },
      })
      .andWhere(inList[list ?? 'all'], { since: this.clock.now() - REMEMBERED });
    if (status != null) query.andWhere(withStatus[status]);
    return narrowedTo(query, actor.snapshot, 'n', within);
  }
}

const withStatus: Readonly<Record<JobStatus, string>> = {
  running: 'j.finishedAt IS NULL',
  partlyFailed: 'j.finishedAt IS NOT NULL AND j.failed > 0',
  finished: 'j.finishedAt IS NOT NULL AND j.failed = 0',
};

const inList: Readonly<Record<JobList, string>> = {
  open: `j.personId = :me AND (${withStatus.running} OR j.failed > 0 AND j.finishedAt > :since)`,
  mine: 'j.personId = :me',
  all: '1 = 1',
};

const statusOf = ({ finishedAt, failed }: Job): JobStatus =>
  finishedAt === null ? 'running' : failed > 0 ? 'partlyFailed' : 'finished';

function summaryOf(state: PolicyState, job: Job): JobSummaryView {
  const { id, action, personName, createdAt, finishedAt, total, failed } = job;
  const about = { ...aboutOf(state, job), node: nodeIn(state, job.nodeId), status: statusOf(job) };
  return { id, action, personName, createdAt, finishedAt, total, failed, ...about };
}
