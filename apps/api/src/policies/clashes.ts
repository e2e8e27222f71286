import { nodeId } from '@headwater/org-tree';
import type { FieldKey, Proposal } from '@headwater/policy';
import type { AssignmentClashView } from './coverage.types.js';
import { overlap, type Assigned, type UnitFacts } from './live.js';
import { assignmentView } from './naming.js';
import type { PolicyAssignment } from './policy.entity.js';
import type { PolicyState } from './policy-state.js';

/** Another scheduled assignment of the same unit that speaks of the same fields at the same time, `[from, to)`. */
export interface Clash {
  readonly assignmentId: string;
  readonly fields: readonly FieldKey[];
  readonly from: number;
  readonly to: number | null;
  /** The new one lies over it in that time; otherwise it comes over the new one, as a unit's own track does. */
  readonly covered: boolean;
}

type Spoken = Pick<Proposal, 'track' | 'version' | 'from' | 'to'>;

/** P7: what is scheduled at the unit beside a new assignment and touches the same fields, the soonest first. */
export const clashesOf = (facts: UnitFacts, proposal: Spoken, now: number): Clash[] =>
  [...facts.library, ...facts.own]
    .filter(({ assignment: { recordedTo, from } }) => recordedTo === null && from > now)
    .flatMap((other) => clashWith(other, proposal))
    .sort((a, b) => a.from - b.from || (a.assignmentId < b.assignmentId ? -1 : 1));

function clashWith(other: Assigned, proposal: Spoken): Clash[] {
  const { assignment } = other;
  const fields = fieldsOfBoth(other, proposal);
  if (fields.length === 0 || !overlap(assignment, proposal)) return [];
  const ends = [assignment.to, proposal.to].filter((to) => to !== null);
  return [
    {
      assignmentId: assignment.id,
      fields,
      from: Math.max(assignment.from, proposal.from),
      to: ends.length === 0 ? null : Math.min(...ends),
      covered: proposal.track === assignment.track || proposal.track === 'own',
    },
  ];
}

/** On one track one version holds at a time, whatever fields it names; on two, only fields that both name meet. */
function fieldsOfBoth({ assignment, version }: Assigned, proposal: Spoken): FieldKey[] {
  const theirs = Object.keys(version?.directives ?? {}) as FieldKey[];
  const ours = Object.keys(proposal.version?.directives ?? {}) as FieldKey[];
  if (assignment.track === proposal.track && (version === null || proposal.version === null)) return [...theirs, ...ours];
  return theirs.filter((field) => ours.includes(field));
}

/** Clashes with the names of what is scheduled. */
export const clashViews = (state: PolicyState, clashes: readonly Clash[], now: number): AssignmentClashView[] =>
  clashes.flatMap(({ assignmentId, ...clash }) => {
    const row = state.book.assignments.get(assignmentId);
    return row ? [{ assignment: assignmentView(state, row, now), ...clash, fields: [...clash.fields] }] : [];
  });

/** What is scheduled beside an assignment that is itself scheduled; a pilot speaks to those in it alone and meets nobody. */
export function clashesWith(state: PolicyState, { id, cohort }: PolicyAssignment, now: number): AssignmentClashView[] {
  const row = state.book.assignments.get(id);
  if (!row || cohort !== null) return [];
  const facts = state.snapshot.factsOf(row.kind, nodeId(row.nodeId));
  const ours = facts[row.track].find(({ assignment }) => assignment.id === id);
  if (!ours) return [];
  const { track, from, to } = ours.assignment;
  const others = clashesOf(facts, { track, version: ours.version, from, to }, now);
  return clashViews(
    state,
    others.filter(({ assignmentId }) => assignmentId !== id),
    now,
  ).map((clash) => ({
    ...clash,
    covered: clash.covered && isLater(state, row, clash.assignment.id),
  }));
}

/** On one track of two that hold together the one recorded last does. */
function isLater({ book }: PolicyState, row: PolicyAssignment, other: string): boolean {
  const theirs = book.assignments.get(other);
  return theirs === undefined || theirs.track !== row.track || row.recordedFrom > theirs.recordedFrom;
}
