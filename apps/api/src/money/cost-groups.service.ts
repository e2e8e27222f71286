import { isReasonCode, reasonOf } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Database } from '../database/database.js';
import { and, type Where } from '../database/where.js';
import { TreeService } from '../tree/tree.service.js';
import type { CostDimension } from './cost-enums.js';
import { asInTotals, columnOf, lineScope, summaryScope, summarySource, type SummarySource } from './cost-scope.js';
import type { CostFilter, CostKeyView, CostRowView } from './cost.view.js';

/** A filter over what a viewer may see, in one currency: amounts of two have no sum. */
export interface CostQuestion {
  readonly source: SummarySource;
  readonly totals: Where;
  readonly lines: Where;
  readonly currency: string;
  readonly amount: number;
  /** Lines behind the amount. */
  readonly lineCount: number;
}

type Keys = Record<string, string>;
type Group = Keys & { readonly amount: number | string; readonly lineCount: number | string };

/** Lines whose cases are told apart while somebody waits. */
const MOST_COUNTED = 50_000;

/** A row by its keys, as {@link CostGroups.amounts} names it. */
export const rowKey = ({ keys }: CostRowView): string => JSON.stringify(keys.map(({ value }) => value));

const groupKey = (by: readonly CostDimension[], keys: Keys): string => JSON.stringify(by.map((dimension) => keys[dimension]));

const ofStores = (alias: string, stores: readonly string[] | null): Where | null =>
  stores && { sql: `${alias}.origin_node_id IN (${stores.map(() => '?').join(', ')})`, params: stores };

const summaryColumn = (dimension: CostDimension): string => `s.${columnOf[dimension]}`;

const lineColumn = (dimension: CostDimension): string =>
  dimension === 'bearer' || dimension === 'carrier' ? asInTotals(columnOf[dimension]) : `l.${columnOf[dimension]}`;

/** `month` is a word of SQL's. */
const selected = (by: readonly CostDimension[], columnFor: (dimension: CostDimension) => string): string =>
  by.map((dimension) => `${columnFor(dimension)} AS \`${dimension}\``).join(', ');

/** M2: sums over the totals that postings keep; as the chain was organised when they were posted. */
@Injectable()
export class CostGroups {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** Null: nothing there for this viewer. @throws NotFound, UnknownMonth */
  async ask(actor: Actor, filter: CostFilter | null): Promise<CostQuestion | null> {
    const [summaries, lines] = [summaryScope(actor, filter), lineScope(actor, filter)];
    if (!summaries || !lines) return null;
    const { sql, params } = and(...summaries);
    const source = summarySource(filter);
    const [sum] = await this.query<{ currency: string; amount: number | string; lineCount: number | string }>(
      `SELECT s.currency AS currency, SUM(${source.amount}) AS amount, SUM(${source.lines}) AS lineCount FROM ${source.from} WHERE ${sql}
       GROUP BY s.currency ORDER BY SUM(${source.lines}) DESC, s.currency LIMIT 1`,
      params,
    );
    if (!sum) return null;
    const { currency } = sum;
    const inCurrency = (alias: string): Where => ({ sql: `${alias}.currency = ?`, params: [currency] });
    const totals = and(...summaries, inCurrency('s'));
    const figures = { amount: Number(sum.amount), lineCount: Number(sum.lineCount) };
    return { source, totals, lines: and(...lines, inCurrency('l')), currency, ...figures };
  }

  /** What groups amount to by their keys; of some stores where they are named. */
  async amounts(
    question: CostQuestion,
    by: readonly CostDimension[],
    stores: readonly string[] | null,
  ): Promise<Map<string, number>> {
    const where = and(question.totals, ofStores('s', stores));
    const groups = await this.query<Group>(
      `SELECT ${selected(by, summaryColumn)}, SUM(${question.source.amount}) AS amount FROM ${question.source.from}
       WHERE ${where.sql} GROUP BY ${by.map(summaryColumn).join(', ')}`,
      where.params,
    );
    return new Map(groups.map((group) => [groupKey(by, group), Number(group.amount)]));
  }

  /** The groups that cost most; without a limit all of them, of some stores or of all, in an order that no engine's collation decides. */
  async rows(
    question: CostQuestion,
    by: readonly CostDimension[],
    { limit = null, stores = null }: { limit?: number | null; stores?: readonly string[] | null },
  ): Promise<CostRowView[]> {
    const where = and(question.totals, ofStores('s', stores));
    const keys = by.map(summaryColumn).join(', ');
    const { from, amount, lines } = question.source;
    const order = limit === null ? '' : `ORDER BY SUM(${amount}) DESC, ${keys} LIMIT ${limit}`;
    const groups = await this.query<Group>(
      `SELECT ${selected(by, summaryColumn)}, SUM(${amount}) AS amount, SUM(${lines}) AS lineCount FROM ${from} WHERE ${where.sql} GROUP BY ${keys} ${order}`,
      where.params,
    );
    if (limit === null) groups.sort((a, b) => (groupKey(by, a) < groupKey(by, b) ? -1 : 1));
    const behind = by.includes('store') ? groups.reduce((sum, group) => sum + Number(group.lineCount), 0) : question.lineCount;
    const isCounted = limit === null || behind <= MOST_COUNTED;
    const cases = isCounted ? await this.casesBehind(question, by, groups) : null;
    return groups.map((group) => ({
      keys: by.map((dimension) => this.key(dimension, group[dimension] ?? '')),
      amount: Number(group.amount),
      cases: cases && (cases.get(groupKey(by, group)) ?? 0),
      before: null,
    }));
  }

  async count({ source, totals }: CostQuestion, by: readonly CostDimension[]): Promise<number> {
    const [row] = await this.query<{ n: number | string }>(
      `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM ${source.from} WHERE ${totals.sql} GROUP BY ${by.map(summaryColumn).join(', ')}) g`,
      totals.params,
    );
    return Number(row?.n ?? 0);
  }

  /** The stores with anything to show. */
  async stores({ source, totals }: CostQuestion): Promise<string[]> {
    const rows = await this.query<{ store: string }>(
      `SELECT DISTINCT s.origin_node_id AS store FROM ${source.from} WHERE ${totals.sql} ORDER BY store`,
      totals.params,
    );
    return rows.map(({ store }) => store);
  }

  /** What may be chosen as a month, the latest first, whatever months the filter names. */
  async months(actor: Actor, filter: CostFilter | null): Promise<string[]> {
    const scope = summaryScope(actor, { ...filter, months: null, throughDay: null });
    if (!scope) return [];
    const { sql, params } = and(...scope);
    const rows = await this.query<{ period: string }>(
      `SELECT DISTINCT s.period AS period FROM ledger_summary s WHERE ${sql} ORDER BY period DESC`,
      params,
    );
    return rows.map(({ period }) => period);
  }

  /** Different cases behind each group: totals of totals would count a case twice that has lines in two of them. */
  private async casesBehind(
    question: CostQuestion,
    by: readonly CostDimension[],
    groups: readonly Group[],
  ): Promise<Map<string, number>> {
    if (groups.length === 0) return new Map();
    const stores = by.includes('store') ? [...new Set(groups.map((group) => group['store'] ?? ''))] : null;
    const { sql, params } = and(question.lines, ofStores('l', stores));
    const rows = await this.query<Keys & { cases: number | string }>(
      `SELECT ${selected(by, lineColumn)}, COUNT(DISTINCT l.case_id) AS cases FROM ledger_line l WHERE ${sql} GROUP BY ${by.map(lineColumn).join(', ')}`,
      params,
    );
    return new Map(rows.map((row) => [groupKey(by, row), Number(row.cases)]));
  }

  private key(dimension: CostDimension, value: string): CostKeyView {
    const label = dimension === 'store' ? (this.tree.snapshot.node(value)?.name ?? value) : value;
    const text = dimension === 'reason' && isReasonCode(value) ? reasonOf(value).label : null;
    return { dimension, value, label, text };
  }

  private query<T>(sql: string, params: readonly unknown[]): Promise<T[]> {
    return this.database.read.query<T[]>(sql, [...params]);
  }
}
