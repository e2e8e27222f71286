import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { branchesWithin, scopeWithin } from '../auth/within.js';
import { Clock } from '../common/clock.js';
import { cutPage, readPage, type PageInput } from '../common/pagination.js';
import { Database, type Dialect } from '../database/database.js';
import { inOrder, pickPage, type KeysetList } from '../database/keyset.js';
import { and, type Where } from '../database/where.js';
import { amongMeant } from '../orders/order-search.js';
import { CaseCounter } from './case-counter.service.js';
import type { CaseSort } from './case-enums.js';
import { casesMeant } from './case-search.js';
import { viewRule, type ViewRule } from './case-views.js';
import { AfterSalesCase } from './case.entity.js';
import type { CaseFilter } from './case.inputs.js';
import { rankFrom } from './queue-rank.js';
import type { SavedFilter } from './saved-view.entity.js';

const HOUR = 3_600_000;

export interface Cases {
  readonly items: AfterSalesCase[];
  readonly nextCursor: string | null;
  readonly total: number | null;
}

const sorts = {
  deadline: { alias: 'c', key: 'queue_rank', direction: 'ASC' },
  appliedAt: { alias: 'c', key: 'applied_at', direction: 'DESC' },
  amount: { alias: 'c', key: 'amount_rank', direction: 'DESC' },
} as const satisfies Record<CaseSort, Omit<KeysetList, 'from'>>;

/** A17: the queue. Each unit of the scope and each state is a stretch of one index; a page reads no more than it shows of any. */
@Injectable()
export class CaseListService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CaseCounter) private readonly counter: CaseCounter,
  ) {}

  async list(actor: Actor, filter: CaseFilter | null, sort: CaseSort, page?: PageInput | null): Promise<Cases> {
    const { first, after } = readPage(page);
    const rule = ruleOf(filter, this.clock.now());
    const list = { ...sorts[sort], from: fromOf(this.database.dialect, filter) };
    const picked = await pickPage(this.database.read, list, this.alternatives(actor, filter, rule), after, first + 1);
    const { items, nextCursor } = cutPage(picked, first, ({ id, sortKey }) => ({ key: sortKey, id }));
    const rows = await this.database.read.findBy(AfterSalesCase, { id: In(items.map(({ id }) => id)) });
    return { items: inOrder(items, rows), nextCursor, total: await this.total(actor, filter, rule) };
  }

  /** Ids of the first of a view, by their deadlines: for what is done to all that a filter finds. */
  first(actor: Actor, filter: CaseFilter | null, limit: number): Promise<{ readonly id: string }[]> {
    const rule = ruleOf(filter, this.clock.now());
    const list = { ...sorts.deadline, from: fromOf(this.database.dialect, filter) };
    return pickPage(this.database.read, list, this.alternatives(actor, filter, rule), null, limit);
  }

  private alternatives(actor: Actor, filter: CaseFilter | null, rule: ViewRule): Where[] {
    const narrowed = and(rule.where, ...conditionsOf(filter));
    const rest = narrowed.sql === '' ? null : narrowed;
    if (isNarrow(filter)) return this.oneByOne(actor, filter, rule, rest);
    const scopes = branchesWithin(actor, 'case.read', 'c', filter?.within);
    return scopes.flatMap((scope) => rule.states.map((state) => and(scope, { sql: 'c.state = ?', params: [state] }, rest)));
  }

  /** Few cases to begin with: their scope is a question to each of them, not a way to find them. */
  private oneByOne(actor: Actor, filter: CaseFilter | null, { states }: ViewRule, rest: Where | null): Where[] {
    const scope = scopeWithin(actor, 'case.read', 'c', filter?.within);
    if (scope === null || states.length === 0) return [];
    const inStates = { sql: `c.state IN (${states.map(() => '?').join(', ')})`, params: states };
    return [and(scope, inStates, rest)];
  }

  private async total(actor: Actor, filter: CaseFilter | null, rule: ViewRule): Promise<number | null> {
    if (isNarrow(filter) || conditionsOf(filter).length > 0 || filter?.dueWithin != null) return null;
    const { count, hasMore } = await this.counter.count(actor, filter?.within, rule);
    return hasMore ? null : count;
  }
}

const isNarrow = (filter: CaseFilter | null): boolean => Boolean(filter?.search?.trim() || filter?.orderId);

function ruleOf(filter: CaseFilter | null, now: number): ViewRule {
  const { states, where } = viewRule(filter?.view, now);
  const wanted = filter?.states;
  return { states: wanted ? states.filter((state) => wanted.includes(state)) : states, where: due(where, filter, now) };
}

/** A deadline is a stretch of the index, as those of the views are. */
function due(where: Where | null, filter: Pick<CaseFilter, 'dueWithin'> | null, now: number): Where | null {
  const hours = filter?.dueWithin ?? null;
  if (hours === null) return where;
  return and(where, { sql: 'c.queue_rank < ?', params: [rankFrom(now + hours * HOUR)] });
}

/** A view that somebody keeps: its stretches of the index, and what each case in them is asked beside. */
export function narrowed(filter: SavedFilter, now: number): { rule: ViewRule; conditions: Where[] } {
  const { states, where } = viewRule(filter.view, now);
  return { rule: { states, where: due(where, filter, now) }, conditions: conditionsOf(filter) };
}

function fromOf(dialect: Dialect, filter: CaseFilter | null): Where {
  const search = filter?.search?.trim();
  return search ? amongMeant(dialect, casesMeant(search), 'after_sales_case', 'c') : { sql: 'after_sales_case c', params: [] };
}

function conditionsOf(filter: Pick<CaseFilter, 'type' | 'reasonClass' | 'orderId'> | null): Where[] {
  const { type, reasonClass, orderId } = filter ?? {};
  return [
    ...(type ? [{ sql: 'c.type = ?', params: [type] }] : []),
    ...(reasonClass ? [{ sql: 'c.reason_class = ?', params: [reasonClass] }] : []),
    ...(orderId ? [{ sql: 'c.order_id = ?', params: [orderId] }] : []),
  ];
}
