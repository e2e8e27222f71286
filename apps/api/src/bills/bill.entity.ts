import type { BillKind, BillOutcome } from '@headwater/ledger';
import { Entity, Index } from 'typeorm';
import { FenColumn, Id, InstantColumn, IntColumn, RefColumn, TextColumn, VersionColumn } from '../database/columns.js';

/** M4: what a carrier or an insurer asks for a month, as its file says it. */
@Entity('bill')
@Index('ux_bill_file', ['kind', 'biller', 'period', 'digest'], { unique: true })
@Index('ix_bill_period', ['period', 'id'])
export class Bill {
  @Id() id: string;
  @TextColumn(16, { default: 'carrier' }) kind: BillKind;
  /** The carrier as parcels name it, or the insurer. */
  @TextColumn(64) biller: string;
  /** `2026-03`. */
  @TextColumn(7) period: string;
  @TextColumn(3) currency: string;
  @TextColumn(200) fileName: string;
  /** SHA-256 of the file: the same one is taken once. */
  @TextColumn(64) digest: string;
  /** How far a line may be from what is owed and still match, in fen. */
  @FenColumn() tolerance: number;
  /** What its lines ask for, together. */
  @FenColumn() amount: number;
  @IntColumn() lineCount: number;
  /** Lines of the file that could not go in. */
  @IntColumn() refusedCount: number;
  @InstantColumn() importedAt: number;
  /** Null: from the command line. */
  @TextColumn(100, { nullable: true }) importedByName: string | null;
}

/** `agreed`: there is nothing to decide. */
export type BillLineStatus = 'agreed' | 'open' | 'accepted' | 'disputed';

/** One line of a bill held against the books, or what should be on it and is not. */
@Entity('bill_line')
@Index('ux_bill_line', ['billId', 'seq'], { unique: true })
@Index('ix_bill_line_outcome', ['billId', 'outcome', 'seq'])
@Index('ix_bill_line_status', ['billId', 'status', 'outcome', 'seq'])
@Index('ix_bill_line_sum', ['billId', 'status', 'outcome', 'difference'])
@Index('ix_bill_line_number', ['kind', 'number', 'biller'])
@Index('ix_bill_line_subject', ['subjectId'])
export class BillLine {
  @Id() id: string;
  @RefColumn() billId: string;
  /** In the order of the file, those that are not on the bill behind it. */
  @IntColumn() seq: number;
  /** Of the file, from 1; null: not on the bill. */
  @IntColumn({ nullable: true }) line: number | null;
  /** Of its bill, as is who bills. */
  @TextColumn(16, { default: 'carrier' }) kind: BillKind;
  @TextColumn(64) biller: string;
  /** Of a parcel on a carrier's bill, of an order, as its source names it, on an insurer's. */
  @TextColumn(64) number: string;
  /** The day that the bill names, UTC epoch ms. */
  @InstantColumn({ nullable: true }) billedOn: number | null;
  /** By which the carrier bills; null: its file does not say. */
  @IntColumn({ nullable: true }) grams: number | null;
  @TextColumn(64, { nullable: true }) zone: string | null;
  @TextColumn(16) outcome: BillOutcome;
  /** The parcel or the order that it was matched with; of several orders under one number the first. */
  @RefColumn({ nullable: true }) subjectId: string | null;
  @FenColumn({ nullable: true }) billed: number | null;
  @FenColumn({ nullable: true }) expected: number | null;
  @FenColumn() difference: number;
  @TextColumn(16) status: BillLineStatus;
  /** Why it is disputed. */
  @TextColumn(300, { nullable: true }) reason: string | null;
  @InstantColumn({ nullable: true }) decidedAt: number | null;
  @TextColumn(100, { nullable: true }) decidedByName: string | null;
  @VersionColumn() version: number;
}

/** What was wrong with a line of the file, so that it is not among the bill's. */
@Entity('bill_problem')
@Index('ix_bill_problem', ['billId', 'line', 'id'])
export class BillProblem {
  @Id() id: string;
  @RefColumn() billId: string;
  @IntColumn() line: number;
  /** Name of the column; empty where it is the whole line. */
  @TextColumn(200) cell: string;
  @TextColumn(200) value: string;
  @TextColumn(24) code: string;
  @TextColumn(300) allowed: string;
}
