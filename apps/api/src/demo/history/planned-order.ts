import { split } from '@headwater/ledger';
import type { Channel } from '@headwater/policy';
import type { OrderDraft, OrderInstants, OrderLineDraft, PaymentDraft } from '../../orders/order-draft.js';
import type { OrderStatus } from '../../orders/order.entity.js';
import { DAY, HOUR, dayName, hourWeights } from '../calendar.js';
import type { Random } from '../random.js';
import { isAbnormal } from '../world/abnormal.js';
import { buyer } from '../world/buyers.js';
import { pickProduct, type Category, type Product } from '../world/products.js';
import type { DemoStore } from '../world/units.js';

const SOURCE = 'demo';

/** An order before it is written: what it holds, and what its life will be if nothing interferes. */
export interface PlannedOrder {
  readonly number: string;
  readonly store: DemoStore;
  readonly buyer: OrderDraft['buyer'];
  readonly channel: Channel;
  readonly paidAt: number;
  readonly lines: readonly PlannedLine[];
  readonly payments: readonly PaymentDraft[];
  readonly life: Life;
}

export interface PlannedLine extends OrderLineDraft {
  readonly category: Category;
}

/** Instants as they will be, UTC epoch ms; those after the end of the history are left out when the order is written. */
export type Life = Omit<OrderInstants, 'placedAt' | 'paidAt'>;

const channels: readonly (readonly [Channel, number])[] = [
  ['express', 74],
  ['inStore', 12],
  ['pickup', 8],
  ['sameCity', 6],
];

/** Share of the orders each buyer of the pool makes: a few come often. */
const BUYERS_PER_ORDER = 0.55;

export interface OrderPlace {
  readonly day: number;
  /** Its place among the orders of that day. */
  readonly index: number;
  readonly ofAll: number;
}

/** One order of a day. Everything about it comes from its own stream. */
export function planOrder(random: Random, stores: readonly (readonly [DemoStore, number])[], place: OrderPlace): PlannedOrder {
  const own = random.of('order', dayName(place.day), place.index);
  const store = own.weighted(stores);
  const channel = own.weighted(channels);
  const paidAt = place.day + own.weighted(hourWeights) * HOUR + own.int(0, HOUR - 1);
  const buyerNumber = 1 + Math.floor(place.ofAll * BUYERS_PER_ORDER * own.next() ** 1.7);
  const lines = planLines(own, store, channel);
  return {
    number: `YT${dayName(place.day).replaceAll('-', '')}${String(place.index + 1).padStart(4, '0')}${own.digits(2)}`,
    store,
    buyer: buyer(random, buyerNumber, store.province ?? '上海市'),
    channel,
    paidAt,
    lines,
    payments: planPayments(own, lines),
    life: planLife(own, channel, paidAt),
  };
}

function planLines(own: Random, store: DemoStore, channel: Channel): PlannedLine[] {
  const count = own.weighted([
    [1, 66],
    [2, 25],
    [3, 9],
  ]);
  const pieces = Array.from({ length: count }, () => pickProduct(own, store.shop)).map((product) => ({
    product,
    quantity: own.weighted([
      [1, 93],
      [2, 6],
      [3, 1],
    ]),
  }));
  const listed = pieces.map(({ product, quantity }) => product.price * quantity);
  const goods = listed.reduce((sum, amount) => sum + amount, 0);
  const paid = split(goods - discountOn(own, goods), listed);
  const freight = split(freightOf(channel, goods), listed);
  return pieces.map(({ product, quantity }, index) => ({
    ...variantOf(own, product),
    category: product.category,
    quantity,
    unitPrice: product.price,
    paidAmount: paid[index] ?? 0,
    freightAmount: freight[index] ?? 0,
  }));
}

function variantOf(own: Random, { sku, name, variants }: Product): { sku: string; name: string } {
  const at = own.int(0, variants.length - 1);
  return { sku: `${sku}-${String(at + 1).padStart(2, '0')}`, name: `${name} ${variants[at] ?? ''}` };
}

/** Coupons come in whole yuan, for so much spent. */
function discountOn(own: Random, goods: number): number {
  if (!own.chance(0.38)) return 0;
  const steps = Math.floor(goods / 20_000);
  return steps > 0 ? steps * own.pick([1_000, 2_000, 3_000]) : own.pick([0, 500]);
}

function freightOf(channel: Channel, goods: number): number {
  if (channel === 'express') return goods >= 19_900 ? 0 : 1_000;
  return channel === 'sameCity' ? 800 : 0;
}

function planPayments(own: Random, lines: readonly PlannedLine[]): PaymentDraft[] {
  const total = lines.reduce((sum, line) => sum + line.paidAmount + line.freightAmount, 0);
  const method = own.weighted([
    ['微信支付', 58],
    ['支付宝', 34],
    ['云闪付', 8],
  ]);
  const card = own.chance(0.05) ? Math.min(own.pick([5_000, 10_000]), total - 1) : 0;
  return card > 0
    ? [
        { method: '礼品卡', amount: card },
        { method, amount: total - card },
      ]
    : [{ method, amount: total }];
}

function planLife(own: Random, channel: Channel, paidAt: number): Life {
  const shippedAt = channel === 'inStore' ? paidAt : paidAt + own.hours(2, 44);
  if (channel === 'express' && own.chance(0.018)) {
    const never = { shippedAt: null, deliveredAt: null, completedAt: null };
    return { ...never, promisedAt: paidAt + 5 * DAY, cancelledAt: paidAt + own.hours(0.2, 8) };
  }
  const onTheWay = { express: own.hours(26, 104), sameCity: own.hours(0.6, 4), pickup: own.hours(2, 60), inStore: 0 }[channel];
  const deliveredAt = shippedAt + onTheWay;
  const confirmed = own.chance(0.35) ? own.hours(4, 120) : 10 * DAY;
  return {
    shippedAt,
    deliveredAt,
    promisedAt: channel === 'express' ? paidAt + 5 * DAY : null,
    completedAt: deliveredAt + (channel === 'inStore' ? 0 : confirmed),
    cancelledAt: null,
  };
}

/** Stores by how much they sell; something wrong shows only where there is enough to see. */
export const storeWeights = (stores: readonly DemoStore[]): (readonly [DemoStore, number])[] =>
  stores.map((store) => [store, isAbnormal(store.code) ? Math.max(store.weight, 2.4) : store.weight]);

/** The order as it stands at the end of the history. */
export function draftOf(order: PlannedOrder, end: number): OrderDraft {
  const past = (at: number | null) => (at !== null && at <= end ? at : null);
  const { life, paidAt } = order;
  const instants = {
    placedAt: paidAt,
    paidAt,
    shippedAt: past(life.shippedAt),
    deliveredAt: past(life.deliveredAt),
    promisedAt: life.promisedAt,
    completedAt: past(life.completedAt),
    cancelledAt: past(life.cancelledAt),
  };
  return {
    source: SOURCE,
    externalNo: order.number,
    nodeId: order.store.id,
    buyer: order.buyer,
    channel: order.channel,
    status: statusOf(instants),
    currency: 'CNY',
    instants,
    lines: order.lines,
    payments: order.payments,
  };
}

function statusOf({ cancelledAt, completedAt, deliveredAt, shippedAt }: OrderInstants): OrderStatus {
  if (cancelledAt !== null) return 'cancelled';
  if (completedAt !== null) return 'completed';
  if (deliveredAt !== null) return 'delivered';
  return shippedAt === null ? 'paid' : 'shipped';
}
