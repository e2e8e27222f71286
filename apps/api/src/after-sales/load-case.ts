import type { EntityManager } from 'typeorm';
import { NotFound } from '../common/errors.js';
import { currentRead } from '../database/current-read.js';
import { holdOrder } from '../orders/order.service.js';
import { AfterSalesCase } from './case.entity.js';

/**
 * A case as it is now, its order held until the transaction ends: everything that may move the order's cases, lines and payments waits.
 * @throws NotFound
 */
export async function loadHeld(tx: EntityManager, id: string): Promise<AfterSalesCase> {
  const [found] = await tx.query<{ orderId: string }[]>('SELECT order_id AS orderId FROM after_sales_case WHERE id = ?', [id]);
  if (!found) throw new NotFound('case', id);
  await holdOrder(tx, found.orderId);
  const row = await tx.findOne(AfterSalesCase, { where: { id }, ...currentRead(tx) });
  if (!row) throw new NotFound('case', id);
  return row;
}
