import type { KindKey } from '@headwater/policy';
import { Entity, PrimaryColumn } from 'typeorm';
import { BooleanColumn, FenColumn, InstantColumn, IntColumn, TextColumn, VersionColumn } from '../database/columns.js';

/** P10: when a change of a kind's rules needs a second pair of eyes. Without a row it never does; with one, any threshold is enough. */
@Entity('policy_approval')
export class ApprovalRule {
  @PrimaryColumn({ type: 'varchar', length: 32 }) kind: KindKey;
  /** More branches than this change; null: however many. */
  @IntColumn({ nullable: true }) branchesOver: number | null;
  /** It locks or bounds a field for those below. */
  @BooleanColumn() locks: boolean;
  /** What returns cost this month where it is made, in fen, is more than this; null: however much. */
  @FenColumn({ nullable: true }) costOver: number | null;
  @TextColumn(100) authorName: string;
  @InstantColumn() updatedAt: number;
  @VersionColumn() version: number;
}
