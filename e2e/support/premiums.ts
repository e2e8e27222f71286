import { firstPart, isCovered, monthOf, type Goods } from './case-costs.js';
import { readAll, type Promised, type Store, type SubsidyPromise } from './case-inputs.js';
import type { Client } from './client.js';
import { componentWords } from './cost-files.js';
import type { Settled } from './settled.js';
import { Sums } from './sums.js';

interface OrderRow {
  readonly externalNo: string;
  readonly node: { readonly id: string };
  readonly status: string;
  readonly channel: string;
  readonly paidAt: string | null;
  readonly lines: readonly Goods[];
  readonly promises: readonly Promised[];
}

const PARTNERS = `query ($after: String) { it: orgNodes(types: [partner], page: { first: 100, after: $after }) { nextCursor items { id } } }`;
const ORDERS = `query ($within: ID!, $after: String) { it: orders(filter: { within: $within }, page: { first: 100, after: $after }) {
  nextCursor items { externalNo node { id } status channel paidAt lines { category unitPrice } promises { kind suspended values } } } }`;

/** The orders of partners' stores, the only ones of the demo chain that are insured. */
export async function readInsured(client: Client): Promise<OrderRow[]> {
  const orders: OrderRow[] = [];
  for (const { id } of await readAll<{ id: string }>(client, PARTNERS))
    orders.push(...(await readAll<OrderRow>(client, ORDERS, { within: id })));
  return orders;
}

/**
 * Their premiums, by store, month, bearer and component: one for each paid order that was promised free returns for some of its goods, and
 * what an accepted bill has beyond it.
 */
export function premiumsOf(orders: readonly OrderRow[], stores: readonly Store[], { premiums }: Settled): Sums {
  const byId = new Map(stores.map((store) => [store.id, store]));
  const sums = new Sums();
  for (const { externalNo, node, status, channel, paidAt, lines, promises } of orders) {
    const promise = promises.find(({ kind }) => kind === 'returnShippingSubsidy');
    const store = byId.get(node.id);
    if (!promise || !store || promise.suspended || paidAt === null || status === 'cancelled') continue;
    const { premium, bearers } = promise.values as SubsidyPromise;
    if (premium === 0 || !lines.some((line) => isCovered(promise.values as SubsidyPromise, channel, line))) continue;
    const month = monthOf(paidAt, store);
    const add = (period: string, bearer: string, amount: number) =>
      sums.add([store.code, period, bearer, componentWords.premium], amount);
    const hq = firstPart(premium, bearers.otherwise.HQ);
    add(month, 'HQ', hq);
    add(month, 'Branch', premium - hq);
    const accepted = premiums.get(externalNo);
    if (!accepted) continue;
    const more = firstPart(accepted.billed, bearers.otherwise.HQ) - hq;
    add(accepted.month, 'HQ', more);
    add(accepted.month, 'Branch', accepted.billed - premium - more);
  }
  return sums;
}
