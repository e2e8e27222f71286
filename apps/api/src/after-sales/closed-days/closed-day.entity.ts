import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, RefColumn, TextColumn } from '../../database/columns.js';

/** A13: a day on which a unit and all below it are closed. */
@Entity('closed_day')
@Index('ux_closed_day', ['nodeId', 'day'], { unique: true })
@Index('ix_closed_day_day', ['day', 'id'])
export class ClosedDay {
  @Id() id: string;
  @RefColumn() nodeId: string;
  /** Of the unit's calendar: 2026-10-01. */
  @TextColumn(10) day: string;
  @TextColumn(100) name: string;
  @InstantColumn() createdAt: number;
  @TextColumn(100) personName: string;
}
