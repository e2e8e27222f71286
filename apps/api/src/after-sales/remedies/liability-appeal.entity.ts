import type { Liability, LiableParty } from '@headwater/after-sales';
import { Entity, Index } from 'typeorm';
import { Ancestors } from '../../database/ancestors.js';
import { AncestorIndexes, Id, InstantColumn, JsonColumn, LongTextColumn, RefColumn, TextColumn } from '../../database/columns.js';

/** A branch's word against its liability for a case, and HQ's answer: beside the state of the case, which it never moves. */
@Entity('liability_appeal')
@AncestorIndexes('ix_liability_appeal', ['status', 'id'])
@Index('ix_liability_appeal_case', ['caseId', 'id'])
@Index('ix_liability_appeal_node', ['nodeId'])
export class LiabilityAppeal extends Ancestors {
  @Id() id: string;
  @RefColumn() caseId: string;
  @RefColumn() nodeId: string;
  @TextColumn(16) status: 'open' | 'upheld' | 'changed';
  /** What is contested, as it stood. */
  @JsonColumn() contested: Liability;
  @LongTextColumn() reason: string;
  @InstantColumn() openedAt: number;
  @RefColumn() openedBy: string;
  @TextColumn(100) openedByName: string;
  @LongTextColumn({ nullable: true }) answer: string | null;
  @InstantColumn({ nullable: true }) answeredAt: number | null;
  @TextColumn(100, { nullable: true }) answeredByName: string | null;
  /** Whom HQ named instead; null: nobody else. */
  @TextColumn(16, { nullable: true }) named: LiableParty | null;
}
