import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, IntColumn, RefColumn, TextColumn } from '../../database/columns.js';
import type { PhotoType } from './clean/clean-photo.js';
import type { PhotoKind } from './photo-kinds.js';

/** A photo of goods or a parcel. Its file lies on the local disk under the row's id. */
@Entity('case_photo')
@Index('ix_case_photo_case', ['caseId', 'createdAt', 'id'])
@Index('ix_case_photo_order', ['orderId', 'caseId'])
export class CasePhoto {
  @Id() id: string;
  @RefColumn() orderId: string;
  /** Null until an application takes it. */
  @RefColumn({ nullable: true }) caseId: string | null;
  @TextColumn(16) kind: PhotoKind;
  @TextColumn(16) takenBy: 'buyer' | 'staff';
  @RefColumn({ nullable: true }) actorId: string | null;
  @TextColumn(100) actorName: string;
  @TextColumn(16) mimeType: PhotoType;
  @IntColumn() size: number;
  /** Of the file as it is kept, in lower-case hex. */
  @TextColumn(64) sha256: string;
  @InstantColumn() createdAt: number;
  /** Number of the event that speaks of it; null: none yet. */
  @IntColumn({ nullable: true }) eventSeq: number | null;
}
