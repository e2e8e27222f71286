import { beginningOf } from '@headwater/after-sales';
import { monthAfter, periodOf } from '@headwater/ledger';
import type { TreeSnapshot } from '../../tree/tree-snapshot.js';
import { monthBefore } from '../months.js';
import type { Budget } from './budget.entity.js';

type Placed = Pick<Budget, 'nodeId' | 'period'>;

/** Its month runs where the unit is. */
export function isCurrent({ nodeId, period }: Placed, tree: TreeSnapshot, now: number): boolean {
  const node = tree.node(nodeId);
  return node !== undefined && periodOf(now, node.timeZone) === period;
}

/** How much of its month is over where the unit is, in ms. */
export function monthPassed({ nodeId, period }: Placed, tree: TreeSnapshot, now: number): { passed: number; whole: number } {
  const { timeZone } = tree.node(nodeId) ?? tree.root;
  const from = beginningOf(`${period}-01`, timeZone);
  const to = beginningOf(`${monthAfter(period)}-01`, timeZone);
  return { passed: Math.min(Math.max(0, now - from), to - from), whole: to - from };
}

/** The months in which anything may still be posted: the present one, and one on each side of it for zones and latecomers. */
export function openMonths(tree: TreeSnapshot, now: number): [string, string, string] {
  const current = periodOf(now, tree.root.timeZone);
  return [monthBefore(current), current, monthAfter(current)];
}
