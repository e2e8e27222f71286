import type { Operation } from '@headwater/policy';
import { Entity, Index } from 'typeorm';
import {
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

/**
 * What is stored. Once applied, it is scheduled until its date and live from then on; one that moves units cannot be recorded ahead, so
 * it is approved until its date and applied then.
 */
export type StoredStatus = 'draft' | 'inReview' | 'approved' | 'applied' | 'stale' | 'cancelled';

/** P10: edits of the rules that are looked at, approved and carried out together. */
@Entity('change_set')
@Index('ux_change_set_number', ['number'], { unique: true })
@Index('ix_change_set_node', ['nodeId', 'number'])
@Index('ix_change_set_status', ['status', 'number'])
export class ChangeSet {
  @Id() id: string;
  /** Counted through the whole chain: what people call it by. */
  @IntColumn() number: number;
  @TextColumn(100) title: string;
  @LongTextColumn() notes: string;
  /** The lowest unit above all that it changes: who reads there may read it. */
  @RefColumn() nodeId: string;
  @TextColumn(16) status: StoredStatus;
  @WideJsonColumn() operations: Operation[];
  /** Null: as soon as it is carried out. */
  @InstantColumn({ nullable: true }) effectiveAt: number | null;
  /** The epoch that its people looked at. */
  @IntColumn() baseEpoch: number;
  @TextColumn(64) contentHash: string;
  @RefColumn({ nullable: true }) authorId: string | null;
  @TextColumn(100) authorName: string;
  /** Everybody who wrote in it: none of them approves it. */
  @JsonColumn() editors: string[];
  /** Of what was submitted, then of what was approved. */
  @TextColumn(64, { nullable: true }) impactHash: string | null;
  @InstantColumn({ nullable: true }) submittedAt: number | null;
  @RefColumn({ nullable: true }) approverId: string | null;
  @TextColumn(100, { nullable: true }) approverName: string | null;
  @InstantColumn({ nullable: true }) approvedAt: number | null;
  @InstantColumn({ nullable: true }) appliedAt: number | null;
  /** The impact as it was when the set was carried out or went stale. */
  @WideJsonColumn({ nullable: true }) outcome: unknown;
  /** Why it was sent back or cancelled. */
  @TextColumn(500, { nullable: true }) reason: string | null;
  @InstantColumn() createdAt: number;
  @InstantColumn() updatedAt: number;
  @VersionColumn() version: number;
}
