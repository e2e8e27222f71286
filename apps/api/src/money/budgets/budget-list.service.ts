import { forecastOf, overshootOf, periodOf, remainingOf } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { StaffActor } from '../../auth/actor.js';
import { authorize, may, targetAt, targetOf } from '../../auth/authorize.js';
import { scopeRoots } from '../../auth/scope.js';
import { branchesWithin, rootsWithin, scopeWithin } from '../../auth/within.js';
import { Clock } from '../../common/clock.js';
import { NotFound } from '../../common/errors.js';
import { cutPage, readPage, type PageInput } from '../../common/pagination.js';
import { Database } from '../../database/database.js';
import { inOrder, pickPage } from '../../database/keyset.js';
import { and, type Where } from '../../database/where.js';
import { byId } from '../../orders/batch.js';
import { checkMonth } from '../months.js';
import { BudgetEvaluator } from './budget-evaluator.service.js';
import { monthPassed } from './budget-month.js';
import { Budget, BudgetDay, BudgetTrip } from './budget.entity.js';
import type { BudgetDayView, BudgetPageView, BudgetState, BudgetTripView, BudgetView } from './budget.types.js';

export interface BudgetFilter {
  /** At and below this unit alone. */
  readonly within?: string | null;
  readonly month?: string | null;
  readonly state?: BudgetState | null;
}

const largestFirst = { from: { sql: 'budget b', params: [] }, alias: 'b', key: 'amount', direction: 'DESC' } as const;
const longestWarned = { ...largestFirst, key: 'warned_at', direction: 'ASC' } as const;

/** What of a month's budgets is asked for; those that are warned of are few beside all. */
const conditions: Readonly<Record<BudgetState, string>> = {
  warned: 'b.warned_at IS NOT NULL',
  usedUp: 'b.warned_at IS NOT NULL AND b.trip_id IS NOT NULL',
  undecided: "b.warned_at IS NOT NULL AND b.trip_id IS NOT NULL AND b.action = 'ask'",
};

/** S5: budgets and how they stand, for whoever reads the costs there. */
@Injectable()
export class BudgetList {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(BudgetEvaluator) private readonly evaluator: BudgetEvaluator,
  ) {}

  /** @throws NotFound, UnknownMonth, BadInput */
  async list(actor: StaffActor, { within, month: asked, state }: BudgetFilter, page?: PageInput | null): Promise<BudgetPageView> {
    const month = asked == null ? this.monthOf(actor) : checkMonth(asked, 'month');
    const { first, after } = readPage(page);
    const narrowed = and({ sql: 'b.period = ?', params: [month] }, state ? { sql: conditions[state], params: [] } : null);
    const scopes = branchesWithin(actor, 'money.read', 'b', within).map((scope) => and(scope, narrowed));
    const picked = await pickPage(this.database.read, largestFirst, scopes, after, first + 1);
    const { items, nextCursor } = cutPage(picked, first, ({ id, sortKey }) => ({ key: sortKey, id }));
    const rows = await this.database.read.findBy(Budget, { id: In(items.map(({ id }) => id)) });
    return {
      items: await this.views(actor, inOrder(items, rows)),
      nextCursor,
      total: null,
      month,
      allowedActions: allowed(actor, false),
    };
  }

  /** @throws NotFound */
  async get(actor: StaffActor, id: string): Promise<BudgetView> {
    const row = await this.database.read.findOneBy(Budget, { id });
    if (!row) throw new NotFound('budget', id);
    authorize(actor, 'money.read', targetOf('budget', row));
    const [view] = await this.views(actor, [row]);
    if (!view) throw new NotFound('budget', id);
    return view;
  }

  /** For a budget that was authorized. The earliest first. */
  days(budgetId: string): Promise<BudgetDayView[]> {
    return this.database.read.find(BudgetDay, { where: { budgetId }, order: { day: 'ASC' } });
  }

  /** That of a unit for this month, or of the one unit that the viewer reaches there. Null: none is set, or he reaches several. @throws NotFound */
  async ofUnit(actor: StaffActor, within: string | null): Promise<BudgetView | null> {
    const [nodeId, ...others] = rootsWithin(actor, 'money.read', within);
    if (nodeId === undefined || others.length > 0) return null;
    const key = { nodeId, kind: 'returnShippingSubsidy', period: this.monthOf(actor) } as const;
    const row = await this.database.read.findOneBy(Budget, key);
    return row && ((await this.views(actor, [row]))[0] ?? null);
  }

  /** Those of this month that 80 % are used of, the longest warned of first; up to a few. @throws NotFound */
  async warned(actor: StaffActor, within: string | null, limit: number): Promise<BudgetView[]> {
    const inMonth = { sql: `b.period = ? AND ${conditions.warned}`, params: [this.monthOf(actor)] };
    const scopes = branchesWithin(actor, 'money.read', 'b', within).map((scope) => and(scope, inMonth));
    const picked = await pickPage(this.database.read, longestWarned, scopes, null, limit);
    const rows = await this.database.read.findBy(Budget, { id: In(picked.map(({ id }) => id)) });
    return this.views(actor, inOrder(picked, rows));
  }

  /** How many of this month wait for a decision of the viewer's; of whoever sets none, none do. @throws NotFound */
  async undecided(actor: StaffActor, within: string | null): Promise<number> {
    const scope = allowed(actor, false).length > 0 ? scopeWithin(actor, 'money.read', 'b', within) : null;
    if (!scope) return 0;
    const inMonth: Where = { sql: `b.period = ? AND ${conditions.undecided}`, params: [this.monthOf(actor)] };
    const { sql, params } = and(scope, inMonth);
    const [row] = await this.database.read.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM budget b WHERE ${sql}`, [
      ...params,
    ]);
    return Number(row?.n ?? 0);
  }

  /** The present month where the viewer is at home. */
  private monthOf(actor: StaffActor): string {
    const [home] = scopeRoots(actor, 'money.read');
    return periodOf(this.clock.now(), (home ? actor.snapshot.require(home) : actor.snapshot.root).timeZone);
  }

  private async views(actor: StaffActor, rows: readonly Budget[]): Promise<BudgetView[]> {
    if (rows.length === 0) return [];
    const ids = rows.flatMap(({ tripId }) => tripId ?? []);
    const trips = byId(await this.database.read.findBy(BudgetTrip, { id: In(ids) }));
    const seen = { asOf: await this.evaluator.asOf(), now: this.clock.now(), actor };
    return rows
      .filter(({ nodeId }) => actor.snapshot.has(nodeId))
      .map((row) => viewOf(row, row.tripId === null ? null : (trips.get(row.tripId) ?? null), seen));
  }
}

interface Seen {
  readonly asOf: number | null;
  readonly now: number;
  readonly actor: StaffActor;
}

function viewOf(row: Budget, trip: BudgetTrip | null, { asOf, now, actor }: Seen): BudgetView {
  const { snapshot } = actor;
  const suspends = trip?.action === 'suspend' && trip.endedAt === null;
  const passed = monthPassed(row, snapshot, now);
  const { id, kind, currency, amount, action, reason, setAt, exact, spent, committed, exposure, warnedAt, version } = row;
  const isOver = passed.passed === passed.whole;
  return {
    ...{ id, kind, currency, amount, action, reason, setAt, exact, spent, committed, exposure, warnedAt, version },
    node: snapshot.require(row.nodeId),
    month: row.period,
    authorName: row.personName,
    forecast: forecastOf(row, passed, suspends),
    remaining: remainingOf(row),
    overshoot: overshootOf(row),
    asOf: asOf === null ? null : Math.max(asOf, setAt),
    trip: trip && tripView(trip),
    suspends: suspends && !isOver,
    allowedActions: isOver ? [] : allowed(actor, true),
  };
}

function tripView({ id, at, action, amount, spent, committed }: BudgetTrip): BudgetTripView {
  return { id, at, action, amount, used: spent + committed, overshoot: overshootOf({ amount, spent, committed }) };
}

/** Budgets are set at the root of the chain. */
function allowed(actor: StaffActor, isThere: boolean): string[] {
  if (!may(actor, 'money.setBudget', targetAt(actor.snapshot, actor.snapshot.root.id))) return [];
  return isThere ? ['setBudget', 'removeBudget'] : ['setBudget'];
}
