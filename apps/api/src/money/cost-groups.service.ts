import { isReasonCode, reasonOf } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Database } from '../database/database.js';
import { and, type Where } from '../database/where.js';
import { TreeService } from '../tree/tree.service.js';
import type { CostDimension } from './cost-enums.js';
import { asInTotals, columnOf, lineScope, reach, summaryScope, summarySource, type SummarySource } from './cost-scope.js';
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

type TopGroup = Group &
  Sum & { readonly total: number | string; readonly allLines: number | string; readonly groupCount: number | string };

/** The groups that cost most, of how many. */
export interface TopGroups {
  readonly question: CostQuestion;
  readonly rows: CostRowView[];
  readonly count: number;
}

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

interface Asked {
  readonly source: SummarySource;
  readonly totals: Where;
  readonly lines: Where;
}

function scopeOf(actor: Actor, filter: CostFilter | null): Asked | null {
  const [totals, lines] = [summaryScope(actor, filter), lineScope(actor, filter)];
  return totals && lines && { source: summarySource(filter), totals: and(...totals), lines: and(...lines) };
}

interface Sum {
  readonly currency: string;
  readonly amount: number | string;
  readonly lineCount: number | string;
}

function inCurrency({ source, totals, lines }: Asked, { currency, amount, lineCount }: Sum): CostQuestion {
  const only = (alias: string): Where => ({ sql: `${alias}.currency = ?`, params: [currency] });
  const figures = { currency, amount: Number(amount), lineCount: Number(lineCount) };
  return { source, totals: and(totals, only('s')), lines: and(lines, only('l')), ...figures };
}

/** M2: sums over the totals that postings keep; as the chain was organised when they were posted. */
@Injectable()
export class CostGroups {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** Null: nothing there for this viewer. @throws NotFound, UnknownMonth */
  async ask(actor: Actor, filter: CostFilter | null): Promise<CostQuestion | null> {
    const asked = scopeOf(actor, filter);
    if (!asked) return null;
    const { source, totals } = asked;
    const [sum] = await this.query<Sum>(
      `SELECT s.currency AS currency, SUM(${source.amount}) AS amount, SUM(${source.lines}) AS lineCount FROM ${source.from}
       WHERE ${totals.sql} GROUP BY s.currency ORDER BY SUM(${source.lines}) DESC, s.currency LIMIT 1`,
      totals.params,
    );
    return sum ? inCurrency(asked, sum) : null;
  }

  /** What `ask` finds, and the groups of it that cost most, in one look at the totals. @throws NotFound, UnknownMonth */
  async top(actor: Actor, filter: CostFilter | null, by: readonly CostDimension[], limit: number): Promise<TopGroups | null> {
    const asked = scopeOf(actor, filter);
    if (!asked) return null;
    const { source, totals } = asked;
    const keys = by.map(summaryColumn).join(', ');
    const found = await this.query<TopGroup>(
      `SELECT s.currency AS currency, ${selected(by, summaryColumn)}, SUM(${source.amount}) AS amount, SUM(${source.lines}) AS lineCount,
       SUM(SUM(${source.amount})) OVER w AS total, SUM(SUM(${source.lines})) OVER w AS allLines, COUNT(*) OVER w AS groupCount
       FROM ${source.from} WHERE ${totals.sql} GROUP BY s.currency, ${keys} WINDOW w AS (PARTITION BY s.currency)
       ORDER BY allLines DESC, s.currency, amount DESC, ${keys} LIMIT ${limit}`,
      totals.params,
    );
    const [first] = found;
    if (!first) return null;
    const { currency, total, allLines, groupCount } = first;
    const question = inCurrency(asked, { currency, amount: total, lineCount: allLines });
    const groups = found.filter((group) => group.currency === currency);
    const behind = by.includes('store') ? groups.reduce((sum, { lineCount }) => sum + Number(lineCount), 0) : question.lineCount;
    const rows = await this.rowsOf(question, by, groups, behind <= MOST_COUNTED);
    return { question, rows, count: Number(groupCount) };
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

  /** All groups, of some stores where they are named, in an order that no engine's collation decides. */
  async rows(
    question: CostQuestion,
    by: readonly CostDimension[],
    stores: readonly string[] | null = null,
  ): Promise<CostRowView[]> {
    const where = and(question.totals, ofStores('s', stores));
    const { from, amount, lines } = question.source;
    const groups = await this.query<Group>(
      `SELECT ${selected(by, summaryColumn)}, SUM(${amount}) AS amount, SUM(${lines}) AS lineCount FROM ${from}
       WHERE ${where.sql} GROUP BY ${by.map(summaryColumn).join(', ')}`,
      where.params,
    );
    const keyed = groups.map((group) => ({ group, key: groupKey(by, group) })).sort((a, b) => (a.key < b.key ? -1 : 1));
    const inOrder = keyed.map(({ group }) => group);
    return this.rowsOf(question, by, inOrder, true);
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

  /** What may be chosen as a month, the latest first, whatever else the filter says. @throws NotFound */
  async months(actor: Actor, filter: CostFilter | null): Promise<string[]> {
    const scope = reach(actor, 's', filter);
    if (!scope) return [];
    const rows = await this.query<{ period: string }>(
      `SELECT DISTINCT s.period AS period FROM ledger_summary s WHERE ${scope.sql} ORDER BY period DESC`,
      scope.params,
    );
    return rows.map(({ period }) => period);
  }

  private async rowsOf(
    question: CostQuestion,
    by: readonly CostDimension[],
    groups: readonly Group[],
    isCounted: boolean,
  ): Promise<CostRowView[]> {
    const cases = isCounted ? await this.casesBehind(question, by, groups) : null;
    return groups.map((group) => ({
      keys: by.map((dimension) => this.key(dimension, group[dimension] ?? '')),
      amount: Number(group.amount),
      cases: cases && (cases.get(groupKey(by, group)) ?? 0),
      before: null,
    }));
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
