import type { Directives } from '@headwater/policy';
import { OrderWriter } from '../../orders/order-writer.service.js';
import type { OrderDraft, OrderLineDraft } from '../../orders/order-draft.js';
import { assign, publish, rules, subsidy } from '../../policies/testing/operations.js';
import { Client, signedIn, type Answer, type Loose } from '../../testing/client.js';
import { plantUnits, smallChain, unitId, type Unit } from '../../testing/organization.js';
import { plantPerson } from '../../testing/people.js';
import { createTestApp, type Engine, type TestApp } from '../../testing/test-app.js';
import { CaseClock } from '../case-clock.service.js';
import { PayoutWorker } from '../payout-worker.service.js';
import { drawnPng } from '../photos/drawn-png.js';
import type { PhotoKind } from '../photos/photo-kinds.js';
import { verbs, type VerbName } from './verbs.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Sunday morning in Shanghai: when the chain of these tests opens. */
const OPENING = Date.UTC(2026, 2, 1, 1);

const returnAddress = {
  recipient: '售后组',
  phone: '021-60000000',
  province: '上海市',
  city: '上海市',
  district: '青浦区',
  street: '华新路 1 号',
  instructions: '请附纸条写明订单号',
};

const anyGoods = { category: null, amountFrom: null, amountTo: null, merchantBps: null };
const payer = (reasonClass: string, who: string) => ({ reasonClass, ...anyGoods, payer: who });

/** Bought wrong: the buyer pays; every fault: the merchant. */
const standard: Directives = {
  // Most stories are of other things than photos.
  evidence: { set: [] },
  noReasonDays: { set: 7 },
  freightPayer: {
    set: [
      payer('expectation', 'buyer'),
      ...['mismatch', 'quality', 'wrongItem', 'logistics'].map((each) => payer(each, 'merchant')),
    ] as never,
  },
  conditions: { set: [{ category: null, items: ['intact', 'unused', '鞋底无磨损'] }] },
  returnAddress: { set: returnAddress },
};

/** Actual cost up to 19.35, HQ 60 %, branch 40 %. */
const freeReturns: Directives = {
  enabled: { set: true },
  mode: { set: { kind: 'actual', cap: 1935 } },
  bearers: { set: { rows: [], otherwise: { HQ: 6000, branch: 4000 }, fallback: 'HQ' } },
};

const staff = [
  ['admin@example.com', '赵总', 'administrator', 'HQ'],
  ['op@example.com', '张敏', 'operator', 'HQ'],
  ['finance@example.com', '孙会计', 'finance', 'HQ'],
  ['east@example.com', '李娜', 'regionalManager', 'EAST'],
  ['shop1@example.com', '王芳', 'storeManager', 'SHOP1'],
  ['clerk1@example.com', '小陈', 'storeStaff', 'SHOP1'],
  ['shop3@example.com', '周强', 'storeManager', 'SHOP3'],
] as const;
export type StaffEmail = (typeof staff)[number][0];

export interface SoldOrder {
  readonly id: string;
  readonly lines: readonly { readonly id: string; readonly quantity: number; readonly paidAmount: number }[];
}

export interface Sale {
  readonly store?: string;
  readonly no?: string;
  readonly buyer?: string;
  readonly lines?: readonly Partial<OrderLineDraft>[];
  readonly payments?: readonly { method: string; amount: number }[];
  /** Days after `paidAt`; null: not yet. */
  readonly shippedAfter?: number | null;
  readonly deliveredAfter?: number | null;
  readonly status?: OrderDraft['status'];
  /** UTC epoch ms; absent: now. */
  readonly paidAt?: number;
}

/** Whoever asks the API. */
export type Caller = Pick<Client, 'graphql' | 'get' | 'send'>;

let serial = 0;

const lineOf = (line: Partial<OrderLineDraft>): OrderLineDraft => ({
  sku: 'SKU-1',
  name: '羽绒服 M',
  category: 'coat',
  quantity: 1,
  unitPrice: 18_900,
  paidAmount: 18_900 * (line.quantity ?? 1),
  freightAmount: 0,
  ...line,
});

/** The after-sales desk of a small chain: people, rules, orders, and a clock that can be moved. */
export class Desk {
  private readonly clients = new Map<string, { client: Client; at: number }>();
  private readonly buyers = new Map<string, Client>();

  private constructor(readonly it: TestApp) {}

  /**
   * @param more what the chain's rules say beside the standard ones
   * @param chain with the units that the staff belong to
   */
  static async open(engine: Engine, more: Directives = {}, chain: Unit = smallChain): Promise<Desk> {
    const it = await createTestApp(engine, { HEADWATER_NOW: new Date(OPENING).toISOString() });
    await plantUnits(it.database, chain);
    for (const [email, name, role, code] of staff) await plantPerson(it.database, { email, name, roles: [[role, code]] });
    const desk = new Desk(it);
    const operator = await desk.client('op@example.com');
    await assign(operator, (await publish(operator, rules, '标准售后', { ...standard, ...more })).versionId, 'HQ');
    await assign(operator, (await publish(operator, subsidy, '退货包运费', freeReturns)).versionId, 'HQ');
    desk.pass(HOUR);
    return desk;
  }

  get now(): number {
    return this.it.clock.now();
  }

  /** Time goes by; nothing happens by itself until `clocks` or `payouts` is called. */
  pass(ms: number): void {
    this.it.clock.set(this.now + ms);
  }

  clocks(): Promise<number> {
    return this.it.app.get(CaseClock, { strict: false }).runDue(this.now);
  }

  payouts(): Promise<number> {
    return this.it.app.get(PayoutWorker, { strict: false }).runDue(this.now);
  }

  /** Somebody of the staff, who signs in again whenever the moved clock has ended his session. */
  as(email: StaffEmail): Caller {
    return {
      graphql: async (query, variables) => (await this.client(email)).graphql(query, variables),
      get: async (path) => (await this.client(email)).get(path),
      send: async (path, body, type) => (await this.client(email)).send(path, body, type),
    };
  }

  private async client(email: StaffEmail): Promise<Client> {
    const known = this.clients.get(email);
    if (known && this.now - known.at < 6 * HOUR) return known.client;
    const client = await signedIn(this.it, email);
    this.clients.set(email, { client, at: this.now });
    return client;
  }

  /** The buyer of an order, by a link that the store made for him. */
  async buyer(order: SoldOrder, store: StaffEmail = 'shop1@example.com'): Promise<Client> {
    const known = this.buyers.get(order.id);
    if (known) return known;
    const shop = this.as(store);
    const { data, errors } = await shop.graphql('mutation ($id: ID!) { it: createBuyerLink(orderId: $id) { token } }', {
      id: order.id,
    });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const client = new Client(this.it);
    client.headers = { authorization: `Buyer ${data.it.token}` };
    this.buyers.set(order.id, client);
    return client;
  }

  /** An order, written as an import would: paid now, delivered three days later unless said otherwise. */
  async sell(sale: Sale = {}): Promise<SoldOrder> {
    const [order] = await this.write([this.draft(sale)]);
    if (!order) throw new Error('no order');
    return order;
  }

  /** So many cases of the first store, each just applied for by its buyer. */
  async several(n: number): Promise<Loose[]> {
    const orders = await this.write(Array.from({ length: n }, () => this.draft({})));
    this.pass(4 * DAY);
    const cases = [];
    for (const order of orders) cases.push(await does(await this.buyer(order), 'apply', forAll(order)));
    return cases;
  }

  draft(sale: Sale): OrderDraft {
    const paidAt = sale.paidAt ?? this.now;
    const after = (days: number | null) => (days === null ? null : paidAt + days * DAY);
    const shippedAt = after(sale.shippedAfter === undefined ? 1 : sale.shippedAfter);
    const deliveredAt = after(sale.deliveredAfter === undefined ? 3 : sale.deliveredAfter);
    serial += 1;
    return {
      source: 'test',
      externalNo: sale.no ?? `N${String(serial)}`,
      nodeId: unitId(sale.store ?? 'SHOP1'),
      buyer: { ref: sale.buyer ?? `buyer ${String(serial)}`, name: '林小雨', phone: '13800000000', region: '上海市' },
      channel: 'express',
      status: sale.status ?? (deliveredAt === null ? 'shipped' : 'delivered'),
      currency: 'CNY',
      instants: {
        placedAt: paidAt - HOUR,
        paidAt,
        shippedAt,
        deliveredAt,
        promisedAt: null,
        completedAt: null,
        cancelledAt: null,
      },
      lines: (sale.lines ?? [{}]).map(lineOf),
      payments: sale.payments ?? [],
    };
  }

  async write(drafts: readonly OrderDraft[]): Promise<SoldOrder[]> {
    const writer = this.it.app.get(OrderWriter, { strict: false });
    const outcomes = await this.it.database.inTransaction((tx) => writer.write(tx, drafts, this.now));
    return Promise.all(
      outcomes.map(async (outcome) => {
        if (outcome.result === 'refused') throw new Error(JSON.stringify(outcome.problem));
        const lines = await this.it.database.read.query<SoldOrder['lines']>(
          'SELECT id, quantity, paid_amount AS paidAmount FROM order_line WHERE order_id = ? ORDER BY line_no',
          [outcome.orderId],
        );
        return { id: outcome.orderId, lines };
      }),
    );
  }
}

const CASE = `id code type state followUpAnswer version outcome isTerminal umbrella requestedAmount approvedAmount payoutFailed cost goodsLoss goodsLossAssumed recovery returnAddress
  deadline { at outcome field cost paused outcomeText { zh en } }
  freight { payer merchantBps subsidy fault overCap buyer trace { rule passed text { zh en } } }
  liability { party rule assumed text { zh } facts { key at assumed text { zh } } flip { zh } } proposal { amount resolution note } stamps { key at }
  checklist { item label { zh en } passed note } photoCount photos { id kind path takenBy mimeType eventSeq }
  pickup { from until }
  shipments { id direction method unit { name } carrier tracking freightPaid deliveredAt events { kind at note } }
  returnLabel { carrier tracking }
  refunds { id amount purpose status paidAt reference voucher attempts { outcome message } }
  events { seq verb from to actorKind actorName reason data overruled { zh } oldDeadline newDeadline }
  remedies { verb maxAmount needs effect { zh } } appeals { status reason answer named contested { party rule } }
  lines { quantity amount orderLine { id available refundedQuantity } }
  allowedActions { verb primary needs to left maxAmount effect { zh en } }`;

/** One verb by its name, as the contract has it. */
export function perform(client: Caller, verb: VerbName, variables: Record<string, unknown>): Promise<Answer> {
  const types: Readonly<Record<string, string>> = verbs[verb];
  const given = Object.keys(types).filter((name) => variables[name] !== undefined);
  const declared = given.map((name) => `$${name}: ${types[name] ?? ''}`).join(', ');
  const passed = given.map((name) => `${name}: $${name}`).join(', ');
  return client.graphql(`mutation (${declared}) { it: ${verb}(${passed}) { ${CASE} } }`, variables);
}

/** A verb that has to go through; the case afterwards. */
export async function does(client: Caller, verb: VerbName, variables: Record<string, unknown>): Promise<Loose> {
  const { data, errors } = await perform(client, verb, variables);
  if (errors.length > 0) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
  return data.it;
}

/** A verb that has to be refused; its code and facts. */
export async function refuses(client: Caller, verb: VerbName, variables: Record<string, unknown>): Promise<Loose> {
  const { data, errors } = await perform(client, verb, variables);
  if (errors.length === 0) throw new Error(`${verb} went through: ${JSON.stringify(data)}`);
  return { ...errors[0]?.extensions, message: errors[0]?.message };
}

export const seen = ({ id, version }: { id: string; version: number }) => ({ id, version });

/** An application for all of an order, unless said otherwise. */
export const forAll = (order: SoldOrder, more: object = {}) => ({
  input: {
    orderId: order.id,
    type: 'RR',
    reason: 'unfit',
    text: '有点大',
    lines: order.lines.map(({ id, quantity }) => ({ orderLineId: id, quantity })),
    ...more,
  },
});

/** A photo of a case, drawn. */
export async function photographs(client: Caller, caseId: string, kind: PhotoKind, times = 1): Promise<Loose[]> {
  const added: Loose[] = [];
  for (let time = 0; time < times; time += 1) {
    const { status, body } = await client.send(`/photos/cases/${caseId}?kind=${kind}`, picture(time), 'image/png');
    if (status !== 201) throw new Error(JSON.stringify(body));
    added.push(body);
  }
  return added;
}

export const picture = (shade = 0): Buffer => drawnPng(4, 4, (x, y) => [x * 60, y * 60, shade % 256]);

export async function caseNow(client: Caller, id: string): Promise<Loose> {
  const { data, errors } = await client.graphql(`query ($id: ID!) { it: case(id: $id) { ${CASE} } }`, { id });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.it;
}
