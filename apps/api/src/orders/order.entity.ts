import type { Channel } from '@headwater/policy';
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
  RefColumn,
  TextColumn,
  VersionColumn,
} from '../database/columns.js';

export const orderStatuses = ['paid', 'shipped', 'delivered', 'completed', 'cancelled', 'unavailable'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** What one selling node sold to one buyer in one payment. An imported order with several sellers becomes several of these. */
@Entity('sales_order')
@AncestorIndexes('ix_sales_order', ['placedAt', 'id'])
@Index('ux_sales_order_code', ['code'], { unique: true })
@Index('ux_sales_order_external', ['source', 'externalNo', 'nodeId'], { unique: true })
@Index('ix_sales_order_external_no', ['externalNo'])
@Index('ix_sales_order_buyer', ['buyerRef', 'placedAt'])
@Index('ix_sales_order_buyer_name', ['buyerName'])
@Index('ix_sales_order_buyer_phone', ['buyerPhone'])
export class SalesOrder extends Ancestors {
  @Id() id: string;
  /** What people say on the phone; unique. */
  @TextColumn(32) code: string;
  /** Where it came from (import profile, demo) and its number there. */
  @TextColumn(64) source: string;
  @TextColumn(64) externalNo: string;
  /** The selling node: its policy is the promise, it owns the cases and bears their cost. */
  @RefColumn() nodeId: string;
  /** The person behind several orders. */
  @TextColumn(64) buyerRef: string;
  @TextColumn(100) buyerName: string;
  @TextColumn(32, { nullable: true }) buyerPhone: string | null;
  @TextColumn(64, { nullable: true }) shipToRegion: string | null;
  @TextColumn(16) channel: Channel;
  @TextColumn(16) status: OrderStatus;
  @TextColumn(3) currency: string;
  @FenColumn() goodsAmount: number;
  @FenColumn() freightAmount: number;
  @FenColumn() paidAmount: number;
  /** Decided to be paid back for goods and outbound freight; never more than was paid. */
  @FenColumn({ default: 0 }) refundedAmount: number;
  @InstantColumn() placedAt: number;
  @InstantColumn({ nullable: true }) paidAt: number | null;
  @InstantColumn({ nullable: true }) shippedAt: number | null;
  @InstantColumn({ nullable: true }) deliveredAt: number | null;
  /** When delivery was promised for. */
  @InstantColumn({ nullable: true }) promisedAt: number | null;
  @InstantColumn({ nullable: true }) completedAt: number | null;
  @InstantColumn({ nullable: true }) cancelledAt: number | null;
  /** Hashes of the promise documents frozen at payment, and the epoch they were read at. */
  @TextColumn(64, { nullable: true }) subsidyPromise: string | null;
  @TextColumn(64, { nullable: true }) rulesPromise: string | null;
  @IntColumn({ nullable: true }) promiseEpoch: number | null;
  /** What withheld free returns that the rules would have promised; null: nothing. */
  @RefColumn({ nullable: true }) promiseHold: string | null;
  /** S4: the nearest partner above the selling node at payment; null: there was none. */
  @RefColumn({ nullable: true }) partnerNodeId: string | null;
  /** Until when a return that free returns pay may be asked for; null: none may. `promised_day` counts by it. */
  @InstantColumn({ nullable: true }) coveredUntil: number | null;
  /** What its source last said of it, hashed: head and goods apart. The same again changes nothing. */
  @TextColumn(64) contentHash: string;
  /** Cases that have not ended. */
  @IntColumn({ default: 0 }) openCases: number;
  /** Umbrella status of its cases (A2), kept with each case's transition; null while it has none. */
  @TextColumn(16, { nullable: true }) umbrella: string | null;
  @VersionColumn() version: number;
}

@Entity('order_line')
@Index('ux_order_line', ['orderId', 'lineNo'], { unique: true })
export class OrderLine {
  @Id() id: string;
  @RefColumn() orderId: string;
  @IntColumn() lineNo: number;
  @TextColumn(64) sku: string;
  @TextColumn(200) name: string;
  @TextColumn(64, { nullable: true }) category: string | null;
  @IntColumn() quantity: number;
  /** Price of one before discounts. */
  @FenColumn() unitPrice: number;
  /** What one cost the chain; null: not known. */
  @FenColumn({ nullable: true }) unitCost: number | null;
  /** What was paid for the whole line, discounts spread by largest remainder, without freight. */
  @FenColumn() paidAmount: number;
  @FenColumn({ default: 0 }) freightAmount: number;
  /** Units in open cases, and units refunded: sold − both = available. Written only by versioned update. */
  @IntColumn({ default: 0 }) openQuantity: number;
  @IntColumn({ default: 0 }) refundedQuantity: number;
  /** Asked for in open cases, and refunded; both with the outbound freight where it is refunded too. */
  @FenColumn({ default: 0 }) openAmount: number;
  @FenColumn({ default: 0 }) refundedAmount: number;
  /** Applications so far (at most maxApplications). */
  @IntColumn({ default: 0 }) applications: number;
  /** When the buyer last got another one in exchange: quality windows run anew from then. */
  @InstantColumn({ nullable: true }) replacedAt: number | null;
  /** A4: the buyer confirmed at purchase that it is not returned without a reason. */
  @BooleanColumn({ default: false }) noReasonExcludedConfirmed: boolean;
  /** S4: the supplier of what was sold; null: none is known. */
  @RefColumn({ nullable: true }) supplierNodeId: string | null;
  /** S1: the campaigns that it was sold in, by their codes; null: in none. */
  @JsonColumn({ nullable: true }) campaigns: readonly string[] | null;
  @VersionColumn() version: number;
}

@Entity('order_payment')
@Index('ux_order_payment', ['orderId', 'sequence'], { unique: true })
export class OrderPayment {
  @Id() id: string;
  @RefColumn() orderId: string;
  @IntColumn() sequence: number;
  @TextColumn(32) method: string;
  @FenColumn() amount: number;
  /** Set aside by decided refunds and paid by paid ones, the latest payment first. */
  @FenColumn({ default: 0 }) refunded: number;
  @VersionColumn() version: number;
}
