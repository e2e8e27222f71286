import { caseStates, isTerminal, lifecycle, terminalStates, type CaseState } from '@headwater/after-sales';
import { BadInput } from '../common/errors.js';
import type { Where } from '../database/where.js';
import type { RemindedKind } from './case.entity.js';
import { rankFrom } from './queue-rank.js';
import { parcelMarks } from './reminded.js';

const DAY = 86_400_000;

/** A17: the saved views of the queue, in the order of the console. */
export const caseViews = [
  'toDo',
  'toReceive',
  'toDispatch',
  'dispatchLate',
  'atRisk',
  'overdue',
  'dispute',
  'disputeLate',
  'refunding',
  'payoutFailed',
  'stale',
  'buyersTurn',
  'open',
  'ended',
  'all',
] as const;
export type CaseViewKey = (typeof caseViews)[number];

export interface ViewRule {
  readonly states: readonly CaseState[];
  /** Beyond the states; null: the states are all of it. */
  readonly where: Where | null;
}

/** Where the chain has to act, not the buyer. */
const ourTurn: readonly CaseState[] = ['APPLIED', 'AWAIT_RECEIPT', 'AWAIT_RESHIP', 'REFUNDING', 'DISPUTED'];
const buyersTurn = caseStates.filter((state) => !isTerminal(state) && !ourTurn.includes(state));

/** Where a parcel may be on its way, so that it may be silent, lost or turned back. */
const withParcel = caseStates.filter((state) => lifecycle.some((row) => row.state === state && row.verb === 'recordTracking'));

const before = (instant: number): Where => ({ sql: 'c.queue_rank < ?', params: [rankFrom(instant)] });
const soon = (now: number): Where => ({
  sql: 'c.queue_rank >= ? AND c.queue_rank < ?',
  params: [rankFrom(now), rankFrom(now + DAY)],
});

/** What people were reminded of, and still stands (A13). */
const reminded = (...kinds: readonly RemindedKind[]): Where => ({
  sql: `c.reminded_kind IN (${kinds.map(() => '?').join(', ')})`,
  params: kinds,
});

const rules: Readonly<Record<CaseViewKey, (now: number) => ViewRule>> = {
  toDo: () => ({ states: ['APPLIED'], where: null }),
  toReceive: () => ({ states: ['AWAIT_RECEIPT'], where: null }),
  toDispatch: () => ({ states: ['AWAIT_RESHIP'], where: null }),
  dispatchLate: () => ({ states: ['AWAIT_RESHIP'], where: reminded('reshipDue') }),
  atRisk: (now) => ({ states: ourTurn, where: soon(now) }),
  overdue: (now) => ({ states: ourTurn, where: before(now) }),
  dispute: () => ({ states: ['DISPUTED'], where: null }),
  disputeLate: () => ({ states: ['DISPUTED'], where: reminded('disputeOpen') }),
  refunding: () => ({ states: ['REFUNDING'], where: null }),
  payoutFailed: () => ({ states: ['REFUNDING'], where: { sql: 'c.payout_failed = 1', params: [] } }),
  stale: () => ({ states: withParcel, where: reminded(...parcelMarks) }),
  buyersTurn: () => ({ states: buyersTurn, where: null }),
  open: () => ({ states: caseStates.filter((state) => !isTerminal(state)), where: null }),
  ended: () => ({ states: terminalStates, where: null }),
  all: () => ({ states: caseStates, where: null }),
};

const isView = (key: string): key is CaseViewKey => (caseViews as readonly string[]).includes(key);

/** What a view shows now; to the minute, as deadlines are. @throws BadInput for one that does not exist */
export function viewRule(key: string | null | undefined, now: number): ViewRule {
  const view = key ?? 'all';
  if (!isView(view)) throw new BadInput('filter.view', `There is no view "${view}".`, caseViews);
  return rules[view](now);
}
