import type { EntityManager } from 'typeorm';
import { NotFound } from '../common/errors.js';
import { rowsWhere } from '../database/rows.js';
import { byId } from '../orders/batch.js';
import { holdOrder, holdOrders } from '../orders/order.service.js';
import { AfterSalesCase } from './case.entity.js';

/**
 * A case as it is now, its order held until the transaction ends: everything that may move the order's cases, lines and payments waits.
 * @throws NotFound
 */
export async function loadHeld(tx: EntityManager, id: string): Promise<AfterSalesCase> {
  const [found] = await tx.query<{ orderId: string }[]>('SELECT order_id AS orderId FROM after_sales_case WHERE id = ?', [id]);
  if (!found) throw new NotFound('case', id);
  await holdOrder(tx, found.orderId);
  const [row] = await rowsWhere(tx, AfterSalesCase, { id }, { held: true });
  if (!row) throw new NotFound('case', id);
  return row;
}

/** Cases by their ids and orders, as `loadHeld` loads one; those that are gone are left out. */
export async function loadAllHeld(
  tx: EntityManager,
  cases: readonly Pick<AfterSalesCase, 'id' | 'orderId'>[],
): Promise<AfterSalesCase[]> {
  await holdOrders(
    tx,
    cases.map(({ orderId }) => orderId),
  );
  const rows = byId(await rowsWhere(tx, AfterSalesCase, { id: cases.map(({ id }) => id) }, { held: true, by: 'id' }));
  return cases.flatMap(({ id }) => rows.get(id) ?? []);
}
