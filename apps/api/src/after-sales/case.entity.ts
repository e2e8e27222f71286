import type {
  BuyerRisk,
  CaseFacts,
  CaseOutcome,
  CaseState,
  CaseType,
  ClockField,
  ClockOutcome,
  InspectedItem,
  ReasonCode,
  Reminder,
  TraceEntry,
} from '@headwater/after-sales';
import type { FreightParts } from '@headwater/ledger';
import type { Payer, ReasonClass, ReturnAddress } from '@headwater/policy';
import { Entity, Index } from 'typeorm';
import { Ancestors } from '../database/ancestors.js';
import {
  AncestorIndexes,
  BooleanColumn,
  FenColumn,
  Id,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../database/columns.js';

/** What the lifecycle keeps between steps beside the columns of a case: libs/after-sales' facts, word for word. */
export type StoredFacts = Pick<
  CaseFacts,
  | 'maxAmount'
  | 'shippedAt'
  | 'deliveredAt'
  | 'receivedAt'
  | 'shippedBackAt'
  | 'pickup'
  | 'reshipSince'
  | 'dispatchedAt'
  | 'buyerReceivedAt'
  | 'refundDecidedAt'
  | 'goodsHeldBy'
  | 'keepsItem'
  | 'feeFree'
  | 'feeKept'
  | 'proposal'
  | 'cameFrom'
  | 'counts'
  | 'pauses'
  | 'payoutAttempts'
  | 'liability'
> & { readonly legalCeiling: boolean };

/** Bad news of a parcel, by its carrier. */
export type ParcelAlert = 'parcelLost' | 'parcelReturned';
export type RemindedKind = Reminder['kind'] | ParcelAlert;

/** A9: what was found, and when the last of it was. */
export interface StoredInspection {
  readonly at: number;
  readonly seq: number;
  readonly actorName: string;
  readonly items: readonly InspectedItem[];
}

/** A8: a label that the branch has paid for: whoever sends the goods back by it pays nothing. */
export interface ReturnLabel {
  readonly carrier: string;
  readonly tracking: string;
  /** What the branch pays the carrier, in fen. */
  readonly freight: number;
  readonly issuedAt: number;
}

/** One request of a buyer on lines of one order and one selling node. */
@Entity('after_sales_case')
@AncestorIndexes('ix_case_due', ['state', 'queueRank', 'id', 'remindedKind', 'payoutFailed'])
@AncestorIndexes('ix_case_applied', ['state', 'appliedAt', 'id'])
@AncestorIndexes('ix_case_money', ['state', 'amountRank', 'id'])
@Index('ux_case_code', ['code'], { unique: true })
@Index('ix_case_order', ['orderId'])
@Index('ix_case_wake', ['wakeAt', 'id'])
@Index('ix_case_buyer_name', ['buyerName'])
export class AfterSalesCase extends Ancestors {
  @Id() id: string;
  @TextColumn(16) code: string;
  @TextColumn(2) type: CaseType;
  @TextColumn(24) state: CaseState;
  @RefColumn() orderId: string;
  @RefColumn() nodeId: string;
  @TextColumn(100) buyerName: string;
  @TextColumn(32) reason: ReasonCode;
  @TextColumn(16) reasonClass: ReasonClass;
  @LongTextColumn({ nullable: true }) text: string | null;
  /** A5: to the follow-up question of its reason. */
  @TextColumn(500, { nullable: true }) followUpAnswer: string | null;
  @TextColumn(3) currency: string;
  @FenColumn() requestedAmount: number;
  @FenColumn({ nullable: true }) approvedAmount: number | null;
  /** Approved, else asked for. */
  @FenColumn() amountAtRisk: number;
  /** Order of the queue by money: `amountAtRisk`, quality first among equals. See queue-rank.ts. */
  @FenColumn({ default: 0 }) amountRank: number;
  /** The running clock; null where none runs. */
  @InstantColumn({ nullable: true }) deadlineAt: number | null;
  @TextColumn(32, { nullable: true }) deadlineOutcome: ClockOutcome | null;
  @TextColumn(32, { nullable: true }) deadlineField: ClockField | null;
  /** The deadline people see: of a refund when it is due, though the clock rings on daily. */
  @InstantColumn({ nullable: true }) dueAt: number | null;
  /** Order of the queue: `dueAt` to the minute, quality first among equals, the ended at the end. See queue-rank.ts. */
  @InstantColumn() queueRank: number;
  /** When the clock has to look at the case next: for its deadline, or a reminder before it. */
  @InstantColumn({ nullable: true }) wakeAt: number | null;
  @JsonColumn() reminders: readonly Reminder[];
  @JsonColumn() facts: StoredFacts;
  /** Said with the proposal that awaits consent. */
  @LongTextColumn({ nullable: true }) proposalNote: string | null;
  @TextColumn(16) freightPayer: Payer;
  @IntColumn({ default: 0 }) freightMerchantBps: number;
  /** What free returns cover of a parcel's freight at most, as promised at payment (fen); null: nothing. */
  @FenColumn({ nullable: true }) freightCoveredAtMost: number | null;
  @JsonColumn() freightTrace: readonly TraceEntry[];
  /** As it was in force at approval; null before. */
  @JsonColumn({ nullable: true }) returnAddress: ReturnAddress | null;
  /** The latest; null: none was issued. */
  @JsonColumn({ nullable: true }) returnLabel: ReturnLabel | null;
  /** A9: in what condition the goods come back, as sent to the buyer at approval; null before, and where no goods come back. */
  @JsonColumn({ nullable: true }) checklist: readonly string[] | null;
  /** The latest inspection by that checklist. */
  @JsonColumn({ nullable: true }) inspection: StoredInspection | null;
  /** I3: how the buyer's risk was reckoned on application; null for cases of before. */
  @JsonColumn({ nullable: true }) buyerRisk: BuyerRisk | null;
  /** The order's promises, which the case obeys. */
  @TextColumn(64, { nullable: true }) rulesPromise: string | null;
  @TextColumn(64, { nullable: true }) subsidyPromise: string | null;
  @BooleanColumn({ default: false }) payoutFailed: boolean;
  /** Of what people were reminded last, or that its parcel is lost or turned back (A8, A13); null: of nothing that still stands. */
  @TextColumn(32, { nullable: true }) remindedKind: RemindedKind | null;
  /** Since when that is so. */
  @InstantColumn({ nullable: true }) remindedAt: number | null;
  @TextColumn(32, { nullable: true }) outcome: CaseOutcome | null;
  @InstantColumn() appliedAt: number;
  @InstantColumn({ nullable: true }) endedAt: number | null;
  /** Number of the last event; reminders are events that leave the version alone. */
  @IntColumn({ default: 0 }) lastSeq: number;
  @VersionColumn() version: number;
}

@Entity('case_line')
@Index('ix_case_line_case', ['caseId'])
@Index('ix_case_line_order_line', ['orderLineId'])
export class CaseLine {
  @Id() id: string;
  @RefColumn() caseId: string;
  @RefColumn() orderLineId: string;
  @IntColumn() quantity: number;
  /** Asked for. */
  @FenColumn() amount: number;
  /** What may be refunded for it at most: so much of the line is closed to other cases. */
  @FenColumn() claimed: number;
}

/** Append-only: every step of a case (A18). */
@Entity('case_event')
@Index('ux_case_event', ['caseId', 'seq'], { unique: true })
export class CaseEvent {
  @Id() id: string;
  @RefColumn() caseId: string;
  @IntColumn() seq: number;
  /** Version of the case after the step. */
  @IntColumn() caseVersion: number;
  @InstantColumn() at: number;
  @TextColumn(16) actorKind: 'staff' | 'buyer' | 'system';
  @RefColumn({ nullable: true }) actorId: string | null;
  @TextColumn(100) actorName: string;
  @TextColumn(32) verb: string;
  @TextColumn(24, { nullable: true }) from: CaseState | null;
  @TextColumn(24) to: CaseState;
  @LongTextColumn({ nullable: true }) reason: string | null;
  @JsonColumn({ nullable: true }) data: unknown;
  @TextColumn(64, { nullable: true }) rulesPromise: string | null;
  @IntColumn() policyEpoch: number;
  @InstantColumn({ nullable: true }) oldDeadline: number | null;
  @InstantColumn({ nullable: true }) newDeadline: number | null;
}

/** A parcel on its way; it may carry several cases, and freight is counted per shipment. */
@Entity('shipment')
@Index('ix_shipment_tracking', ['tracking'])
@Index('ix_shipment_buyer', ['buyerRef', 'shippedAt'])
@Index('ix_shipment_carrier', ['carrier', 'shippedAt'])
export class Shipment {
  @Id() id: string;
  /** To the branch; refused goods back to the buyer; or what he gets instead. */
  @TextColumn(16) direction: 'return' | 'back' | 'out';
  /** parcel, pickup or dropIn; a drop-in has the case's code for a number. */
  @TextColumn(16) method: string;
  @TextColumn(64) carrier: string;
  @TextColumn(64) tracking: string;
  /** The unit at our end of the way. */
  @RefColumn() toNodeId: string;
  /** Whose parcel it is: only cases of one buyer and one branch share one. */
  @TextColumn(64) buyerRef: string;
  /** By who sent it: the buyer, or of what goes out the branch. */
  @FenColumn({ nullable: true }) freightPaid: number | null;
  /** A8: by a label of the branch's, which owes the freight to the carrier itself. */
  @BooleanColumn({ default: false }) prepaid: boolean;
  @TextColumn(3) currency: string;
  @InstantColumn() shippedAt: number;
  @InstantColumn({ nullable: true }) deliveredAt: number | null;
  @VersionColumn() version: number;
}

@Entity('shipment_case')
@Index('ux_shipment_case', ['shipmentId', 'caseId'], { unique: true })
@Index('ix_shipment_case_case', ['caseId'])
export class ShipmentCase {
  @Id() id: string;
  @RefColumn() shipmentId: string;
  @RefColumn() caseId: string;
  /** How the case's part of the freight fell apart; null while no freight is known. */
  @JsonColumn({ nullable: true }) parts: FreightParts | null;
}

@Entity('tracking_event')
@Index('ix_tracking_event', ['shipmentId', 'at'])
export class TrackingEvent {
  @Id() id: string;
  @RefColumn() shipmentId: string;
  @InstantColumn() at: number;
  @TextColumn(16) kind: string;
  @TextColumn(300, { nullable: true }) note: string | null;
  @RefColumn({ nullable: true }) recordedBy: string | null;
}

/** How many cases of a store are in each state, kept in the transition's transaction: counts never scan cases. */
@Entity('case_count')
@AncestorIndexes('ix_case_count', ['state', 'cases'])
@Index('ux_case_count', ['nodeId', 'state'], { unique: true })
export class CaseCount extends Ancestors {
  @Id() id: string;
  @RefColumn() nodeId: string;
  @TextColumn(24) state: CaseState;
  @IntColumn() cases: number;
}
