import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { StatementAccountView, StatementAmountView, StatementDayView, StatementLineView } from './statement.view.js';

/** A store and a month. */
export interface StatementOf {
  readonly nodeId: string;
  readonly period: string;
}

type Counted<T> = { [K in keyof T]: T[K] extends number ? number | string : T[K] };

const DAY = 86_400_000;

/** What a statement is made of: costs of one selling unit, wherever it has stood. */
@Injectable()
export class StatementRows {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** HQ first, as bearers are ordered everywhere; the currency with most lines first. */
  async accounts({ nodeId, period }: StatementOf): Promise<StatementAccountView[]> {
    const rows = await this.query<Counted<StatementAccountView>>(
      `SELECT s.currency, s.bearer, SUM(CASE WHEN s.period < ? THEN s.amount ELSE 0 END) AS opening,
       SUM(CASE WHEN s.period = ? THEN s.amount ELSE 0 END) AS entries FROM ledger_summary s
       WHERE s.origin_node_id = ? AND s.period <= ? AND s.component <> 'refund' GROUP BY s.currency, s.bearer ORDER BY s.currency, s.bearer`,
      [period, period, nodeId, period],
    );
    return rows.map(({ currency, bearer, ...sums }) => {
      const [opening, entries] = [Number(sums.opening), Number(sums.entries)];
      return { currency, bearer, opening, entries, closing: opening + entries };
    });
  }

  async returnedSales({ nodeId, period }: StatementOf): Promise<StatementAmountView[]> {
    const rows = await this.query<Counted<StatementAmountView>>(
      `SELECT s.currency, SUM(s.amount) AS amount FROM ledger_summary s
       WHERE s.origin_node_id = ? AND s.period = ? AND s.component = 'refund' GROUP BY s.currency ORDER BY s.currency`,
      [nodeId, period],
    );
    return rows.map(({ currency, amount }) => ({ currency, amount: Number(amount) }));
  }

  async lineCount({ nodeId, period }: StatementOf): Promise<number> {
    const [row] = await this.query<{ n: number | string | null }>(
      `SELECT SUM(s.line_count) AS n FROM ledger_summary s WHERE s.origin_node_id = ? AND s.period = ? AND s.component <> 'refund'`,
      [nodeId, period],
    );
    return Number(row?.n ?? 0);
  }

  /** In the order of posting. @param after the line before them */
  async lines({ nodeId, period }: StatementOf, limit: number, after = ''): Promise<StatementLineView[]> {
    const rows = await this.query<Counted<StatementLineView>>(
      `SELECT l.id, l.posted_at AS postedAt, e.cause, e.cause_period AS causePeriod, l.component, l.bearer, b.name AS bearerName, l.reason, l.carrier,
       l.amount, l.currency, l.case_id AS caseId, c.code AS caseCode
       FROM ledger_line l JOIN ledger_entry e ON e.id = l.entry_id LEFT JOIN after_sales_case c ON c.id = l.case_id
       LEFT JOIN org_node b ON b.id = l.bearer_node_id AND l.bearer IN ('supplier', 'partner')
       WHERE l.origin_node_id = ? AND l.period = ? AND l.account = 'expense' AND l.id > ? ORDER BY l.id LIMIT ?`,
      [nodeId, period, after, limit],
    );
    return rows.map((row) => ({ ...row, postedAt: Number(row.postedAt), amount: Number(row.amount) }));
  }

  /** @param offset of the store's clock from UTC in ms */
  async days({ nodeId, period }: StatementOf, offset: number): Promise<StatementDayView[]> {
    const day = `(l.posted_at + ${String(offset)} - (l.posted_at + ${String(offset)}) % ${String(DAY)})`;
    const rows = await this.query<Counted<StatementDayView>>(
      `SELECT ${day} AS day, l.bearer, l.currency, COUNT(*) AS ${this.lineColumn}, SUM(l.amount) AS amount FROM ledger_line l
       WHERE l.origin_node_id = ? AND l.period = ? AND l.account = 'expense' GROUP BY ${day}, l.bearer, l.currency
       ORDER BY ${day}, l.bearer, l.currency`,
      [nodeId, period],
    );
    return rows.map(({ day: at, lines, amount, ...keys }) => ({
      ...keys,
      day: new Date(Number(at)).toISOString().slice(0, 10),
      lines: Number(lines),
      amount: Number(amount),
    }));
  }

  /** `LINES` is a word of SQL's. */
  private get lineColumn(): string {
    return this.database.reader.driver.escape('lines');
  }

  private query<T>(sql: string, params: readonly unknown[]): Promise<T[]> {
    return this.database.read.query<T[]>(sql, [...params]);
  }
}
