import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Ancestors } from '../database/ancestors.js';
import {
  AncestorIndexes,
  BooleanColumn,
  FenColumn,
  Id,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../database/columns.js';
import type { TenderShare } from './tenders.js';

/** One cause's posting: immutable; corrected by its exact negation only. */
@Entity('ledger_entry')
@Index('ux_ledger_entry_key', ['idempotencyKey'], { unique: true })
@Index('ix_ledger_entry_case', ['caseId'])
@Index('ix_ledger_entry_order', ['orderId'])
@Index('ix_ledger_entry_shipment', ['shipmentId'])
@Index('ix_ledger_entry_period', ['period', 'id'])
export class LedgerEntry {
  @Id() id: string;
  @TextColumn(32) cause: string;
  @RefColumn({ nullable: true }) caseId: string | null;
  @RefColumn({ nullable: true }) orderId: string | null;
  @RefColumn({ nullable: true }) shipmentId: string | null;
  /** Month in the branch's time zone, `2026-03`. */
  @TextColumn(7) period: string;
  /** The month of what it is posted for, where that is another. */
  @TextColumn(7, { nullable: true }) causePeriod: string | null;
  @InstantColumn() postedAt: number;
  @TextColumn(190) idempotencyKey: string;
  /** Epoch of the operation rules, and the promise, that decided the amounts. */
  @TextColumn(64, { nullable: true }) policyVersion: string | null;
  @TextColumn(64, { nullable: true }) promiseHash: string | null;
  /** Idempotency key of the entry that this one takes back, whole or a case's part of it. */
  @TextColumn(190, { nullable: true }) reverses: string | null;
}

/** One account's part of an entry. The ancestor columns are those of the origin as it was organised when posted. */
@Entity('ledger_line')
@AncestorIndexes('ix_ledger_line', ['period', 'id'])
@Index('ix_ledger_line_entry', ['entryId'])
@Index('ix_ledger_line_origin', ['originNodeId', 'period', 'id'])
@Index('ix_ledger_line_case', ['caseId'])
export class LedgerLine extends Ancestors {
  @Id() id: string;
  @RefColumn() entryId: string;
  @IntColumn() seq: number;
  @TextColumn(32) account: string;
  @FenColumn() amount: number;
  @TextColumn(3) currency: string;
  @TextColumn(24) component: string;
  @RefColumn() originNodeId: string;
  @TextColumn(16, { nullable: true }) bearer: string | null;
  @RefColumn({ nullable: true }) bearerNodeId: string | null;
  @TextColumn(16) reasonClass: string;
  @TextColumn(32) reason: string;
  @TextColumn(64, { nullable: true }) carrier: string | null;
  @TextColumn(7) period: string;
  /** Day of that month that it counts to, 1 to 31. */
  @IntColumn({ default: 31 }) day: number;
  @InstantColumn() postedAt: number;
  /** Null where it is an order's before any return. */
  @RefColumn({ nullable: true }) caseId: string | null;
  /** A share of the price, for nobody has said what the goods cost. */
  @BooleanColumn({ default: false }) assumed: boolean;
}

/** Totals of the reported lines (costs, returned sales) per store, month and key, kept in the posting transaction; a check recomputes them. */
@Entity('ledger_summary')
@AncestorIndexes('ix_ledger_summary', ['period', 'component'])
@Index('ux_ledger_summary_key', ['summaryKey'], { unique: true })
@Index('ix_ledger_summary_origin', ['originNodeId', 'period'])
export class LedgerSummary extends Ancestors {
  @Id() id: string;
  /** SHA-256 of all keys and the ancestors: one row per distinct combination. */
  @TextColumn(64) summaryKey: string;
  @RefColumn() originNodeId: string;
  @TextColumn(7) period: string;
  @TextColumn(24) component: string;
  @TextColumn(16) bearer: string;
  @TextColumn(16) reasonClass: string;
  @TextColumn(32) reason: string;
  @TextColumn(64) carrier: string;
  @TextColumn(3) currency: string;
  @FenColumn() amount: number;
  @IntColumn() lineCount: number;
}

/** A total by the days of its month, kept with it: half a month is compared with half a month. */
@Entity('ledger_day')
export class LedgerDay {
  @PrimaryColumn({ type: 'varchar', length: 64 }) summaryKey: string;
  /** 1 to 31. */
  @PrimaryColumn({ type: 'integer' }) day: number;
  @FenColumn() amount: number;
  @IntColumn() lineCount: number;
}

/** What was sold and sent back at a selling unit in a month: what a rate of subsidy is reckoned against, kept with each order and parcel. */
@Entity('sales_month')
export class SalesMonth {
  @PrimaryColumn({ type: 'varchar', length: 26 }) nodeId: string;
  @PrimaryColumn({ type: 'varchar', length: 7 }) period: string;
  @PrimaryColumn({ type: 'varchar', length: 3 }) currency: string;
  /** Paid in the month, cancelled later or not. */
  @IntColumn() orders: number;
  /** What was paid for them. */
  @FenColumn() paidAmount: number;
  /** Parcels sent back. */
  @IntColumn() returns: number;
}

/** The decision to pay money back; the payout is something else (A16). */
@Entity('refund')
@Index('ix_refund_case', ['caseId'])
@Index('ix_refund_due', ['nextAttemptAt', 'id'])
@Index('ix_refund_unpaid', ['paidAt', 'decidedAt'])
export class Refund {
  @Id() id: string;
  @RefColumn() caseId: string;
  @RefColumn() orderId: string;
  /** Goods refund, return freight the buyer advanced, or money for what went wrong. */
  @TextColumn(16) purpose: 'goods' | 'freight' | 'compensation';
  @FenColumn() amount: number;
  @TextColumn(3) currency: string;
  /** `asked`: the gateway was asked and has not said yet whether it pays. */
  @TextColumn(16) status: 'decided' | 'asked' | 'paid' | 'failed';
  @TextColumn(64) idempotencyKey: string;
  @IntColumn({ default: 0 }) attempts: number;
  @InstantColumn({ nullable: true }) nextAttemptAt: number | null;
  @InstantColumn() decidedAt: number;
  @InstantColumn({ nullable: true }) paidAt: number | null;
  /** The gateway's word for the payment. */
  @TextColumn(64, { nullable: true }) reference: string | null;
  /** Proof of a payment made by hand. */
  @TextColumn(64, { nullable: true }) voucher: string | null;
  /** Tenders repaid, latest payment first: [{ paymentId, amount }]. */
  @JsonColumn({ nullable: true }) tenders: TenderShare[] | null;
  @VersionColumn() version: number;
}

@Entity('refund_attempt')
@Index('ix_refund_attempt', ['refundId', 'at'])
export class RefundAttempt {
  @Id() id: string;
  @RefColumn() refundId: string;
  @InstantColumn() at: number;
  @TextColumn(16) outcome: 'paid' | 'failed' | 'pending';
  @TextColumn(300, { nullable: true }) message: string | null;
}
