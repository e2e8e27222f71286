import { caseStates } from '@headwater/after-sales';
import { periodOf } from '@headwater/ledger';
import { nodeId } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import type { Where } from '../database/where.js';
import type { PolicyRollout, RolloutStep } from '../policies/policy.entity.js';
import type { PolicyState } from '../policies/policy-state.js';
import type { GuardComparisonView, GuardFiguresView } from './rollout.types.js';

/** So many rows of a sort are counted while somebody waits; where there are more, the latest of them, and the answer says since when. */
const CAP = 20_000;
/** Of earlier steps nobody decides anything any more. */
const LAST_STEPS = 5;

interface Question {
  /** The ancestor column of the unit's level, and the unit. */
  readonly level: string;
  readonly unit: string;
  readonly timeZone: string;
  readonly from: number;
  readonly to: number;
}

/** Sums of one branch; driver rows, where a number may be a string. */
interface Sums {
  readonly unit: string;
  readonly orders?: number | string;
  readonly subsidy?: number | string;
  readonly cases?: number | string;
  readonly rejected?: number | string;
  readonly disputed?: number | string;
}

/** P11: what happened since each step at the branches in the pilot, and at the others of the unit. Shown, never acted on. */
@Injectable()
export class GuardFiguresService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** In the order of the steps; null for the earlier ones. */
  async of(state: PolicyState, row: PolicyRollout): Promise<(GuardComparisonView | null)[]> {
    const { steps } = row;
    const end = row.endedAt ?? this.clock.now();
    const last = steps.slice(-LAST_STEPS);
    const compared = await Promise.all(last.map((step, at) => this.compare(state, row, step, last[at + 1]?.at ?? end)));
    return [...steps.slice(0, -LAST_STEPS).map(() => null), ...compared];
  }

  private async compare(
    state: PolicyState,
    { nodeId: unit }: PolicyRollout,
    step: RolloutStep,
    to: number,
  ): Promise<GuardComparisonView> {
    const { depth, timeZone } = state.tree.require(unit);
    const whole = { level: `a${String(depth)}`, unit, timeZone, from: step.at, to };
    const from = await this.countedSince(whole);
    const span = { from, to, sampled: from > step.at };
    if (span.sampled && from >= to) return { ...span, from: step.at, inPilot: null, others: null, reason: 'tooMany' };
    const question = { ...whole, from };
    const answers = await Promise.all([this.orders(question), this.subsidy(question), this.cases(question)]);
    const roots = new Set(state.book.assignments.get(step.assignmentId)?.cohort ?? []);
    const isIn = ({ unit: branch }: Sums) => state.tree.pathOf(nodeId(branch)).some((id) => roots.has(id));
    const rows = answers.flat().filter(({ unit: branch }) => state.tree.has(branch));
    return {
      ...span,
      inPilot: figuresOf(rows.filter(isIn)),
      others: figuresOf(rows.filter((each) => !isIn(each))),
      reason: null,
    };
  }

  /** The beginning, or the instant since which there are no more rows of any sort than are counted: one window for all figures. */
  private async countedSince(question: Question): Promise<number> {
    const { from } = question;
    const lists = [latestOrders(question), latestCases(question), latestLines(question)];
    const cuts = await Promise.all(lists.map((list) => this.beyond(list)));
    return Math.max(from, ...cuts.flatMap((at) => (at === null ? [] : [at + 1])));
  }

  /** When the first row happened that is one too many. */
  private async beyond({ sql, params }: Where): Promise<number | null> {
    const [row] = await this.database.read.query<{ at: number | string }[]>(`${sql} LIMIT 1 OFFSET ${String(CAP)}`, [...params]);
    return row ? Number(row.at) : null;
  }

  private orders({ level, unit, from, to }: Question): Promise<Sums[]> {
    return this.database.read.query<Sums[]>(
      `SELECT node_id AS unit, COUNT(*) AS orders FROM sales_order WHERE ${level} = ? AND placed_at >= ? AND placed_at < ?
       GROUP BY node_id`,
      [unit, from, to],
    );
  }

  /** The ledger's index knows months, and the order within them. */
  private subsidy(question: Question): Promise<Sums[]> {
    const { sql, params } = latestLines(question);
    return this.database.read.query<Sums[]>(
      `SELECT unit, SUM(amount) AS subsidy FROM (${sql} LIMIT ${String(CAP)}) latest
       WHERE account = 'expense' AND component = 'freight-subsidy' AND at >= ? AND at < ? GROUP BY unit`,
      [...params, question.from, question.to],
    );
  }

  private cases({ level, unit, from, to }: Question): Promise<Sums[]> {
    const did = (verb: string) =>
      `SUM(CASE WHEN EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = c.id AND e.verb = '${verb}') THEN 1 ELSE 0 END)`;
    return this.database.read.query<Sums[]>(
      `SELECT c.node_id AS unit, COUNT(*) AS cases, ${did('reject')} AS rejected, ${did('escalate')} AS disputed
       FROM after_sales_case c WHERE c.${level} = ? AND c.state IN (${caseStates.map(() => '?').join(', ')})
       AND c.applied_at >= ? AND c.applied_at < ? GROUP BY c.node_id`,
      [unit, ...caseStates, from, to],
    );
  }
}

const latestOrders = ({ level, unit, from, to }: Question): Where => ({
  sql: `SELECT placed_at AS at FROM sales_order WHERE ${level} = ? AND placed_at >= ? AND placed_at < ? ORDER BY placed_at DESC`,
  params: [unit, from, to],
});

/** Of each state a stretch of the index. */
function latestCases({ level, unit, from, to }: Question): Where {
  const ofState = `SELECT at FROM (SELECT applied_at AS at FROM after_sales_case
    WHERE ${level} = ? AND state = ? AND applied_at >= ? AND applied_at < ? ORDER BY applied_at DESC LIMIT ${String(CAP + 1)}) s`;
  return {
    sql: `SELECT at FROM (${caseStates.map(() => ofState).join(' UNION ALL ')}) latest ORDER BY at DESC`,
    params: caseStates.flatMap((state) => [unit, state, from, to]),
  };
}

const latestLines = ({ level, unit, timeZone, from, to }: Question): Where => ({
  sql: `SELECT origin_node_id AS unit, account, component, posted_at AS at, amount FROM ledger_line
    WHERE ${level} = ? AND period >= ? AND period <= ? ORDER BY period DESC, id DESC`,
  params: [unit, periodOf(from, timeZone), periodOf(to, timeZone)],
});

function figuresOf(rows: readonly Sums[]): GuardFiguresView {
  const sum = (key: 'orders' | 'subsidy' | 'cases' | 'rejected' | 'disputed') =>
    rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);
  const [orders, subsidy, cases, rejected, disputed] = [
    sum('orders'),
    sum('subsidy'),
    sum('cases'),
    sum('rejected'),
    sum('disputed'),
  ];
  return {
    ...{ orders, subsidy, cases, rejected, disputed },
    subsidyPerOrder: orders === 0 ? null : Math.round(subsidy / orders),
    rejectionBps: shareOf(rejected, cases),
    disputeBps: shareOf(disputed, cases),
  };
}

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part * 10_000) / whole));
