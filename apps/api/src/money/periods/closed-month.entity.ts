import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '../../database/columns.js';

/** M3: a month whose books are closed for good, and what was in them then: a check holds them to it. */
@Entity('closed_month')
@Index('ux_closed_month', ['period'], { unique: true })
export class ClosedMonth {
  @Id() id: string;
  /** `2026-03`. */
  @TextColumn(7) period: string;
  @InstantColumn() closedAt: number;
  @RefColumn() personId: string;
  @TextColumn(100) personName: string;
  @IntColumn() entries: number;
  @IntColumn() linesPosted: number;
  /** The debits of the month in fen, per currency: { CNY: 12_300 }. */
  @JsonColumn() debits: Record<string, number>;
}
