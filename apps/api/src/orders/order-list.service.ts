import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { branchesWithin } from '../auth/within.js';
import { cutPage, readPage, type PageInput } from '../common/pagination.js';
import { Database, type Dialect } from '../database/database.js';
import { inOrder, pickPage, type KeysetList } from '../database/keyset.js';
import { and, type Where } from '../database/where.js';
import { amongMeant, ordersMeant } from './order-search.js';
import { SalesOrder } from './order.entity.js';
import type { OrderFilter } from './order.view.js';

export interface Orders {
  readonly items: SalesOrder[];
  readonly nextCursor: string | null;
}

const newestFirst = { alias: 'o', key: 'placed_at', direction: 'DESC' } as const;

/** The orders an actor may see, the newest first. */
@Injectable()
export class OrderListService {
  constructor(@Inject(Database) private readonly database: Database) {}

  async list(actor: Actor, filter: OrderFilter | null, page?: PageInput | null): Promise<Orders> {
    const { first, after } = readPage(page);
    const narrowed = conditionsOf(filter);
    const alternatives = branchesWithin(actor, 'order.read', 'o', filter?.within).map((scope) => and(scope, ...narrowed));
    const picked = await pickPage(this.database.read, listOf(this.database.dialect, filter), alternatives, after, first + 1);
    const { items, nextCursor } = cutPage(picked, first, ({ id, sortKey }) => ({ key: sortKey, id }));
    const rows = await this.database.read.findBy(SalesOrder, { id: In(items.map(({ id }) => id)) });
    return { items: inOrder(items, rows), nextCursor };
  }
}

function listOf(dialect: Dialect, filter: OrderFilter | null): KeysetList {
  const search = filter?.search?.trim();
  const from = search ? amongMeant(dialect, ordersMeant(search), 'sales_order', 'o') : { sql: 'sales_order o', params: [] };
  return { ...newestFirst, from };
}

function conditionsOf(filter: OrderFilter | null): Where[] {
  const { status, umbrella } = filter ?? {};
  return [
    ...(status ? [{ sql: 'o.status = ?', params: [status] }] : []),
    ...(umbrella ? [{ sql: 'o.umbrella = ?', params: [umbrella] }] : []),
  ];
}
