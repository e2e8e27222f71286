import { join } from 'node:path';
import { readCsv, type Row } from './csv.js';

/** What one seller sold in one order, straight from the files. Amounts in the hundredth of the currency. */
export interface Part {
  orderId: string;
  sellerId: string;
  status: string;
  freight: number;
  lines: number;
}

export interface OlistFacts {
  orders: number;
  items: number;
  freight: number;
  withoutLines: string[];
  parts: Part[];
  /** Parts of delivered orders whose delivery came after the promised instant. */
  lateDelivered: Part[];
  /** Orders delivered late by their dates but with another status. */
  lateOther: Part[];
}

const cents = (text: string | undefined) => Math.round(Number(text) * 100);

const isLate = (order: Row) =>
  order['order_delivered_customer_date'] !== '' &&
  (order['order_delivered_customer_date'] ?? '') > (order['order_estimated_delivery_date'] ?? '');

function partsOf(orders: Map<string, Row>, items: readonly Row[]): Part[] {
  const parts = new Map<string, Part>();
  for (const item of items) {
    const orderId = item['order_id'] ?? '';
    const sellerId = item['seller_id'] ?? '';
    const key = `${orderId} ${sellerId}`;
    const part = parts.get(key) ?? {
      orderId,
      sellerId,
      status: orders.get(orderId)?.['order_status'] ?? '',
      freight: 0,
      lines: 0,
    };
    parts.set(key, { ...part, freight: part.freight + cents(item['freight_value']), lines: part.lines + 1 });
  }
  return [...parts.values()];
}

/** Reads the folder of olist files with arithmetic of its own: the oracle of the import and of the subsidy report. */
export function readOlist(dir: string): OlistFacts {
  const orders = new Map(readCsv(join(dir, 'orders.csv')).map((row) => [row['order_id'] ?? '', row]));
  const items = readCsv(join(dir, 'order_items.csv'));
  const parts = partsOf(orders, items);
  const withLines = new Set(items.map((item) => item['order_id']));
  const late = parts.filter((part) => isLate(orders.get(part.orderId) ?? {}));
  return {
    orders: orders.size,
    items: items.length,
    freight: items.reduce((sum, item) => sum + cents(item['freight_value']), 0),
    withoutLines: [...orders.keys()].filter((id) => !withLines.has(id)),
    parts,
    lateDelivered: late.filter((part) => part.status === 'delivered'),
    lateOther: late.filter((part) => part.status !== 'delivered'),
  };
}

export interface Subsidy {
  total: number;
  hq: number;
  branch: number;
}

/** Actual freight up to the cap, 60 % HQ and 40 % branch, each shipment split by largest remainder, HQ first on a tie. */
export function subsidyOf(part: Part, cap: number): Subsidy {
  const total = Math.min(part.freight, cap);
  const hq = Math.floor((total * 6 + 5) / 10);
  return { total, hq, branch: total - hq };
}
