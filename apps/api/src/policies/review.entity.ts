import type { KindKey } from '@headwater/policy';
import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, JsonColumn, RefColumn, TextColumn } from '../database/columns.js';
import type { ApprovalReasonView } from './approval.types.js';

export type ActedAtOnce = 'suspend' | 'resume' | 'rollBack' | 'cancel';

/** P10: a suspension or rollback that a threshold would have asked an approval for. It acts at once, and somebody else looks at it after. */
@Entity('policy_review')
@Index('ix_policy_review_open', ['reviewedAt', 'at'])
@Index('ix_policy_review_act', ['nodeId', 'kind', 'at'])
export class PolicyReview {
  @Id() id: string;
  @TextColumn(32) kind: KindKey;
  @RefColumn() nodeId: string;
  @TextColumn(16) act: ActedAtOnce;
  /** What was done it for, as its author said. */
  @TextColumn(500, { nullable: true }) reason: string | null;
  @JsonColumn() thresholds: ApprovalReasonView[];
  @RefColumn({ nullable: true }) authorId: string | null;
  @TextColumn(100) authorName: string;
  @InstantColumn() at: number;
  @InstantColumn({ nullable: true }) reviewedAt: number | null;
  @TextColumn(100, { nullable: true }) reviewerName: string | null;
}
