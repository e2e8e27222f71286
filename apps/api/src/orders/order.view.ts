import type { Channel, KindKey } from '@headwater/policy';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalTextView } from '../common/local-text.view.js';
import { Fen, Instant, Json } from '../common/scalars.js';
import { PolicyKindKeyEnum } from '../policies/enums.js';
import { ChannelEnum, OrderStatusEnum } from './order-enums.js';
import type { OrderStatus } from './order.entity.js';

@ObjectType('OrderLine')
export class OrderLineView {
  @Field(() => ID) id: string;
  @Field(() => Int) lineNo: number;
  @Field() sku: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) category: string | null;
  @Field(() => [String], { description: 'S1: codes of the campaigns that it was sold in.' }) campaigns: readonly string[];
  @Field(() => Int) quantity: number;
  @Field(() => Fen, { description: 'Of one, before discounts.' }) unitPrice: number;
  @Field(() => Fen, { description: 'Paid for the whole line, without freight.' }) paidAmount: number;
  @Field(() => Fen) freightAmount: number;
  @Field(() => Int, { description: 'Sold, less refunded, less in open cases.' }) available: number;
  @Field(() => Int) refundedQuantity: number;
}

@ObjectType('OrderPayment')
export class OrderPaymentView {
  @Field(() => ID) id: string;
  @Field(() => Int) sequence: number;
  @Field() method: string;
  @Field(() => Fen) amount: number;
  @Field(() => Fen, { description: 'Paid back, or decided to be.' }) refunded: number;
}

@ObjectType('OrderPromise', { description: 'The rules of one kind, frozen at payment.' })
export class OrderPromiseView {
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field() hash: string;
  @Field(() => Json, { description: 'Field → value.' }) values: unknown;
  @Field({ description: 'Suspended at payment: nothing was promised.' }) suspended: boolean;
  @Field(() => Instant) at: number;
}

@ObjectType('OrderWindow', { description: 'A window in which the buyer may apply (A4).' })
export class OrderWindowView {
  @Field({ description: 'noReasonDays, inStoreDays, qualityDays or selfServiceDays.' }) key: string;
  @Field(() => Int) days: number;
  @Field(() => Instant, { nullable: true, description: 'Exclusive; null until it has begun.' }) endsAt: number | null;
  @Field() open: boolean;
}

@ObjectType('OrderBadge', { description: 'P18: on a line that free returns cover.' })
export class OrderBadgeView {
  @Field(() => ID) lineId: string;
  @Field(() => LocalTextView) text: LocalTextView;
}

@ObjectType('BuyerLink')
export class BuyerLinkView {
  @Field(() => ID) id: string;
  @Field(() => Instant) createdAt: number;
  @Field(() => Instant) expiresAt: number;
  @Field(() => Instant, { nullable: true }) revokedAt: number | null;
}

@ObjectType('BuyerLinkMade')
export class BuyerLinkMadeView {
  @Field(() => BuyerLinkView) link: BuyerLinkView;
  @Field({ description: 'For `Authorization: Buyer TOKEN`; shown once.' }) token: string;
}

@ObjectType('Order')
export class OrderView {
  @Field(() => ID) id: string;
  @Field() code: string;
  @Field() externalNo: string;
  @Field() buyerName: string;
  @Field(() => String, { nullable: true }) buyerPhone: string | null;
  @Field(() => ChannelEnum) channel: Channel;
  @Field(() => OrderStatusEnum) status: OrderStatus;
  @Field() currency: string;
  @Field(() => Fen) goodsAmount: number;
  @Field(() => Fen) freightAmount: number;
  @Field(() => Fen) paidAmount: number;
  @Field(() => Fen) refundedAmount: number;
  @Field(() => Instant) placedAt: number;
  @Field(() => Instant, { nullable: true }) paidAt: number | null;
  @Field(() => Instant, { nullable: true }) shippedAt: number | null;
  @Field(() => Instant, { nullable: true }) deliveredAt: number | null;
  @Field(() => Instant, { nullable: true }) promisedAt: number | null;
  @Field(() => Instant, { nullable: true }) completedAt: number | null;
  @Field(() => Instant, { nullable: true }) cancelledAt: number | null;
  @Field(() => String, { nullable: true, description: 'A2: inProgress, ended, exchanged, exchangeClosed; null without cases.' })
  umbrella: string | null;
  @Field(() => Int) version: number;
}

@ObjectType('OrderPage')
export class OrderPageView {
  @Field(() => [OrderView]) items: OrderView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int, { nullable: true }) total: number | null;
}

@InputType()
export class OrderFilter {
  @Field(() => ID, { nullable: true }) within?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Order code or external number; the buyer's phone, number or the beginning of his name.",
  })
  search?: string | null;
  @Field(() => OrderStatusEnum, { nullable: true }) status?: OrderStatus | null;
  @Field(() => String, { nullable: true }) umbrella?: string | null;
}
