import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from './client.js';
import { sayStandardRules } from './coverage.js';
import { headwater, type Environment } from './product.js';

const NEW_UNIT =
  'mutation ($parentId: ID!, $type: NodeType!, $code: String!) { it: createOrgNode(parentId: $parentId, type: $type, name: $code, code: $code) { id } }';

export interface Sales {
  readonly stores: number;
  readonly ordersEach: number;
}

/** A chain under standard rules whose stores have sold coats, delivered as soon as they have opened. @returns HQ's id */
export async function sellIn(admin: Client, env: Environment, { stores, ordersEach }: Sales): Promise<string> {
  const hq = await sayStandardRules(admin);
  const codes = Array.from({ length: stores }, (_, index) => `STORE${String(index)}`);
  const make = async (parentId: string, type: string, code: string) =>
    (await admin.ask<{ it: { id: string } }>(NEW_UNIT, { parentId, type, code })).it.id;
  const region = await make(hq, 'region', 'REGION');
  for (const code of codes) await make(region, 'store', code);
  const now = new Date().toISOString();
  const rows = Array.from({ length: stores * ordersEach }, (_, index) => ({
    ...{ order_no: `B${String(index)}`, store_code: codes[index % stores] ?? '', status: 'delivered', channel: 'express' },
    ...{ buyer_id: `buyer ${String(index)}`, buyer_phone: '13800000000', buyer_name: 'Buyer', ship_to: 'Xi’an' },
    ...{ placed_at: now, paid_at: now, shipped_at: now, delivered_at: now },
    ...{ promised_at: '', completed_at: '', cancelled_at: '' },
    ...{ sku: 'COAT-1', item: 'Coat', category: 'coats', quantity: '1', unit_price: '199.00', freight: '0.00' },
    ...{ payment_method: 'wechat', paid_amount: '199.00' },
  }));
  const folder = env['HEADWATER_DATA_DIR'] ?? '';
  const file = join(folder, 'orders.csv');
  const head = Object.keys(rows[0] ?? {}).join(',');
  writeFileSync(file, [head, ...rows.map((row) => Object.values(row).join(','))].join('\n'));
  const { code, output } = await headwater(
    ['import', 'orders', file, '--mapping', 'orders-csv', '--report', join(folder, 'report.csv')],
    env,
  );
  if (code !== 0) throw new Error(output);
  return hq;
}
