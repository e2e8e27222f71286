import type { Umbrella } from '@headwater/after-sales';
import type { EntityManager } from 'typeorm';
import { updateVersioned } from '../database/database.js';
import { rowsWhere } from '../database/rows.js';
import { OrderLine } from '../orders/order.entity.js';
import { overLines } from './case-application.js';
import { CaseLine } from './case.entity.js';

/** What a case does to the lines of its order: pieces taken by an application, given back, or refunded. */
interface LineChange {
  readonly orderLineId: string;
  readonly openQuantity: number;
  readonly openAmount: number;
  readonly refundedQuantity: number;
  readonly refundedAmount: number;
  readonly applications: number;
}

async function changeLines(tx: EntityManager, changes: readonly LineChange[]): Promise<void> {
  const ids = changes.map(({ orderLineId }) => orderLineId);
  const lines = await rowsWhere(tx, OrderLine, { id: ids }, { held: true });
  for (const change of changes) {
    const line = lines.find(({ id }) => id === change.orderLineId);
    if (!line) continue;
    const { openQuantity, openAmount, refundedQuantity, refundedAmount, applications } = line;
    const patch = {
      openQuantity: openQuantity + change.openQuantity,
      openAmount: openAmount + change.openAmount,
      refundedQuantity: refundedQuantity + change.refundedQuantity,
      refundedAmount: refundedAmount + change.refundedAmount,
      applications: applications + change.applications,
    };
    await updateVersioned(tx, OrderLine, line, patch, 'order line');
  }
}

const unchanged = { refundedQuantity: 0, refundedAmount: 0, applications: 0 };

/** The pieces and the money an application closes to others. */
export const takeLines = (tx: EntityManager, lines: readonly CaseLine[]): Promise<void> =>
  changeLines(
    tx,
    lines.map(({ orderLineId, quantity, claimed }) => ({
      ...unchanged,
      orderLineId,
      openQuantity: quantity,
      openAmount: claimed,
      applications: 1,
    })),
  );

/** What an open case may bring has changed: its lines hold so much of the order from now on. */
export async function claimAnew(
  tx: EntityManager,
  claims: readonly { readonly line: CaseLine; readonly claimed: number }[],
): Promise<void> {
  for (const { line, claimed } of claims) await tx.update(CaseLine, { id: line.id }, { claimed });
  const more = claims.map(({ line, claimed }) => ({
    ...{ ...unchanged, orderLineId: line.orderLineId, openQuantity: 0 },
    openAmount: claimed - line.claimed,
  }));
  await changeLines(tx, more);
}

/** The pieces of a case that has ended: refunded with what was paid for them (fen), or free again (null). */
export async function settleLines(tx: EntityManager, caseId: string, refunded: number | null): Promise<void> {
  const lines = await rowsWhere(tx, CaseLine, { caseId });
  const amounts = overLines(refunded ?? 0, lines);
  const changes = lines.map(({ orderLineId, quantity, claimed }, index) => ({
    ...unchanged,
    orderLineId,
    openQuantity: -quantity,
    openAmount: -claimed,
    ...(refunded !== null && { refundedQuantity: quantity, refundedAmount: amounts[index] ?? 0 }),
  }));
  await changeLines(tx, changes);
}

/** A10: the pieces of an exchange are others from now on; their quality windows run anew (UTC epoch ms). */
export async function replaceLines(tx: EntityManager, caseId: string, at: number): Promise<void> {
  const lines = await rowsWhere(tx, CaseLine, { caseId });
  const id = lines.map(({ orderLineId }) => orderLineId);
  for (const line of await rowsWhere(tx, OrderLine, { id }, { held: true }))
    await updateVersioned(tx, OrderLine, line, { replacedAt: at }, 'order line');
}

/** A2: an order with an open case is in progress. */
export async function openInOrder(tx: EntityManager, orderId: string): Promise<void> {
  const inProgress: Umbrella = 'inProgress';
  await tx.query('UPDATE sales_order SET umbrella = ?, open_cases = open_cases + 1 WHERE id = ?', [inProgress, orderId]);
}

/** A2: once the last open case has ended, its end is the order's. */
export async function endInOrder(tx: EntityManager, orderId: string, end: Umbrella): Promise<void> {
  await tx.query(
    'UPDATE sales_order SET umbrella = CASE WHEN open_cases > 1 THEN umbrella ELSE ? END, open_cases = open_cases - 1 WHERE id = ?',
    [end, orderId],
  );
}
