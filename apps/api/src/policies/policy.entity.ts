import type { Directives, FieldKey, KindKey, Track } from '@headwater/policy';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  BooleanColumn,
  Id,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
  WideJsonColumn,
} from '../database/columns.js';

/** A named line of versions of one kind in the library (P2). */
@Entity('policy')
@Index('ix_policy_kind', ['kind', 'name', 'id'])
export class Policy {
  @Id() id: string;
  @TextColumn(32) kind: KindKey;
  @TextColumn(100) name: string;
  @TextColumn(500, { default: '' }) description: string;
  @RefColumn() ownerNodeId: string;
  @RefColumn({ nullable: true }) createdBy: string | null;
  @InstantColumn() createdAt: number;
  @VersionColumn() version: number;
}

export type PolicyVersionStatus = 'draft' | 'published' | 'deprecated' | 'retired';

/** An immutable step of a policy, or (policyId null) of a node's own track. Only a draft of a library policy may still change. */
@Entity('policy_version')
@Index('ux_policy_version_number', ['policyId', 'number'], { unique: true })
@Index('ix_policy_version_node', ['nodeId', 'kind', 'number'])
@Index('ix_policy_version_epoch', ['epoch'])
export class PolicyVersion {
  @Id() id: string;
  @TextColumn(32) kind: KindKey;
  @RefColumn({ nullable: true }) policyId: string | null;
  /** Whose own track it belongs to; null in the library. */
  @RefColumn({ nullable: true }) nodeId: string | null;
  @IntColumn() number: number;
  @TextColumn(16) status: PolicyVersionStatus;
  @JsonColumn() directives: Directives;
  @LongTextColumn() notes: string;
  @TextColumn(64) contentHash: string;
  @RefColumn({ nullable: true }) authorId: string | null;
  @TextColumn(100) authorName: string;
  @InstantColumn() createdAt: number;
  @InstantColumn({ nullable: true }) publishedAt: number | null;
  /** Epoch of publishing; null while a draft. */
  @IntColumn({ nullable: true }) epoch: number | null;
  @VersionColumn() version: number;
}

/** Version (or nothing) → node and track, `[validFrom, validTo)`; append-only but for the epoch in which it was cancelled. */
@Entity('policy_assignment')
@Index('ix_policy_assignment_node', ['nodeId', 'kind'])
@Index('ix_policy_assignment_version', ['versionId'])
@Index('ix_policy_assignment_recorded', ['recordedFrom'])
@Index('ix_policy_assignment_cancelled', ['recordedTo'])
@Index('ix_policy_assignment_from', ['validFrom', 'id'])
export class PolicyAssignment {
  @Id() id: string;
  @TextColumn(32) kind: KindKey;
  @RefColumn() nodeId: string;
  @TextColumn(8) track: Track;
  @RefColumn({ nullable: true }) versionId: string | null;
  @InstantColumn() validFrom: number;
  @InstantColumn({ nullable: true }) validTo: number | null;
  @IntColumn() recordedFrom: number;
  @IntColumn({ nullable: true }) recordedTo: number | null;
  /** Order of recording inside an epoch. */
  @IntColumn({ default: 0 }) seq: number;
  /** Back-dated: recorded after its own validFrom, by somebody who may (policy-semantics, Facts). */
  @BooleanColumn({ default: false }) correction: boolean;
  /** P11: a pilot's subtree roots, materialised when its step was taken; null for an ordinary assignment. */
  @WideJsonColumn({ nullable: true }) cohort: string[] | null;
  @RefColumn({ nullable: true }) rolloutId: string | null;
  @RefColumn({ nullable: true }) authorId: string | null;
  @TextColumn(100) authorName: string;
  @TextColumn(500, { nullable: true }) reason: string | null;
  @TextColumn(500, { nullable: true }) cancelReason: string | null;
  /** The change set that brought it (P10). */
  @RefColumn({ nullable: true }) changeSetId: string | null;
  @InstantColumn() recordedAt: number;
}

export type RolloutStatus = 'running' | 'paused' | 'finished' | 'cancelled';

/** A step of a rollout as it was taken: who is in from then on, drawn by a share in basis points or picked by hand. */
export interface RolloutStep {
  readonly at: number;
  readonly bps: number | null;
  /** The units picked by hand; those of earlier steps stay in. */
  readonly units: readonly string[];
  /** Branches at or below the roots when the step was taken. */
  readonly branches: number;
  /** The assignment that holds its cohort. */
  readonly assignmentId: string;
  readonly authorName: string;
}

/** P11: a version brought to a unit's branches in steps. What holds where is in the assignments; this is the story of them. */
@Entity('policy_rollout')
@Index('ix_policy_rollout_node', ['nodeId', 'kind', 'status'])
@Index('ix_policy_rollout_started', ['startedAt', 'id'])
export class PolicyRollout {
  @Id() id: string;
  @TextColumn(32) kind: KindKey;
  @RefColumn() policyId: string;
  @RefColumn() versionId: string;
  @RefColumn() nodeId: string;
  @TextColumn(8) track: Track;
  @TextColumn(16) status: RolloutStatus;
  /** Index into the steps. */
  @IntColumn() currentStep: number;
  @WideJsonColumn() steps: RolloutStep[];
  @TextColumn(500) reason: string;
  @TextColumn(500, { nullable: true }) endReason: string | null;
  @RefColumn({ nullable: true }) authorId: string | null;
  @TextColumn(100) authorName: string;
  @InstantColumn() startedAt: number;
  @InstantColumn({ nullable: true }) endedAt: number | null;
  @VersionColumn() version: number;
}

/** A branch's service switched off with a reason, for a time (P6). */
@Entity('policy_suspension')
@Index('ix_policy_suspension_node', ['nodeId', 'kind'])
@Index('ix_policy_suspension_recorded', ['recordedFrom'])
@Index('ix_policy_suspension_cancelled', ['recordedTo'])
export class PolicySuspension {
  @Id() id: string;
  @TextColumn(32) kind: KindKey;
  @RefColumn() nodeId: string;
  @InstantColumn() validFrom: number;
  @InstantColumn({ nullable: true }) validTo: number | null;
  @IntColumn() recordedFrom: number;
  @IntColumn({ nullable: true }) recordedTo: number | null;
  @TextColumn(500) reason: string;
  @RefColumn({ nullable: true }) authorId: string | null;
  @TextColumn(100) authorName: string;
  @InstantColumn() recordedAt: number;
}

/** Fields of a unit freed from an ancestor's lock and guards, for a time (P12). */
@Entity('policy_exemption')
@Index('ix_policy_exemption_node', ['nodeId', 'kind'])
@Index('ix_policy_exemption_recorded', ['recordedFrom'])
@Index('ix_policy_exemption_revoked', ['recordedTo'])
export class PolicyExemption {
  @Id() id: string;
  @TextColumn(32) kind: KindKey;
  @RefColumn() nodeId: string;
  @RefColumn() ancestorId: string;
  @JsonColumn() fields: FieldKey[];
  @InstantColumn() validFrom: number;
  @InstantColumn() validTo: number;
  @IntColumn() recordedFrom: number;
  @IntColumn({ nullable: true }) recordedTo: number | null;
  @TextColumn(500) reason: string;
  /** The change set that brought it (P10). */
  @RefColumn({ nullable: true }) changeSetId: string | null;
  @RefColumn({ nullable: true }) authorId: string | null;
  @TextColumn(100) authorName: string;
  @InstantColumn() recordedAt: number;
}

/** The promise fields of a kind that applied at a payment: content-addressed, stored once per distinct document. */
@Entity('policy_promise')
export class PolicyPromise {
  @PrimaryColumn({ type: 'varchar', length: 64 }) hash: string;
  @TextColumn(32) kind: KindKey;
  @JsonColumn() document: unknown;
}
