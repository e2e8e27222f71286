import type { CaseType } from '@headwater/after-sales';
import { ApplyService } from '../../apply.service.js';
import { DAY, type Desk } from '../desk.js';
import type { Random } from './random.js';

/** As many cases as one transaction brings in. */
const BATCH = 50;

const stores = ['SHOP1', 'SHOP2', 'SHOP3'] as const;
/** Fen; the last two are paid at the third attempt, and late. */
const amounts = [9_900, 18_900, 18_900, 404_200, 404_800] as const;
const wishes: readonly { readonly type: CaseType; readonly reason: string }[] = [
  { type: 'RR', reason: 'unfit' },
  { type: 'RR', reason: 'unfit' },
  { type: 'RO', reason: 'missingItem' },
  { type: 'EX', reason: 'sizeMismatch' },
  { type: 'RS', reason: 'missingItem' },
  { type: 'RP', reason: 'sizeMismatch' },
];

const buyer = { capacity: 'buyer', kind: 'buyer', id: null, name: '林小雨' } as const;

/** Orders delivered yesterday, and a case of each. @returns the ids of the cases */
export async function bringIn(desk: Desk, random: Random, count: number, now: number): Promise<string[]> {
  const ids: string[] = [];
  for (let left = count; left > 0; left -= BATCH) ids.push(...(await bringBatch(desk, random, Math.min(BATCH, left), now)));
  return ids;
}

async function bringBatch(desk: Desk, random: Random, count: number, now: number): Promise<string[]> {
  const { app, database } = desk.it;
  const applications = app.get(ApplyService, { strict: false });
  const orders = await desk.write(
    Array.from({ length: count }, () =>
      desk.draft({ paidAt: now - 4 * DAY, store: random.one(stores), lines: [{ paidAmount: random.one(amounts) }] }),
    ),
  );
  const inputs = orders.map(({ id, lines }) => ({
    orderId: id,
    ...random.one(wishes),
    lines: lines.map((line) => ({ orderLineId: line.id, quantity: line.quantity })),
  }));
  return database.inTransaction(async (tx) => {
    const ids: string[] = [];
    for (const input of inputs) ids.push((await applications.applyAs(tx, buyer, input, now)).id);
    return ids;
  });
}
