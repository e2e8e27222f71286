import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { authorize, targetOf } from '../auth/authorize.js';
import { NotFound } from '../common/errors.js';
import { Database } from '../database/database.js';
import { TreeService } from '../tree/tree.service.js';
import { Batch, byId, listsBy } from './batch.js';
import { OrderLine, OrderPayment, SalesOrder } from './order.entity.js';

export const orderTarget = (order: SalesOrder) => ({ ...targetOf('order', order), orderId: order.id });

/** Single orders and what hangs on them. */
@Injectable()
export class OrderService {
  private readonly orders = new Batch<SalesOrder | null>(
    (ids) => this.byIds(ids),
    () => null,
  );
  private readonly lines = new Batch<OrderLine[]>(
    (ids) => this.linesByOrder(ids),
    () => [],
  );
  private readonly payments = new Batch<OrderPayment[]>(
    (ids) => this.paymentsByOrder(ids),
    () => [],
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** Everything about it may then be asked, names of units included. @throws NotFound */
  async get(actor: Actor, id: string): Promise<SalesOrder> {
    const [order] = await Promise.all([this.orders.load(id), this.tree.current()]);
    if (!order) throw new NotFound('order', id);
    authorize(actor, 'order.read', orderTarget(order));
    return order;
  }

  /** For fields of records that were authorized with their order. @throws NotFound */
  async of(id: string): Promise<SalesOrder> {
    const order = await this.orders.load(id);
    if (!order) throw new NotFound('order', id);
    return order;
  }

  linesOf(orderId: string): Promise<OrderLine[]> {
    return this.lines.load(orderId);
  }

  paymentsOf(orderId: string): Promise<OrderPayment[]> {
    return this.payments.load(orderId);
  }

  private async byIds(ids: string[]): Promise<ReadonlyMap<string, SalesOrder>> {
    return byId(await this.database.read.findBy(SalesOrder, { id: In(ids) }));
  }

  private async linesByOrder(ids: string[]): Promise<ReadonlyMap<string, OrderLine[]>> {
    const rows = await this.database.read.find(OrderLine, { where: { orderId: In(ids) }, order: { lineNo: 'ASC' } });
    return listsBy(rows, ({ orderId }) => orderId);
  }

  private async paymentsByOrder(ids: string[]): Promise<ReadonlyMap<string, OrderPayment[]>> {
    const rows = await this.database.read.find(OrderPayment, { where: { orderId: In(ids) }, order: { sequence: 'ASC' } });
    return listsBy(rows, ({ orderId }) => orderId);
  }
}

/**
 * The first statement of every transaction about an order's cases, lines and payments: until it ends no other one runs. It is an
 * update rather than a lock, so that a cluster sees the conflict too.
 */
export async function holdOrders(tx: EntityManager, orderIds: readonly string[]): Promise<void> {
  const ids = [...new Set(orderIds)].sort();
  await tx.query(`UPDATE sales_order SET version = version + 1 WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
}

/** The same of one order. */
export async function holdOrder(tx: EntityManager, orderId: string): Promise<void> {
  await tx.query('UPDATE sales_order SET version = version + 1 WHERE id = ?', [orderId]);
}
