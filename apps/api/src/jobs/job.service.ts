import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { AfterSalesCase } from '../after-sales/case.entity.js';
import type { StaffActor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput, NotFound } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { cutPage, pageOf, readPage, type PageInput } from '../common/pagination.js';
import { Database, updateVersioned } from '../database/database.js';
import { pickPage } from '../database/keyset.js';
import { insertRows } from '../orders/insert-rows.js';
import { ApprovalService } from '../policies/approval.service.js';
import type { ApprovalReasonView } from '../policies/approval.types.js';
import { requireReason, readReason } from '../policies/inputs.js';
import { nodeIn } from '../policies/naming.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import type { PolicyState } from '../policies/policy-state.js';
import { aboutOf, kindOf, overseeing, permissionOf, readDetail } from './job-actions.js';
import { Job, JobRow, type JobRowState } from './job.entity.js';
import { JobRunner } from './job-runner.service.js';
import type { JobInput, JobRowPage, JobView, SelectionPage } from './job.types.js';
import { JobNeedsApproval } from './jobs.errors.js';
import { eligibleOf, SelectionService, type ShownCandidate, type SelectionRequest } from './selection.service.js';
import { changedBy } from './weight.js';

/** Branches that are done before the answer comes; more go on by themselves. */
const DIRECTLY = 500;
const SHOWN_PROBLEMS = 200;
const KEY = { min: 8, max: 64 };

type Counts = Record<JobRowState, number>;

/** What a job is about, and what it is done to, in that order. */
interface NewJob {
  readonly what: Pick<Job, 'action' | 'nodeId' | 'reason' | 'until' | 'detail'>;
  readonly rows: readonly Pick<JobRow, 'nodeId' | 'caseId' | 'caseVersion'>[];
}

/** P5: an action on many branches at once: looked at, begun, gone on with, and tried again where it failed. */
@Injectable()
export class JobService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(SelectionService) private readonly selections: SelectionService,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(JobRunner) private readonly runner: JobRunner,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The branches that would be acted on, or those that would not. @throws NotFound, BadInput */
  async preview(
    actor: StaffActor,
    request: SelectionRequest,
    eligible: boolean,
    page?: PageInput | null,
  ): Promise<SelectionPage> {
    const { candidates, problems } = await this.selections.select(actor, request);
    const wanted = candidates
      .map((each, place) => ({ ...each, place }))
      .filter(({ reasons }) => (reasons.length === 0) === eligible);
    const { items, ...rest } = pageOf(wanted, page, ({ place, node }) => ({ key: place, id: node.id }));
    const branches = eligibleOf(candidates);
    const count = branches.length;
    const approval = await this.approvalOf(request, branches);
    return {
      ...{ approval, eligible: count, ineligible: candidates.length - count },
      ...{ problems: problems.slice(0, SHOWN_PROBLEMS), problemCount: problems.length },
      ...{ items: (await this.selections.shown(items)).map(branchView), ...rest },
    };
  }

  /** @throws NotFound, BadInput, NothingSelected, SelectionMoved, JobNeedsApproval */
  start(actor: StaffActor, input: JobInput): Promise<JobView> {
    return this.begin(actor, input.key, () => this.prepare(actor, input));
  }

  /** Begun again with the same key, it is the same job. @throws BadInput, and what `prepare` throws */
  async begin(actor: StaffActor, key: string, prepare: () => Promise<NewJob>): Promise<JobView> {
    if (key.length < KEY.min || key.length > KEY.max) throw new BadInput('key', 'A key has 8 to 64 characters.', KEY);
    const begun = await this.begun(actor, key);
    if (begun) return this.view(actor, begun.id);
    const job = await prepare();
    const id = await this.write(actor, key, job);
    if (job.rows.length <= DIRECTLY) await this.runner.run(id);
    return this.view(actor, id);
  }

  private async prepare(actor: StaffActor, { selection, eligible, reason: why }: JobInput): Promise<NewJob> {
    const branches = await this.selections.agreed(actor, selection, eligible);
    const approval = await this.approvalOf(selection, branches);
    if (approval.length > 0) throw new JobNeedsApproval(approval);
    const { action, within: nodeId } = selection;
    const asksWhy = action === 'suspend' || action === 'exempt';
    const reason = asksWhy ? requireReason(why ?? '') : readReason('reason', why);
    const until = selection.until ?? null;
    const detail = readDetail(action, selection.detail, until);
    const rows = branches.map((branch) => ({ nodeId: branch, caseId: null, caseVersion: null }));
    return { what: { action, nodeId, reason, until, detail }, rows };
  }

  /** Those that failed wait again; the others stay as they are. @throws NotFound */
  async retry(actor: StaffActor, id: string): Promise<JobView> {
    const failed = await this.database.inTransaction(async (tx) => {
      const job = await loadJob(tx, id);
      await this.authorizeOwn(actor, job);
      const { affected } = await tx.update(
        JobRow,
        { jobId: id, state: 'failed' },
        { state: 'waiting', code: null, message: null, at: null },
      );
      if (affected) await updateVersioned(tx, Job, job, { finishedAt: null, claimedUntil: null, failed: 0 }, 'job');
      return affected ?? 0;
    });
    if (failed > 0 && failed <= DIRECTLY) await this.runner.run(id);
    return this.view(actor, id);
  }

  /** @throws NotFound */
  async view(actor: StaffActor, id: string): Promise<JobView> {
    const state = await this.engine.current();
    const job = await loadJob(this.database.read, id);
    authorizeRead(actor, state, job);
    const counts = await this.counts(id);
    const isRetried =
      counts.failed > 0 && job.personId === actor.personId && may(actor, permissionOf(job), targetAt(state.tree, job.nodeId));
    const { action, personName, reason, createdAt, finishedAt, total } = job;
    return {
      ...{
        id,
        action,
        ...aboutOf(state, job),
        personName,
        reason,
        createdAt,
        finishedAt,
        total,
        ...counts,
        node: nodeIn(state, job.nodeId),
      },
      allowedActions: isRetried ? ['retry'] : [],
    };
  }

  /** In the order in which they are worked off. @throws NotFound */
  async rows(actor: StaffActor, id: string, wanted: JobRowState | null, page?: PageInput | null): Promise<JobRowPage> {
    const state = await this.engine.current();
    authorizeRead(actor, state, await loadJob(this.database.read, id));
    const { first, after } = readPage(page);
    const list = { from: { sql: 'job_row r', params: [] }, alias: 'r', key: 'seq', direction: 'ASC' } as const;
    const where =
      wanted === null ? { sql: 'r.job_id = ?', params: [id] } : { sql: 'r.job_id = ? AND r.state = ?', params: [id, wanted] };
    const picked = await pickPage(this.database.read, list, [where], after, first + 1);
    const { items, nextCursor } = cutPage(picked, first, (row) => ({ key: row.sortKey, id: row.id }));
    const counts = await this.counts(id);
    const rows =
      items.length === 0
        ? []
        : await this.database.read.find(JobRow, { where: items.map((row) => ({ id: row.id })), order: { seq: 'ASC' } });
    const total = wanted === null ? Object.values(counts).reduce((sum, n) => sum + n, 0) : counts[wanted];
    const codes = await this.codesOf(rows);
    const shown = rows.map((row) => ({
      ...{ ...row, node: nodeIn(state, row.nodeId) },
      case: row.caseId === null ? null : { id: row.caseId, code: codes.get(row.caseId) ?? '' },
    }));
    return { items: shown, nextCursor, total };
  }

  private async codesOf(rows: readonly JobRow[]): Promise<ReadonlyMap<string, string>> {
    const ids = rows.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]));
    if (ids.length === 0) return new Map();
    const cases = await this.database.read.find(AfterSalesCase, { where: { id: In(ids) }, select: { id: true, code: true } });
    return new Map(cases.map(({ id, code }) => [id, code]));
  }

  private begun({ personId }: StaffActor, idempotencyKey: string): Promise<Job | null> {
    return this.database.read.findOneBy(Job, { personId, idempotencyKey });
  }

  /** Why so many branches need an approval, of the preview and of the run alike; what acts at once and is reviewed after needs none. */
  private async approvalOf(request: SelectionRequest, branches: readonly string[]): Promise<ApprovalReasonView[]> {
    const { within, action, detail } = request;
    if (branches.length === 0 || action === 'suspend') return [];
    const state = await this.engine.current();
    const now = this.clock.now();
    const version = state.book.versions.get(detail?.versionId ?? '');
    const weight = { kind: kindOf(state, detail), nodeId: within, changed: changedBy(state, request, branches, now) };
    return this.approvals.foreseen(state, { ...weight, said: version ? [version.directives] : [] }, now);
  }

  /** Two who begin the same job at the same moment begin one. */
  private async write(actor: StaffActor, idempotencyKey: string, { what, rows }: NewJob): Promise<string> {
    const now = this.clock.now();
    const id = newId(now);
    const who = { personId: actor.personId, personName: actor.name, idempotencyKey };
    const times = { failed: 0, createdAt: now, finishedAt: null, claimedUntil: null, version: 1 };
    const waiting = { jobId: id, state: 'waiting', code: null, message: null, at: null } as const;
    try {
      await this.database.inTransaction(async (tx) => {
        await insertRows(tx, Job, [{ id, ...who, ...what, total: rows.length, ...times }]);
        await insertRows(
          tx,
          JobRow,
          rows.map((row, seq) => ({ id: newId(now), ...waiting, ...row, seq })),
        );
      });
      return id;
    } catch (error) {
      const begun = await this.begun(actor, idempotencyKey);
      if (begun) return begun.id;
      throw error;
    }
  }

  private async authorizeOwn(actor: StaffActor, job: Job): Promise<void> {
    const state = await this.engine.current();
    authorizeRead(actor, state, job);
    if (job.personId !== actor.personId) throw new NotFound('job', job.id);
    authorize(actor, permissionOf(job), targetAt(state.tree, job.nodeId, 'job', job.id));
  }

  private async counts(jobId: string): Promise<Counts> {
    const counts: Counts = { waiting: 0, done: 0, unchanged: 0, changed: 0, failed: 0 };
    const rows = await this.database.read.query<{ state: JobRowState; n: number | string }[]>(
      'SELECT state, COUNT(*) AS n FROM job_row WHERE job_id = ? GROUP BY state',
      [jobId],
    );
    for (const { state, n } of rows) counts[state] = Number(n);
    return counts;
  }
}

async function loadJob(manager: EntityManager, id: string): Promise<Job> {
  const job = await manager.findOneBy(Job, { id });
  if (!job) throw new NotFound('job', id);
  return job;
}

/** Whoever began it, and whoever oversees the unit. @throws NotFound */
function authorizeRead(actor: StaffActor, state: PolicyState, job: Job): void {
  if (job.personId !== actor.personId) authorize(actor, overseeing(job), targetAt(state.tree, job.nodeId, 'job', job.id));
}

const branchView = ({ node, reasons, returns, rate }: ShownCandidate) => ({
  ...{ id: node.id as string, node, reasons: [...reasons], returnRate: rate, lines: returns.delivered },
});
