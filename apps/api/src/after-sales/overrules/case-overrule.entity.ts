import type { OverrulableLimit, OverrulableRule } from '@headwater/after-sales';
import { Entity, Index } from 'typeorm';
import { Ancestors } from '../../database/ancestors.js';
import { AncestorIndexes, Id, InstantColumn, LongTextColumn, RefColumn, TextColumn } from '../../database/columns.js';

export type OverruledRule = OverrulableRule | OverrulableLimit;

/** A15: a rule that staff went against, by opening a case or by a step of one. Never changed. */
@Entity('case_overrule')
@AncestorIndexes('ix_case_overrule', ['rule', 'at', 'id'])
@Index('ix_case_overrule_case', ['caseId'])
export class CaseOverrule extends Ancestors {
  @Id() id: string;
  @RefColumn() caseId: string;
  @TextColumn(16) code: string;
  @RefColumn() nodeId: string;
  @TextColumn(32) rule: OverruledRule;
  /** Null where the rules let staff open such a case without one, and nobody said anything. */
  @LongTextColumn({ nullable: true }) reason: string | null;
  @RefColumn({ nullable: true }) personId: string | null;
  @TextColumn(100) personName: string;
  @InstantColumn() at: number;
}
