import type { KindKey } from '@headwater/policy';
import type { BulkVerb } from '../after-sales/bulk/bulk-verbs.js';
import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn, VersionColumn } from '../database/columns.js';

/** What is done at many branches (P5). */
export const branchActions = ['turnOn', 'turnOff', 'suspend', 'assign', 'exempt'] as const;
export type BranchAction = (typeof branchActions)[number];
/** `cases`: one step on many cases (A17). */
export type JobAction = BranchAction | 'cases';

/** What an action is about: the version that is assigned; the fields that are exempt, and from whose lock; the step, and its words. */
export interface JobDetail {
  readonly verb?: BulkVerb;
  readonly text?: string;
  readonly versionId?: string;
  readonly kind?: KindKey;
  readonly fields?: readonly string[];
  readonly ancestorId?: string;
}

export const jobRowStates = ['waiting', 'done', 'unchanged', 'changed', 'failed'] as const;
/** `unchanged`: the branch had it so when its turn came. `changed`: the case had moved since it was looked at, and was left alone. */
export type JobRowState = (typeof jobRowStates)[number];

/** One action on many branches (P5) or cases (A17), theirs who asked for it. */
@Entity('job')
@Index('ix_job_open', ['finishedAt', 'createdAt'])
@Index('ix_job_created', ['createdAt', 'id'])
@Index('ux_job_key', ['personId', 'idempotencyKey'], { unique: true })
export class Job {
  @Id() id: string;
  @RefColumn() personId: string;
  @TextColumn(100) personName: string;
  /** Chosen by the caller: the same again is the same job. */
  @TextColumn(64) idempotencyKey: string;
  @TextColumn(16) action: JobAction;
  /** The unit within which the branches were chosen; the lowest one that holds all of the cases. */
  @RefColumn() nodeId: string;
  @TextColumn(500, { nullable: true }) reason: string | null;
  @InstantColumn({ nullable: true }) until: number | null;
  @JsonColumn({ nullable: true }) detail: JobDetail | null;
  @IntColumn() total: number;
  /** Rows that failed, known when it ends; none while it runs. */
  @IntColumn({ default: 0 }) failed: number;
  @InstantColumn() createdAt: number;
  @InstantColumn({ nullable: true }) finishedAt: number | null;
  /** While a process works on it; whoever comes after that instant takes over. */
  @InstantColumn({ nullable: true }) claimedUntil: number | null;
  @VersionColumn() version: number;
}

/** What became of a job at one branch, or with one case; leaves `waiting` in the transaction of the change itself, so that nothing is done twice. */
@Entity('job_row')
@Index('ux_job_row', ['jobId', 'seq'], { unique: true })
@Index('ix_job_row_state', ['jobId', 'state', 'seq'])
export class JobRow {
  @Id() id: string;
  @RefColumn() jobId: string;
  @IntColumn() seq: number;
  /** The branch; of a case, where it lies. */
  @RefColumn() nodeId: string;
  @RefColumn({ nullable: true }) caseId: string | null;
  /** The version of the case that was looked at. */
  @IntColumn({ nullable: true }) caseVersion: number | null;
  @TextColumn(16) state: JobRowState;
  @TextColumn(64, { nullable: true }) code: string | null;
  @TextColumn(500, { nullable: true }) message: string | null;
  @InstantColumn({ nullable: true }) at: number | null;
}
