import type { CaseType } from '@headwater/after-sales';
import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, JsonColumn, RefColumn, TextColumn, VersionColumn } from '../database/columns.js';
import type { CaseSort } from './case-enums.js';

/** What a kept view narrows the queue to; the unit is always the one that is looked at. */
export interface SavedFilter {
  readonly view: string;
  readonly type: CaseType | null;
  readonly reasonClass: string | null;
  /** Hours. */
  readonly dueWithin: number | null;
}

/** A17: a view of the queue, kept by a person. */
@Entity('case_saved_view')
@Index('ix_case_saved_view_owner', ['ownerId', 'id'])
@Index('ix_case_saved_view_node', ['nodeId', 'id'])
export class SavedView {
  @Id() id: string;
  @RefColumn() ownerId: string;
  @TextColumn(100) ownerName: string;
  /** The unit that shares it, with those below; null: it is the owner's alone. */
  @RefColumn({ nullable: true }) nodeId: string | null;
  @TextColumn(60) name: string;
  @JsonColumn() filter: SavedFilter;
  @TextColumn(16) sort: CaseSort;
  @InstantColumn() createdAt: number;
  @VersionColumn() version: number;
}
