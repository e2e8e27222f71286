import type { BudgetAction, BudgetKind } from '@headwater/ledger';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Ancestors } from '../../database/ancestors.js';
import {
  AncestorIndexes,
  BooleanColumn,
  FenColumn,
  Id,
  InstantColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../../database/columns.js';

/**
 * S5: what a unit and all below it may spend on a kind in a month. `version` counts what people change; the figures beside it are kept by
 * postings and by the evaluation.
 */
@Entity('budget')
@AncestorIndexes('ix_budget', ['period', 'amount', 'id'])
@AncestorIndexes('ix_budget_warned', ['period', 'warnedAt', 'id'])
@Index('ux_budget', ['nodeId', 'kind', 'period'], { unique: true })
@Index('ix_budget_period', ['period', 'exact', 'id'])
export class Budget extends Ancestors {
  @Id() id: string;
  @RefColumn() nodeId: string;
  @TextColumn(32) kind: BudgetKind;
  /** `2026-03`, as the unit's zone has it. */
  @TextColumn(7) period: string;
  @TextColumn(3) currency: string;
  @FenColumn() amount: number;
  @TextColumn(16) action: BudgetAction;
  @TextColumn(500) reason: string;
  @RefColumn() personId: string;
  @TextColumn(100) personName: string;
  @InstantColumn() setAt: number;
  /** A store's: `spent` is kept in the transaction of each posting. Others' are summed up every minute. */
  @BooleanColumn() exact: boolean;
  @FenColumn() spent: number;
  @FenColumn() committed: number;
  @FenColumn() exposure: number;
  /** When 80 % were used; null: they are not. */
  @InstantColumn({ nullable: true }) warnedAt: number | null;
  /** What happened at 100 %; null: nothing yet. */
  @RefColumn({ nullable: true }) tripId: string | null;
  @VersionColumn() version: number;
}

/** S5: a budget that was used up: what orders whose promise it withheld refer to, so it stays when the budget is changed or removed. */
@Entity('budget_trip')
@Index('ix_budget_trip', ['nodeId', 'period', 'action'])
export class BudgetTrip {
  @Id() id: string;
  @RefColumn() budgetId: string;
  @RefColumn() nodeId: string;
  @TextColumn(32) kind: BudgetKind;
  @TextColumn(7) period: string;
  @TextColumn(3) currency: string;
  @InstantColumn() at: number;
  @TextColumn(16) action: BudgetAction;
  /** As they were then, in fen. */
  @FenColumn() amount: number;
  @FenColumn() spent: number;
  @FenColumn() committed: number;
  /** Why the budget was what it was, and who had set it so. */
  @TextColumn(500) reason: string;
  @TextColumn(100) personName: string;
  /** When the budget was changed or removed; null: it holds to the end of its month. */
  @InstantColumn({ nullable: true }) endedAt: number | null;
}

/** How a budget burnt down: its figures at the end of each day of its unit, or as they are so far. */
@Entity('budget_day')
export class BudgetDay {
  @PrimaryColumn({ type: 'varchar', length: 26 }) budgetId: string;
  /** `2026-03-12`. */
  @PrimaryColumn({ type: 'varchar', length: 10 }) day: string;
  @FenColumn() spent: number;
  @FenColumn() committed: number;
}

/** When all budgets were looked at last; one row, by which processes agree who looks. */
@Entity('budget_evaluation')
export class BudgetEvaluation {
  @Id() id: string;
  @InstantColumn() at: number;
}
