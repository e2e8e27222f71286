import { changeSetHash, conflictsSince, impactHash, stepsOf, type Conflict, type Proposal, type Step } from '@headwater/policy';
import { assignmentsCovered } from '../policies/assignment.service.js';
import type { ApprovalReasonView } from '../policies/approval.types.js';
import { countEffect, effectForeseen } from '../policies/effects.js';
import { scheduledOver } from '../policies/own-track.js';
import type { PlannedRule } from '../policies/planned-rules.js';
import type { PolicyState } from '../policies/policy-state.js';
import type { AssignmentView } from '../policies/policy.types.js';
import type { ChangeSet } from './change-set.entity.js';
import type { ChangeConflictView, ChangeImpactView } from './change-set.types.js';
import { conflictView } from './conflict-view.js';
import { changedBy } from './changed.js';
import { moveEffect } from './move-effect.js';
import { clashesOfOperation, type Among } from './operation-clashes.js';
import { problemsOf } from './step-problems.js';
import { valuesOf } from './values-of.js';
import { without, type Brought } from './withdrawal.js';

/** Why a change set is out of date. */
export type StaleCause = 'conflict' | 'impactChanged' | 'refused' | 'datePassed' | 'versionRetired' | 'contentChanged';

/** A change set looked at from one state of the rules. */
export interface Judgement {
  readonly state: PolicyState;
  readonly now: number;
  /** When it would take effect. */
  readonly at: number;
  readonly steps: readonly Step[];
  readonly conflicts: readonly Conflict[];
  readonly impactHash: string;
  readonly datePassed: boolean;
}

export const hashOfContent = ({ title, notes, effectiveAt, operations }: ChangeSet): string =>
  changeSetHash({ title, notes, effectiveAt, operations });

/** What the set would do if it were carried out now, and what others did since its base; `over` is what it is carried out over. */
export function judge(
  state: PolicyState,
  set: Pick<ChangeSet, 'operations' | 'effectiveAt' | 'baseEpoch' | 'status'>,
  now: number,
  over = state.snapshot,
): Judgement {
  const isWaiting = set.status === 'approved';
  const datePassed = !isWaiting && set.effectiveAt !== null && set.effectiveAt < now;
  // What waits for its date and comes too late, after a downtime, begins when it comes: nothing is dated back.
  const at = isWaiting ? Math.max(set.effectiveAt ?? now, now) : (set.effectiveAt ?? now);
  const steps = stepsOf(over, set.operations, at);
  return {
    ...{ state, now, at, steps, datePassed, impactHash: impactHash(steps) },
    conflicts: conflictsSince(state.snapshot, set.operations, set.baseEpoch, at),
  };
}

/**
 * What a set that has brought its facts ahead of their time would do if they were brought now, and what others did since.
 * @returns null: it has brought none
 */
export function judgeAgain(state: PolicyState, set: ChangeSet, brought: Brought, now: number): Judgement | null {
  const epochs = [...brought.assignments, ...brought.exemptions].map(({ recordedFrom }) => recordedFrom);
  if (epochs.length === 0) return null;
  const judgement = judge(state, set, now, without(state, brought));
  return { ...judgement, conflicts: conflictsSince(state.snapshot, set.operations, Math.max(...epochs), judgement.at) };
}

/** Why it may not be carried out as it was looked at; empty: it may. */
export function staleCauses({ conflicts, steps, datePassed, impactHash: now }: Judgement, looked: string | null): StaleCause[] {
  return [
    ...(conflicts.length > 0 ? ['conflict' as const] : []),
    ...(steps.some(({ recording }) => recording === null) ? ['refused' as const] : []),
    ...(looked !== null && looked !== now ? ['impactChanged' as const] : []),
    ...(datePassed ? ['datePassed' as const] : []),
  ];
}

/** @param planned what other sets bring that wait for their date; none in what is kept, as its readers may not see them all */
export function impactView(
  judgement: Judgement,
  set: Among['set'],
  approval: ApprovalReasonView[],
  planned: readonly PlannedRule[] = [],
): ChangeImpactView {
  const { steps, state, now, at, datePassed } = judgement;
  const among = { state, set, planned, at, now };
  return {
    ...{ impactHash: judgement.impactHash, datePassed, frozen: false, approval },
    effects: steps.map((step) => ({ ...effectView(judgement, step), clashes: clashesOfOperation(among, step.operation) })),
    values: steps.map(valuesOf),
    changed: new Set(steps.flatMap(changedBy)).size,
    problems: steps.flatMap((step) => problemsOf(state, step, now)),
    conflicts: conflictViews(judgement),
  };
}

const conflictViews = ({ state, conflicts }: Judgement): ChangeConflictView[] =>
  conflicts.map((conflict) => conflictView(state, conflict));

function effectView({ state, now, at }: Judgement, step: Step) {
  const { before, after, operation, recording } = step;
  const problems = problemsOf(state, step, now);
  if (operation.verb === 'move') return effectForeseen(state, moveEffect(state, step), problems);
  const change = { kind: operation.kind, nodeId: operation.nodeId, before, after, at, alreadySo: 'same' as const };
  const covers = recording && 'assignment' in recording ? coveredLater(state, recording.assignment, now) : [];
  return effectForeseen(state, { ...countEffect(state, change), covers }, problems);
}

/** An edit of an own track stands on what is there; what was scheduled for later is written again over it. */
const coveredLater = (state: PolicyState, proposal: Proposal, now: number): AssignmentView[] =>
  proposal.track === 'own' ? scheduledOver(state, proposal, now) : assignmentsCovered(state, proposal, now);
