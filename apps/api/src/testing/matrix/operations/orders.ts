import { figure, list, lookup, sorted, type Operation } from '../operation.js';
import { isUnder, type Oracle } from '../oracle.js';
import { caseIds, caseOf, ids, page, reachesInto, unitIds } from './records.js';

const orderOf = ({ world }: Oracle, id: string) => world.orders.find((order) => order.id === id);

const orderIds = ({ world }: Oracle) => world.orders.map(({ id }) => id);

const seesOrder = (oracle: Oracle, id: string) => oracle.seesOf('order.read', id, orderOf(oracle, id)?.unit ?? '');

export const orders: readonly Operation[] = [
  list(
    'orders',
    'order.read',
    `{ orders(${page}) { total items { id } } }`,
    (it) => it.world.orders.filter(({ unit }) => it.sees('order.read', unit)).map(({ id }) => id),
    (it) => it.orders,
  ),
  lookup('order', 'order.read', 'query ($id: ID!) { order(id: $id) { id } }', orderIds, (it, id) =>
    seesOrder(it, id) ? id : null,
  ),
  lookup(
    'orderRules',
    'rules.read',
    'query ($id: ID!) { orderRules(orderId: $id) { orderId } }',
    orderIds,
    (it, id) => (it.sees('rules.read', orderOf(it, id)?.unit ?? '') ? id : null),
    (data) => data.orderRules?.orderId ?? null,
  ),
  lookup(
    'whatIf',
    'order.read',
    'query ($id: ID!) { whatIf(input: { orderId: $id, type: RO, reason: "unneeded", lines: [] }) { orderId } }',
    orderIds,
    (it, id) => (seesOrder(it, id) ? id : null),
    (data) => data.whatIf?.orderId ?? null,
  ),
  lookup(
    'order.cases',
    'order.read',
    'query ($id: ID!) { order(id: $id) { cases { id } } }',
    orderIds,
    (it, id) => (seesOrder(it, id) ? sorted(caseIds(it).filter((row) => caseOf(it, row)?.order === id)) : null),
    (data) => (data.order ? ids(data.order.cases) : null),
  ),
  lookup(
    'order.buyerLinks',
    'order.read',
    'query ($id: ID!) { order(id: $id) { buyerLinks { id } } }',
    orderIds,
    (it, id) => {
      if (!seesOrder(it, id)) return null;
      const links = it.asker.order === null ? it.world.buyers.filter(({ order }) => order === id) : [];
      return sorted(links.map(({ linkId }) => linkId));
    },
    (data) => (data.order ? ids(data.order.buyerLinks) : null),
  ),
  lookup(
    'orders within',
    'order.read',
    `query ($id: ID!) { orders(filter: { within: $id }, ${page}) { items { id } } }`,
    unitIds,
    (it, id) => {
      const seen = it.world.orders.filter(({ unit }) => it.sees('order.read', unit) && isUnder(it.world, unit, id));
      return reachesInto(it, 'order.read', id) ? sorted(seen.map((order) => order.id)) : null;
    },
    (data) => ids(data.orders.items),
  ),
  figure(
    'buyerOrder',
    'order.read',
    '{ buyerOrder { id } }',
    (it) => it.asker.order,
    (data) => data.buyerOrder?.id ?? null,
  ),
];
