import { Entity, Index } from 'typeorm';
import { Ancestors } from '../database/ancestors.js';
import { AncestorIndexes, Id, InstantColumn, JsonColumn, RefColumn, TextColumn } from '../database/columns.js';

/** Append-only: who did what to which record, written in the transaction of the change itself. */
@Entity('audit_event')
@AncestorIndexes('ix_audit_event', ['at', 'id'])
@AncestorIndexes('ix_audit_event_action', ['action', 'at', 'id'])
@AncestorIndexes('ix_audit_event_actor', ['actorId', 'at', 'id'])
@Index('ix_audit_event_subject', ['subjectType', 'subjectId', 'at', 'id'])
export class AuditEvent extends Ancestors {
  @Id() id: string;
  @InstantColumn() at: number;
  @TextColumn(16) actorKind: 'staff' | 'buyer' | 'system';
  @RefColumn({ nullable: true }) actorId: string | null;
  @TextColumn(100) actorName: string;
  @TextColumn(64) action: string;
  @TextColumn(32) subjectType: string;
  @TextColumn(64) subjectId: string;
  @RefColumn({ nullable: true }) nodeId: string | null;
  @JsonColumn({ nullable: true }) data: object | null;
}
