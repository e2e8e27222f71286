import { isBranch, nodeId, type NodeId } from '@headwater/org-tree';
import { holdingOf, isReached, reachOf, type Reach } from '@headwater/policy';
import { toAssignment } from './fact-book.js';
import type { PolicyAssignment } from './policy.entity.js';
import type { PolicyState } from './policy-state.js';

const DAY = 24 * 3_600_000;

/** P17: how long branches have to accept a rule once it is in force. */
const DAYS_TO_ACCEPT = 3;

/** An assignment of a library version that holds or will hold, and that the branches it reaches are to read. */
export interface DueRule {
  readonly row: PolicyAssignment & { readonly versionId: string };
  /** Since when it holds, or from when it will. */
  readonly from: number;
  /** The instant at which its reach is looked at: now, or once it comes. */
  readonly at: number;
  /** From then on a branch that has not accepted it is overdue. */
  readonly dueAt: number;
}

/** All that is to be read somewhere, in no order. Grows with what was assigned. */
export const dueRules = (state: PolicyState, now: number): DueRule[] =>
  [...state.book.assignments.values()].flatMap((row) => dueRule(state, row, now) ?? []);

/** The assignment as one that is to be read; null where it is withdrawn, over, or of no shared version. */
export function dueRule(state: PolicyState, row: PolicyAssignment, now: number): DueRule | null {
  const { track, versionId, recordedTo, recordedAt } = row;
  if (track !== 'library' || versionId === null || recordedTo !== null) return null;
  const holding = holdingOf(state.snapshot, toAssignment(row), now);
  if (holding === null) return null;
  const dueAt = Math.max(holding.from, recordedAt) + DAYS_TO_ACCEPT * DAY;
  return { row: { ...row, versionId }, ...holding, dueAt };
}

/** The parts of a rule's reach that lie at and below some units, which do not overlap. */
export const reachWithin = ({ snapshot }: PolicyState, { row, at }: DueRule, tops: readonly NodeId[]): Reach[] =>
  tops.flatMap((top) => reachOf(snapshot, { kind: row.kind, nodeId: nodeId(row.nodeId) }, at, top) ?? []);

/** How many branches a reach has, archived ones left out: subtree arithmetic. */
export const sizeOf = ({ tree }: PolicyState, { top, without }: Reach): number =>
  without.reduce((left, unit) => left - tree.branchCount(unit), tree.branchCount(top));

/** Whether a unit is a branch that is to read the rule. */
export function isDueAt(state: PolicyState, { row, at }: DueRule, unit: string): boolean {
  const node = state.tree.node(unit);
  if (!node || !isBranch(node.type) || node.archivedAt !== null) return false;
  const reach = reachOf(state.snapshot, { kind: row.kind, nodeId: nodeId(row.nodeId) }, at, node.id);
  return reach !== null && isReached(state.snapshot, reach, node.id);
}

export type Standing = 'delivered' | 'seen' | 'accepted';

/** What a branch has done about a rule; without a row it was only delivered. */
export const standingOf = (row: { readonly acceptedAt: number | null } | undefined): Standing =>
  row === undefined ? 'delivered' : row.acceptedAt === null ? 'seen' : 'accepted';
