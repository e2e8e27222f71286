import { Inject, Injectable, Logger } from '@nestjs/common';
import { IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { bulkAction } from '../after-sales/bulk/bulk-verbs.js';
import { CaseService } from '../after-sales/case.service.js';
import { ActorService } from '../auth/actor.service.js';
import type { StaffActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError, Forbidden, StaleVersion } from '../common/errors.js';
import { Database, updateVersioned } from '../database/database.js';
import { AssignmentService } from '../policies/assignment.service.js';
import { CoverageService } from '../policies/coverage.service.js';
import type { CoverageEffectView } from '../policies/coverage.types.js';
import { ExemptionService } from '../policies/exemption.service.js';
import type { ExemptionInput } from '../policies/exemption.types.js';
import type { AlsoWrite } from '../policies/policy-writer.service.js';
import { SuspensionService } from '../policies/suspension.service.js';
import { COVERAGE, permissionOf, stepOf } from './job-actions.js';
import { Job, JobRow, type BranchAction, type JobRowState } from './job.entity.js';

/** Rows between two looks at who else works on the job. */
const BATCH = 50;
/** How long a batch may take before another process takes over. */
const CLAIM = 60_000;
const LONGEST_MESSAGE = 500;

/** Somebody else has done this row meanwhile: the change is rolled back. */
class RowTaken extends Error {}

interface Outcome {
  readonly state: JobRowState;
  readonly code: string | null;
  readonly message: string | null;
}

/** What a job does at one branch. */
interface BranchWork extends Pick<Job, 'nodeId' | 'reason' | 'until' | 'detail'> {
  readonly action: BranchAction;
}

const failed = ({ code, message }: Pick<DomainError, 'code' | 'message'>): Outcome => ({
  ...{ state: 'failed', code, message: message.slice(0, LONGEST_MESSAGE) },
});

const settled = (state: JobRowState): Outcome => ({ state, code: null, message: null });

/**
 * Works jobs off, branch by branch or case by case. A row leaves `waiting` in the transaction of its change: whatever ends a process, the
 * next one goes on behind it, and nothing is done twice.
 */
@Injectable()
export class JobRunner {
  private readonly log = new Logger(JobRunner.name);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ActorService) private readonly actors: ActorService,
    @Inject(CoverageService) private readonly coverage: CoverageService,
    @Inject(SuspensionService) private readonly suspensions: SuspensionService,
    @Inject(AssignmentService) private readonly assignments: AssignmentService,
    @Inject(ExemptionService) private readonly exemptions: ExemptionService,
    @Inject(CaseService) private readonly cases: CaseService,
  ) {}

  /** Goes on with jobs that nobody works on, the oldest first. */
  async runDue(now: number): Promise<void> {
    const open = { finishedAt: IsNull() };
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const where = [
      { ...open, claimedUntil: IsNull() },
      { ...open, claimedUntil: LessThanOrEqual(now) },
    ];
    for (const { id } of await this.database.read.find(Job, { where, order, take: 10 })) await this.run(id);
  }

  /** Works a job off, unless somebody else does. */
  async run(id: string): Promise<void> {
    while (await this.step(id));
  }

  /** One batch. @returns whether there is more to do, here */
  async step(id: string): Promise<boolean> {
    const job = await this.claim(id);
    if (!job) return false;
    const rows = await this.database.read.find(JobRow, {
      where: { jobId: id, state: 'waiting' },
      order: { seq: 'ASC' },
      take: BATCH,
    });
    const actor = await this.actors.ofPerson(job.personId);
    for (const row of rows) await this.act(job, row, actor);
    const isOver = rows.length < BATCH;
    await this.database.inTransaction(async (tx) => {
      const end = isOver
        ? { finishedAt: this.clock.now(), failed: await tx.countBy(JobRow, { jobId: id, state: 'failed' }) }
        : {};
      await updateVersioned(tx, Job, job, { claimedUntil: null, ...end }, 'job');
    });
    return !isOver;
  }

  private async claim(id: string): Promise<Job | null> {
    const now = this.clock.now();
    const job = await this.database.read.findOneBy(Job, { id });
    if (!job || job.finishedAt !== null || (job.claimedUntil ?? 0) > now) return null;
    try {
      const claimedUntil = now + CLAIM;
      const version = await this.database.inTransaction((tx) => updateVersioned(tx, Job, job, { claimedUntil }, 'job'));
      return { ...job, claimedUntil, version };
    } catch (error) {
      if (error instanceof StaleVersion) return null;
      throw error;
    }
  }

  private async act(job: Job, row: JobRow, actor: StaffActor | null): Promise<void> {
    try {
      const outcome = await this.change(job, row, actor);
      if (outcome) await this.database.inTransaction((tx) => this.settle(tx, row, outcome));
    } catch (error) {
      if (!(error instanceof RowTaken)) throw error;
    }
  }

  /** @returns what became of it where that is not kept yet */
  private async change(job: Job, row: JobRow, actor: StaffActor | null): Promise<Outcome | null> {
    try {
      if (!actor) throw new Forbidden(permissionOf(job));
      const { action, reason, until, detail } = job;
      if (action === 'cases') return await this.changeCase(actor, job, row);
      const also = (tx: EntityManager) => this.settle(tx, row, settled('done'));
      const { rowsWritten } = await this.changeAt(actor, { action, reason, until, detail, nodeId: row.nodeId }, also);
      return rowsWritten === 0 ? settled('unchanged') : null;
    } catch (error) {
      if (error instanceof RowTaken) throw error;
      if (job.action === 'cases' && error instanceof StaleVersion) return { ...failed(error), state: 'changed' };
      return failed(error instanceof DomainError ? error : this.internal(row, error));
    }
  }

  /** A fault of the product: the log says which; the others go on, and the row can be tried again. */
  private internal({ id }: JobRow, error: unknown): Pick<DomainError, 'code' | 'message'> {
    this.log.error(`job row ${id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { code: 'INTERNAL', message: 'Something failed on our side; nothing was changed.' };
  }

  /** A17: as its own mutation does it. */
  private async changeCase(actor: StaffActor, job: Job, row: JobRow): Promise<null> {
    const { verb, text } = stepOf(job);
    const work = { id: row.caseId ?? '', version: row.caseVersion ?? 0, action: bulkAction(verb, text) };
    await this.database.inTransaction(async (tx) => {
      await this.cases.act(tx, actor, work, this.clock.now());
      await this.settle(tx, row, settled('done'));
    });
    return null;
  }

  private changeAt(actor: StaffActor, work: BranchWork, also: AlsoWrite): Promise<CoverageEffectView> {
    const { action, nodeId, reason, until, detail } = work;
    switch (action) {
      case 'turnOn':
      case 'turnOff':
        return this.coverage.turn(actor, nodeId, action === 'turnOn', reason, { also });
      case 'suspend':
        return this.suspensions.suspend(actor, nodeId, reason ?? '', { until }, also);
      case 'assign':
        return this.assignments.assign(actor, { nodeId, versionId: detail?.versionId ?? '', reason }, also);
      case 'exempt':
        return this.exemptions.grant(actor, exemptionOf(work), reason ?? '', also);
    }
  }

  private async settle(tx: EntityManager, { id }: JobRow, outcome: Outcome): Promise<void> {
    const { affected } = await tx.update(JobRow, { id, state: 'waiting' }, { ...outcome, at: this.clock.now() });
    if (affected !== 1) throw new RowTaken();
  }
}

const exemptionOf = ({ nodeId, detail, until }: BranchWork): ExemptionInput => ({
  ...{ nodeId, kind: detail?.kind ?? COVERAGE, fields: [...(detail?.fields ?? [])] },
  ...{ ancestorId: detail?.ancestorId ?? '', to: until ?? 0 },
});
