import type { Operation } from '@headwater/policy';
import { clashesWithNew, plannedAt } from '../policies/clashes.js';
import type { AssignmentClashView } from '../policies/coverage.types.js';
import type { PlannedRule } from '../policies/planned-rules.js';
import type { PolicyState } from '../policies/policy-state.js';
import type { ChangeSet } from './change-set.entity.js';
import { waitsForItsDate } from './status.js';
import { spokenIn } from './spoken.js';

/** A change set among what is scheduled, and what other sets will bring. */
export interface Among {
  readonly state: PolicyState;
  readonly set: Pick<ChangeSet, 'id' | 'number' | 'operations' | 'effectiveAt'>;
  readonly planned: readonly PlannedRule[];
  /** When it would take effect. */
  readonly at: number;
  readonly now: number;
}

/** P7: what else is scheduled for the same fields of the unit: assignments, and the change sets that wait for their date. */
export function clashesOfOperation(among: Among, operation: Operation): AssignmentClashView[] {
  const { state, set, planned, at, now } = among;
  if (operation.verb === 'move' || state.snapshot.tree.positionOf(operation.nodeId) < 0) return [];
  const ours = spokenIn(state, operation, at);
  if (ours === null) return [];
  const others = plannedAt(planned, operation).filter(({ changeSet }) => changeSet.id !== set.id);
  const meant = others.map((rule) => ({ ...rule, covered: isFirst(among, rule), recalculate: true }));
  return clashesWithNew(state, state.snapshot.factsOf(operation.kind, operation.nodeId), ours, meant, now);
}

/** A set that does not wait is recorded when it is approved; those that do are carried out by their dates, then by their numbers. */
function isFirst({ set, at, now }: Among, { from, changeSet }: PlannedRule): boolean {
  if (!waitsForItsDate(set, now)) return true;
  return at === from ? set.number < changeSet.number : at < from;
}
