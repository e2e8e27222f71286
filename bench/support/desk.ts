import { sellIn } from '../../e2e/support/sales.js';
import type { Driver, Row } from './storage.js';
import type { Trial } from './trial.js';

const ORDERS = '{ orders { items { id lines { id } } } }';
const APPLY = 'mutation ($input: ApplyInput!) { it: apply(input: $input) { id state } }';

/** Cases that a store has to answer, one in each of so many stores, made by the product itself. @returns their ids */
export async function applyIn(trial: Trial, stores: number): Promise<string[]> {
  await sellIn(trial.admin, trial.env, { stores, ordersEach: 1 });
  const { orders } = await trial.admin.ask<{ orders: { items: { id: string; lines: { id: string }[] }[] } }>(ORDERS);
  const ids: string[] = [];
  for (const { id: orderId, lines } of orders.items) {
    const taken = lines.map(({ id }) => ({ orderLineId: id, quantity: 1 }));
    const input = { orderId, type: 'RR', reason: 'changedMind', text: '', lines: taken };
    const { it } = await trial.admin.ask<{ it: { id: string; state: string } }>(APPLY, { input });
    if (it.state !== 'APPLIED') throw new Error(`a case in ${it.state}`);
    ids.push(it.id);
  }
  return ids;
}

/** The rows of one case and of its order. */
interface Pattern {
  readonly order: Row;
  readonly line: Row;
  readonly it: Row;
  readonly caseLine: Row;
  readonly event: Row;
}

async function patternOf(driver: Driver, caseId: string): Promise<Pattern> {
  const one = async (table: string, column: string, id: unknown): Promise<Row> => {
    const [row] = await driver.select(`SELECT * FROM ${table} WHERE ${column} = ?`, [String(id)]);
    return row as Row;
  };
  const it = await one('after_sales_case', 'id', caseId);
  const order = await one('sales_order', 'id', it['order_id']);
  const line = await one('order_line', 'order_id', it['order_id']);
  return {
    it,
    order,
    line,
    caseLine: await one('case_line', 'case_id', caseId),
    event: await one('case_event', 'case_id', caseId),
  };
}

/** Rows that are written at a time. */
const BATCH = 2000;

/**
 * As many copies of cases that the product made, in turn, under ids of their own; `change` is what differs in the case.
 * @returns the ids of the copies
 */
export async function plantCopies(
  driver: Driver,
  caseIds: readonly string[],
  count: number,
  change: (index: number) => Row = () => ({}),
): Promise<string[]> {
  const patterns: Pattern[] = [];
  for (const id of caseIds) patterns.push(await patternOf(driver, id));
  const ids: string[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => {
      const pattern = patterns[(from + index) % patterns.length];
      if (!pattern) throw new Error('no case to copy');
      return copyOf(pattern, from + index, change(from + index));
    });
    await driver.insert(
      'sales_order',
      made.map(({ order }) => order),
    );
    await driver.insert(
      'order_line',
      made.map(({ line }) => line),
    );
    await driver.insert(
      'after_sales_case',
      made.map(({ it }) => it),
    );
    await driver.insert(
      'case_line',
      made.map(({ caseLine }) => caseLine),
    );
    await driver.insert(
      'case_event',
      made.map(({ event }) => event),
    );
    ids.push(...made.map(({ it }) => String(it['id'])));
  }
  await countAnew(driver);
  return ids;
}

function copyOf({ order, line, it, caseLine, event }: Pattern, index: number, change: Row): Pattern {
  const id = `01BENCH${String(index).padStart(19, '0')}`;
  const code = `BC${String(index)}`;
  return {
    order: { ...order, id, code, external_no: code },
    line: { ...line, id, order_id: id },
    it: { ...it, id, code, order_id: id, ...change },
    caseLine: { ...caseLine, id, case_id: id, order_line_id: id },
    event: { ...event, id, case_id: id },
  };
}

/** What the product keeps beside the cases: how many there are in each state. */
async function countAnew(driver: Driver): Promise<void> {
  await driver.run(
    'UPDATE case_count SET cases = (SELECT COUNT(*) FROM after_sales_case c WHERE c.node_id = case_count.node_id AND c.state = case_count.state)',
  );
}
