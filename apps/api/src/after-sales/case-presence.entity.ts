import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, RefColumn, TextColumn } from '../database/columns.js';

/** The case that a person has open, until he says so again: no fact, and gone within seconds. */
@Entity('case_presence')
@Index('ix_case_presence_case', ['caseId', 'liveUntil'])
export class CasePresence {
  /** The person's: somebody is at one case at a time, the last one he opened. */
  @Id() id: string;
  @TextColumn(100) personName: string;
  @RefColumn() caseId: string;
  @InstantColumn() liveUntil: number;
}
