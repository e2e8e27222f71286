import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from './client.js';
import { headwater } from './product.js';

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

/** An area of the demo chain by its name, and the first store of it. */
export async function areaOf(client: Client, name: string): Promise<{ area: Unit; store: Unit }> {
  const find =
    'query ($search: String, $within: ID, $types: [NodeType!]) { orgNodes(search: $search, within: $within, types: $types) { items { id name code } } }';
  const ask = async (variables: Record<string, unknown>) =>
    (await client.ask<{ orgNodes: { items: Unit[] } }>(find, variables)).orgNodes.items;
  const [area] = await ask({ search: name, types: ['region'] });
  const [store] = area === undefined ? [] : await ask({ within: area.id, types: ['store'] });
  if (area === undefined || store === undefined) throw new Error(`the demo chain has no store in ${name}`);
  return { area, store };
}

/** Everything below the area loses free returns. */
export async function turnOff(client: Client, { id }: Unit): Promise<void> {
  await client.ask('mutation ($id: ID!) { turnCoverage(nodeId: $id, on: false) { changed } }', { id });
}

/** An order of this store, paid and delivered a moment ago, as the shop's own system exports it. */
export async function importOrder(dataDir: string, store: Unit, number: string): Promise<void> {
  const now = new Date().toISOString();
  const file = join(dataDir, `${number}.csv`);
  const columns = {
    ...{ order_no: number, store_code: store.code, status: 'delivered', channel: 'express' },
    ...{ buyer_id: `buyer of ${number}`, buyer_phone: '13800000000', buyer_name: '林晓', ship_to: '西安市雁塔区' },
    ...{ placed_at: now, paid_at: now, shipped_at: now, delivered_at: now, promised_at: '', completed_at: '', cancelled_at: '' },
    ...{ sku: 'COAT-1', item: '羽绒服 M', category: '女装', quantity: '1', unit_price: '199.00', freight: '0.00' },
    ...{ payment_method: 'wechat', paid_amount: '199.00' },
  };
  writeFileSync(file, `${Object.keys(columns).join(',')}\n${Object.values(columns).join(',')}\n`);
  const { code, output } = await headwater(['import', 'orders', file, '--mapping', 'orders-csv'], {
    HEADWATER_DATA_DIR: dataDir,
  });
  if (code !== 0) throw new Error(`the order did not come in: ${output}`);
}

interface Order {
  readonly id: string;
  readonly lines: readonly { readonly id: string }[];
}

/** An order by its number, as someone of its store finds it. */
export async function orderOf(staff: Client, number: string): Promise<Order> {
  const { orders } = await staff.ask<{ orders: { items: Order[] } }>(
    'query ($number: String!) { orders(filter: { search: $number }) { items { id lines { id } } } }',
    { number },
  );
  const [order] = orders.items;
  if (order === undefined) throw new Error(`no order ${number}`);
  return order;
}

export interface StoryCase {
  readonly id: string;
  readonly code: string;
  readonly version: number;
}

const CASE = 'id code version';

interface Wish {
  readonly type: 'RR' | 'EX';
  readonly reason: string;
}

/** What the label of a case's first parcel says. */
export const trackingOf = ({ id }: StoryCase): string => `SF${id.slice(-10)}`;

const literal = (value: unknown) => JSON.stringify(value);

/** A step on a case as it is now, whose inputs are texts and numbers. */
async function step(client: Client, verb: string, seen: Pick<StoryCase, 'id' | 'version'>, inputs: Record<string, unknown> = {}) {
  const written = Object.entries(inputs).map(([key, value]) => `, ${key}: ${literal(value)}`);
  await client.ask(`mutation ($id: ID!, $version: Int!) { ${verb}(id: $id, version: $version${written.join('')}) { id } }`, {
    id: seen.id,
    version: seen.version,
  });
}

interface Parcel {
  readonly id: string;
  readonly direction: string;
}

/** Someone of the store at its counter, without its pages. */
export class Clerk {
  constructor(private readonly client: Client) {}

  async does(verb: string, { id }: StoryCase, inputs: Record<string, unknown> = {}): Promise<void> {
    const { case: now } = await this.client.ask<{ case: StoryCase }>(`query ($id: ID!) { case(id: $id) { ${CASE} } }`, { id });
    await step(this.client, verb, now, inputs);
  }

  /** The carrier says that what went out to the buyer has arrived. */
  async deliver({ id }: StoryCase): Promise<void> {
    const asked = 'query ($id: ID!) { case(id: $id) { shipments { id direction } } }';
    const { case: found } = await this.client.ask<{ case: { shipments: Parcel[] } }>(asked, { id });
    const out = found.shipments.find(({ direction }) => direction === 'out');
    await this.client.ask('mutation ($id: ID!) { recordTracking(shipmentId: $id, kind: "delivered") { id } }', { id: out?.id });
  }
}

/** The buyer of one order with the link that staff gave him. */
export class Buyer {
  private constructor(
    private readonly client: Client,
    private readonly order: Order,
  ) {}

  static async of(url: string, staff: Client, number: string): Promise<Buyer> {
    const order = await orderOf(staff, number);
    const { createBuyerLink } = await staff.ask<{ createBuyerLink: { token: string } }>(
      'mutation ($orderId: ID!) { createBuyerLink(orderId: $orderId) { token } }',
      { orderId: order.id },
    );
    return new Buyer(new Client(url, createBuyerLink.token), order);
  }

  async apply({ type, reason }: Wish = { type: 'RR', reason: 'changedMind' }): Promise<StoryCase> {
    const lines = this.order.lines.map(({ id }) => ({ orderLineId: id, quantity: 1 }));
    const input = { orderId: this.order.id, type, reason, lines };
    const { apply } = await this.client.ask<{ apply: StoryCase }>(
      `mutation ($input: ApplyInput!) { apply(input: $input) { ${CASE} } }`,
      {
        input,
      },
    );
    return apply;
  }

  /** Sends the parcel. @param freightPaid fen; null: he does not say */
  ship(applied: StoryCase, freightPaid: number | null): Promise<void> {
    return this.does('ship', applied, { carrier: 'SF', tracking: trackingOf(applied), freightPaid });
  }

  async does(verb: string, { id }: StoryCase, inputs: Record<string, unknown> = {}): Promise<void> {
    const { buyerOrder } = await this.client.ask<{ buyerOrder: { cases: StoryCase[] } }>(`{ buyerOrder { cases { ${CASE} } } }`);
    const now = buyerOrder.cases.find((it) => it.id === id);
    if (now === undefined) throw new Error(`no case ${id}`);
    await step(this.client, verb, now, inputs);
  }
}
