import type { ReasonClass } from '@headwater/policy';
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
} from '../../database/columns.js';

/** Why a case was left out, and how many were. */
export type LeftOut = Readonly<Record<string, number>>;

/** A13: deadlines of a whole subtree are moved, batch by batch, from a cursor that survives the process. */
@Entity('case_extension')
@Index('ix_case_extension_running', ['finishedAt', 'id'])
@Index('ux_case_extension_key', ['idempotencyKey'], { unique: true })
export class CaseExtension {
  @Id() id: string;
  @TextColumn(64) idempotencyKey: string;
  @RefColumn() nodeId: string;
  /** Null: whatever the reason of the case. */
  @TextColumn(16, { nullable: true }) reasonClass: ReasonClass | null;
  @IntColumn() days: number;
  /** Where days were closed, or opened again, which: the clocks of branches alone move, by what the days take. */
  @JsonColumn({ nullable: true }) closedDays: readonly string[] | null;
  @JsonColumn({ nullable: true }) openedDays: readonly string[] | null;
  @LongTextColumn() reason: string;
  @RefColumn() personId: string;
  @TextColumn(100) personName: string;
  @InstantColumn() createdAt: number;
  @InstantColumn({ nullable: true }) finishedAt: number | null;
  /** Place of the state in work; its cases are taken from the latest deadline down (up, where they move forward): none is met again. */
  @IntColumn({ default: 0 }) stateAt: number;
  @InstantColumn({ nullable: true }) cursorRank: number | null;
  @RefColumn({ nullable: true }) cursorId: string | null;
  @IntColumn({ default: 0 }) extended: number;
  @JsonColumn() leftOut: LeftOut;
  @VersionColumn() version: number;
}
