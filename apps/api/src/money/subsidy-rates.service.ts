import type { Component } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { scopeWithin } from '../auth/within.js';
import { Database } from '../database/database.js';
import { and, type Where } from '../database/where.js';
import { CostGroups } from './cost-groups.service.js';
import type { CostKeyView, SubsidyFigures, SubsidyRatesView } from './cost.view.js';
import { checkMonth } from './months.js';

/** What free returns cost: the freight that is borne, what is paid to insure it, and what insurers pay back. */
const SUBSIDY: readonly Component[] = ['freight-subsidy', 'premium', 'recovery'];
const BASIS_POINTS = 10_000;
const MAX_TOP = 1_000;

export interface RatesQuestion {
  readonly within: string | null;
  /** `YYYY-MM`; empty: all. */
  readonly months: readonly string[];
  readonly top: number;
}

interface Sales {
  readonly orders: number;
  readonly paidAmount: number;
  readonly returns: number;
}

type SalesRow = Record<keyof Sales, number | string | null>;

const nothing: Sales = { orders: 0, paidAmount: 0, returns: 0 };

const SUMS = 'SUM(m.orders) AS orders, SUM(m.paid_amount) AS paidAmount, SUM(m.returns) AS returns';

const salesOf = (row: SalesRow | undefined): Sales => ({
  orders: Number(row?.orders ?? 0),
  paidAmount: Number(row?.paidAmount ?? 0),
  returns: Number(row?.returns ?? 0),
});

const per = (amount: number, count: number, times = 1): number | null =>
  count > 0 ? Math.round((amount * times) / count) : null;

const figuresOf = (subsidy: number, sales: Sales): SubsidyFigures => ({
  ...{ subsidy, ...sales },
  perOrder: per(subsidy, sales.orders),
  perReturn: per(subsidy, sales.returns),
  rate: per(subsidy, sales.paidAmount, BASIS_POINTS),
});

/** M2: what free returns cost for each order, each return and of what was sold, in all and store by store, as organised today. */
@Injectable()
export class SubsidyRates {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CostGroups) private readonly groups: CostGroups,
  ) {}

  /** The stores that cost most; what is beyond them is in the total. @throws NotFound, UnknownMonth */
  async of(actor: Actor, { within, months, top }: RatesQuestion): Promise<SubsidyRatesView> {
    for (const month of months) checkMonth(month, 'months');
    const filter = { within, months: [...months], components: [...SUBSIDY], organised: 'now' as const };
    const found = await this.groups.top(actor, filter, ['store'], Math.min(Math.max(top, 1), MAX_TOP));
    const frame = { months: await this.groups.months(actor, filter), currency: found?.question.currency ?? 'CNY' };
    const scope = this.sold(actor, within, months, frame.currency);
    if (!scope) return { total: figuresOf(0, nothing), stores: [], otherStores: 0, ...frame };
    const total = figuresOf(found?.question.amount ?? 0, await this.sales(scope));
    const keys = (found?.rows ?? []).flatMap((row): CostKeyView[] => row.keys);
    const sales = await this.salesByStore(
      scope,
      keys.map(({ value }) => value),
    );
    const stores = (found?.rows ?? []).flatMap(({ keys: [key], amount }) =>
      key ? [{ id: key.value, name: key.label, ...figuresOf(amount, sales.get(key.value) ?? nothing) }] : [],
    );
    return { total, stores, otherStores: (found?.count ?? 0) - stores.length, ...frame };
  }

  private sold(actor: Actor, within: string | null, months: readonly string[], currency: string): Where | null {
    const scope = scopeWithin(actor, 'money.read', 'n', within);
    if (!scope) return null;
    const those = months.length === 0 ? null : { sql: `m.period IN (${months.map(() => '?').join(', ')})`, params: months };
    const units = { sql: `m.node_id IN (SELECT n.id FROM org_node n WHERE ${scope.sql})`, params: scope.params };
    return and(units, those, { sql: 'm.currency = ?', params: [currency] });
  }

  private async sales({ sql, params }: Where): Promise<Sales> {
    const [row] = await this.query<SalesRow>(`SELECT ${SUMS} FROM sales_month m WHERE ${sql}`, params);
    return salesOf(row);
  }

  private async salesByStore(scope: Where, stores: readonly string[]): Promise<Map<string, Sales>> {
    if (stores.length === 0) return new Map();
    const { sql, params } = and(scope, { sql: `m.node_id IN (${stores.map(() => '?').join(', ')})`, params: stores });
    const rows = await this.query<SalesRow & { store: string }>(
      `SELECT m.node_id AS store, ${SUMS} FROM sales_month m WHERE ${sql} GROUP BY m.node_id`,
      params,
    );
    return new Map(rows.map((row) => [row.store, salesOf(row)]));
  }

  private query<T>(sql: string, params: readonly unknown[]): Promise<T[]> {
    return this.database.read.query<T[]>(sql, [...params]);
  }
}
