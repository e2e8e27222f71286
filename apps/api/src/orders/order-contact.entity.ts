import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, LongTextColumn, RefColumn, TextColumn } from '../database/columns.js';

/** How a buyer was spoken with. */
export const contactChannels = ['phone', 'chat', 'inStore', 'email', 'other'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** A3: staff spoke with the buyer of an order. Never changed, never deleted. */
@Entity('order_contact')
@Index('ix_order_contact_order', ['orderId', 'at', 'id'])
export class OrderContact {
  @Id() id: string;
  @RefColumn() orderId: string;
  @InstantColumn() at: number;
  @TextColumn(16) channel: ContactChannel;
  @LongTextColumn() note: string;
  @RefColumn() personId: string;
  @TextColumn(100) personName: string;
}
