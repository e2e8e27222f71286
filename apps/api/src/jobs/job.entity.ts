import type { KindKey } from '@headwater/policy';
import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn, VersionColumn } from '../database/columns.js';

export const jobActions = ['turnOn', 'turnOff', 'suspend', 'assign', 'exempt'] as const;
export type JobAction = (typeof jobActions)[number];

/** What an action is about, beside the branches: the version that is assigned, or the fields that are exempt, and from whose lock. */
export interface JobDetail {
  readonly versionId?: string;
  readonly kind?: KindKey;
  readonly fields?: readonly string[];
  readonly ancestorId?: string;
}

export const jobRowStates = ['waiting', 'done', 'unchanged', 'failed'] as const;
/** `unchanged`: the branch had it so when its turn came. */
export type JobRowState = (typeof jobRowStates)[number];

/** One action on many branches (P5), theirs who asked for it. */
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
  /** The unit within which the branches were chosen. */
  @RefColumn() nodeId: string;
  @TextColumn(500, { nullable: true }) reason: string | null;
  @InstantColumn({ nullable: true }) until: number | null;
  @JsonColumn({ nullable: true }) detail: JobDetail | null;
  @IntColumn() total: number;
  /** Branches at which it failed, known when it ends; none while it runs. */
  @IntColumn({ default: 0 }) failed: number;
  @InstantColumn() createdAt: number;
  @InstantColumn({ nullable: true }) finishedAt: number | null;
  /** While a process works on it; whoever comes after that instant takes over. */
  @InstantColumn({ nullable: true }) claimedUntil: number | null;
  @VersionColumn() version: number;
}

/** What became of a job at one branch; leaves `waiting` in the transaction of the change itself, so that nothing is done twice. */
@Entity('job_row')
@Index('ux_job_row', ['jobId', 'seq'], { unique: true })
@Index('ix_job_row_state', ['jobId', 'state', 'seq'])
export class JobRow {
  @Id() id: string;
  @RefColumn() jobId: string;
  @IntColumn() seq: number;
  @RefColumn() nodeId: string;
  @TextColumn(16) state: JobRowState;
  @TextColumn(64, { nullable: true }) code: string | null;
  @TextColumn(500, { nullable: true }) message: string | null;
  @InstantColumn({ nullable: true }) at: number | null;
}
