import { caseStates, type CaseState } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { branchesWithin } from '../auth/within.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { and, type Where } from '../database/where.js';
import { caseViews, viewRule, type ViewRule } from './case-views.js';
import type { CaseCountsView } from './case.view.js';

/** Cases that are looked at for one count. */
const LOOKED_AT = 2_000;

/** As far as cases of a deadline are counted. */
const MOST_COUNTED = 10_000;

interface Narrowed {
  readonly rule: ViewRule;
  readonly conditions: readonly Where[];
}

interface Bounded {
  readonly count: number;
  readonly hasMore: boolean;
}

type ByState = ReadonlyMap<CaseState, number>;

/** Counts that equal their lists: of states from the summary, of deadlines from a stretch of the index. */
@Injectable()
export class CaseCounter {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async counts(actor: Actor, within: string | null | undefined): Promise<CaseCountsView> {
    const now = this.clock.now();
    const byState = await this.byState(actor, within);
    const views = await Promise.all(
      caseViews.map(async (key) => ({ key, ...(await this.ofRule(actor, within, viewRule(key, now), byState)) })),
    );
    const states = caseStates.map((key) => ({ key, count: byState.get(key) ?? 0, hasMore: false }));
    return { byState: states, byView: views };
  }

  async count(actor: Actor, within: string | null | undefined, rule: ViewRule): Promise<Bounded> {
    return this.ofRule(actor, within, rule, rule.where === null ? await this.byState(actor, within) : new Map());
  }

  /** As far as a bounded look goes: from the summary where it knows, else among the first cases of each stretch. */
  async upTo(actor: Actor, within: string | null | undefined, { rule, conditions }: Narrowed): Promise<Bounded> {
    if (conditions.length === 0 && rule.where === null) return this.count(actor, within, rule);
    const stretches = this.stretches(actor, within, rule);
    const each = Math.ceil(LOOKED_AT / Math.max(1, stretches.length));
    const parts = await Promise.all(stretches.map((stretch) => this.among(stretch, conditions, each)));
    return { count: parts.reduce((sum, { count }) => sum + count, 0), hasMore: parts.some(({ hasMore }) => hasMore) };
  }

  private async among(stretch: Where, conditions: readonly Where[], limit: number): Promise<Bounded> {
    const { sql, params } = and(...conditions);
    const inner = `SELECT c.type, c.reason_class FROM after_sales_case c WHERE ${stretch.sql} ORDER BY c.queue_rank, c.id LIMIT ${String(limit + 1)}`;
    const [row] = await this.database.read.query<{ looked: number | string; cases: number | string | null }[]>(
      `SELECT COUNT(*) AS looked, SUM(CASE WHEN ${sql || '1 = 1'} THEN 1 ELSE 0 END) AS cases FROM (${inner}) c`,
      [...params, ...stretch.params],
    );
    const hasMore = Number(row?.looked ?? 0) > limit;
    return { count: Math.min(Number(row?.cases ?? 0), limit), hasMore };
  }

  /** How many cases are in each state; from the summary. */
  async byState(actor: Actor, within: string | null | undefined): Promise<ByState> {
    const counts = new Map<CaseState, number>();
    for (const scope of branchesWithin(actor, 'case.read', 't', within)) {
      const rows = await this.database.read.query<{ state: CaseState; cases: number | string }[]>(
        `SELECT t.state AS state, SUM(t.cases) AS cases FROM case_count t WHERE ${scope.sql} GROUP BY t.state`,
        [...scope.params],
      );
      for (const { state, cases } of rows) counts.set(state, (counts.get(state) ?? 0) + Number(cases));
    }
    return counts;
  }

  private async ofRule(actor: Actor, within: string | null | undefined, rule: ViewRule, byState: ByState): Promise<Bounded> {
    if (rule.where !== null) return this.upToMost(this.stretches(actor, within, rule));
    return { count: rule.states.reduce((sum, state) => sum + (byState.get(state) ?? 0), 0), hasMore: false };
  }

  private stretches(actor: Actor, within: string | null | undefined, rule: ViewRule): Where[] {
    return branchesWithin(actor, 'case.read', 'c', within).flatMap((scope) =>
      rule.states.map((state) => and(scope, { sql: 'c.state = ?', params: [state] }, rule.where)),
    );
  }

  /** Of each stretch no more than are counted at all: the queue's index says all that they are counted by. */
  private async upToMost(stretches: readonly Where[]): Promise<Bounded> {
    if (stretches.length === 0) return { count: 0, hasMore: false };
    const first = `LIMIT ${String(MOST_COUNTED + 1)}`;
    const parts = stretches.map(
      ({ sql }) => `(SELECT COUNT(*) FROM (SELECT 1 AS one FROM after_sales_case c WHERE ${sql} ${first}) x)`,
    );
    const [row] = await this.database.read.query<{ cases: number | string }[]>(
      `SELECT ${parts.join(' + ')} AS cases`,
      stretches.flatMap(({ params }) => params),
    );
    const cases = Number(row?.cases ?? 0);
    return { count: Math.min(cases, MOST_COUNTED), hasMore: cases > MOST_COUNTED };
  }
}
