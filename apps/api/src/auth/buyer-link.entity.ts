import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, RefColumn } from '../database/columns.js';

/** A signed link that lets the buyer act on one order; revocable. */
@Entity('buyer_link')
@Index('ix_buyer_link_order', ['orderId'])
export class BuyerLink {
  @Id() id: string;
  @RefColumn() orderId: string;
  @InstantColumn() createdAt: number;
  @InstantColumn() expiresAt: number;
  @InstantColumn({ nullable: true }) revokedAt: number | null;
  @RefColumn({ nullable: true }) createdBy: string | null;
}
