import type { Driver } from './storage.js';

const states = ['APPLIED', 'AWAIT_RETURN', 'AWAIT_RECEIPT', 'REFUNDED', 'CLOSED'];
const START = Date.UTC(2026, 0, 1);
/** Rows made and written at a time, so that a million need no more memory than a few. */
const BATCH = 20_000;

export interface Place {
  readonly hq: string;
  readonly region: string;
  readonly stores: readonly string[];
}

const id = (index: number) => `01BENCH${String(index).padStart(19, '0')}`;
const facts = JSON.stringify({ counts: {}, pauses: {}, legalCeiling: false });

/** Store by store, and state by state within each round of stores. */
function spot(index: number, { hq, region, stores }: Place) {
  const nodeId = stores[index % stores.length] ?? '';
  const state = states[Math.floor(index / stores.length) % states.length] ?? '';
  return { state, a0: hq, a1: region, a2: nodeId, node_id: nodeId };
}

function caseRow(index: number, place: Place): Record<string, string | number | null> {
  const appliedAt = START + index * 1000;
  const what = {
    id: id(index),
    code: `B${String(index)}`,
    type: 'RR',
    order_id: id(0),
    buyer_name: 'Buyer',
    reason: 'changedMind',
    reason_class: 'expectation',
  };
  const amounts = { currency: 'CNY', requested_amount: 9900, amount_at_risk: 9900, freight_payer: 'buyer' };
  const rest = { queue_rank: appliedAt, applied_at: appliedAt, facts, reminders: '[]', freight_trace: '[]' };
  return { ...spot(index, place), ...what, ...amounts, ...rest };
}

/** What the product keeps beside the cases. */
async function plantCounts(driver: Driver, cases: number, place: Place): Promise<void> {
  const rows = place.stores.flatMap((_, store) =>
    states.map((_state, state) => {
      const index = state * place.stores.length + store;
      const round = place.stores.length * states.length;
      return { id: id(index), ...spot(index, place), cases: Math.max(0, Math.ceil((cases - index) / round)) };
    }),
  );
  await driver.insert('case_count', rows);
}

export async function plantCases(driver: Driver, cases: number, place: Place): Promise<void> {
  for (let from = 0; from < cases; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, cases - from) }, (_, index) => caseRow(from + index, place));
    await driver.insert('after_sales_case', rows);
  }
  await plantCounts(driver, cases, place);
}
