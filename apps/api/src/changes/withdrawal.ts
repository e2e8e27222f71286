import { checkDocuments, type PolicyProblem, type PolicySnapshot } from '@headwater/policy';
import { nodeId } from '@headwater/org-tree';
import { IsNull, type EntityManager } from 'typeorm';
import { countEffect, type EffectPart } from '../policies/effects.js';
import { toAssignment, toExemption } from '../policies/fact-book.js';
import { PolicyAssignment, PolicyExemption } from '../policies/policy.entity.js';
import type { PolicyState } from '../policies/policy-state.js';
import type { PolicyWrite } from '../policies/policy-writer.service.js';
import type { ChangeSet } from './change-set.entity.js';

/** The facts of a change set that stand. */
export interface Brought {
  readonly assignments: readonly PolicyAssignment[];
  readonly exemptions: readonly PolicyExemption[];
}

/** What taking back one of them does, over what is left of the set, and the rules that it would break. */
export interface Withdrawn {
  readonly effect: EffectPart;
  readonly problems: PolicyProblem[];
}

/** Before a set is carried out it has brought nothing. */
export async function broughtBy(manager: EntityManager, { id, status }: ChangeSet): Promise<Brought> {
  if (status !== 'applied') return { assignments: [], exemptions: [] };
  const of = { where: { changeSetId: id, recordedTo: IsNull() }, order: { id: 'ASC' as const } };
  return { assignments: await manager.find(PolicyAssignment, of), exemptions: await manager.find(PolicyExemption, of) };
}

/** Takes back what a set has brought, whatever lies beneath it. */
export async function withdrawAll(
  write: PolicyWrite,
  { assignments, exemptions }: Brought,
  cancelReason: string | null,
): Promise<void> {
  const told = { recordedTo: write.epoch };
  for (const row of assignments) await write.update(PolicyAssignment, row.id, { ...told, cancelReason });
  for (const row of exemptions) await write.update(PolicyExemption, row.id, told);
}

/** The rules as if the set had brought nothing. */
export function without({ epoch, snapshot }: PolicyState, { assignments, exemptions }: Brought): PolicySnapshot {
  const recordedTo = epoch + 1;
  const told = {
    assignments: assignments.map((row) => ({ ...toAssignment(row), recordedTo })),
    exemptions: exemptions.map((row) => ({ ...toExemption(row), recordedTo })),
  };
  return snapshot.withFacts(told, recordedTo);
}

/** The facts one after the other, the last first: each over the rules without those before it, as they came. */
export function withdrawing(state: PolicyState, { assignments, exemptions }: Brought, now: number): Withdrawn[] {
  const recordedTo = state.epoch + 1;
  const facts = [
    ...assignments.map((row) => ({ row, told: { assignments: [{ ...toAssignment(row), recordedTo }] } })),
    ...exemptions.map((row) => ({ row, told: { exemptions: [{ ...toExemption(row), recordedTo }] } })),
  ].reverse();
  let before = state.snapshot;
  const steps = facts.map(({ row, told }) => {
    const step = { row, before, after: before.withFacts(told, recordedTo) };
    before = step.after;
    return step;
  });
  return steps.map((step) => withdrawnOf(state, step, before, now));
}

interface Step {
  readonly row: PolicyAssignment | PolicyExemption;
  readonly before: PolicySnapshot;
  readonly after: PolicySnapshot;
}

/** @param last the rules without the whole set: what is broken on the way there and whole at the end is no problem */
function withdrawnOf(state: PolicyState, { row, before, after }: Step, last: PolicySnapshot, now: number): Withdrawn {
  const { kind, validFrom, validTo: to } = row;
  const span = { kind, nodeId: nodeId(row.nodeId), from: Math.max(validFrom, now), to };
  return {
    effect: countEffect(state, { ...span, before, after, at: span.from, alreadySo: 'same' }),
    problems: checkDocuments(state.snapshot, last, span),
  };
}
