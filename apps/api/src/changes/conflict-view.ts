import type { Conflict } from '@headwater/policy';
import { nodeIn } from '../policies/naming.js';
import type { PolicyState } from '../policies/policy-state.js';
import type { ChangeConflictView } from './change-set.types.js';

/** A conflict with who wrote there last. */
export function conflictView(state: PolicyState, { kind, nodeId, fields }: Conflict): ChangeConflictView {
  if (kind === null) return { kind, node: nodeIn(state, nodeId), fields: null, by: null, at: null };
  const facts = state.snapshot.factsOf(kind, nodeId);
  const [last] = [...(fields === null ? facts.library : facts.own)].sort(
    (a, b) => writtenAt(b.assignment) - writtenAt(a.assignment),
  );
  const row = last && state.book.assignments.get(last.assignment.id);
  const isExemption = fields !== null && !last;
  const exemption = isExemption ? state.book.exemptions.get(facts.exemptions[0]?.id ?? '') : undefined;
  const who = row ?? exemption;
  return {
    ...{ kind, node: nodeIn(state, nodeId), fields: fields === null ? null : [...fields] },
    ...{ by: who?.authorName ?? null, at: who?.recordedAt ?? null },
  };
}

const writtenAt = ({ recordedFrom, recordedTo }: { recordedFrom: number; recordedTo: number | null }): number =>
  Math.max(recordedFrom, recordedTo ?? 0);
