import { nodeId } from '@headwater/org-tree';
import { sameValue, type FieldKey, type PolicyVersion, type Proposal, type Track } from '@headwater/policy';
import type { AssignmentClashView } from './coverage.types.js';
import { holdsAt, overlap, type Assigned, type UnitFacts } from './live.js';
import { assignmentView } from './naming.js';
import type { PlannedRule } from './planned-rules.js';
import type { PolicyAssignment } from './policy.entity.js';
import type { PolicyState } from './policy-state.js';

/** What is scheduled, or is to be, on a track of a unit: of which fields it speaks, `[from, to)`. */
export interface Spoken {
  readonly track: Track;
  readonly fields: readonly FieldKey[];
  /** Back to inherit: it takes the place of whatever else its track would say. */
  readonly isNothing: boolean;
  readonly from: number;
  readonly to: number | null;
}

/** When two speak of the same fields of a unit, `[from, to)`. */
interface Meeting {
  readonly fields: FieldKey[];
  readonly from: number;
  readonly to: number | null;
}

/** A scheduled assignment of the unit that speaks of the same fields at the same time. */
interface Clash extends Meeting {
  readonly assignmentId: string;
  /** The new one lies over it in that time; otherwise it comes over the new one, as a unit's own track does. */
  readonly covered: boolean;
}

/** What a version says as a whole; nothing is back to inherit. */
export const saidBy = (version: PolicyVersion | null): Pick<Spoken, 'fields' | 'isNothing'> => ({
  fields: Object.keys(version?.directives ?? {}) as FieldKey[],
  isNothing: version === null,
});

/** What a proposal that would be recorded now speaks of. */
export const spokenBy = (facts: UnitFacts, { track, version, from, to }: Proposal): Spoken => ({
  ...{ track, from, to },
  ...(track === 'own' ? changedBy({ version, from }, facts.own) : saidBy(version)),
});

function spokenIn(facts: UnitFacts, { assignment, version }: Assigned): Spoken {
  const { id, track, from, to } = assignment;
  const before = facts[track].slice(facts[track].findIndex((each) => each.assignment.id === id) + 1);
  return { ...{ track, from, to }, ...(track === 'own' ? changedBy({ version, from }, before) : saidBy(version)) };
}

/** A version of an own track repeats all that stood there: it speaks of what it says otherwise than those recorded before it. */
function changedBy(
  { version, from }: Pick<Assigned, 'version'> & Pick<Spoken, 'from'>,
  before: readonly Assigned[],
): Pick<Spoken, 'fields' | 'isNothing'> {
  const beneath = before.find((each) => isStanding(each) && holdsAt(each.assignment, from))?.version?.directives ?? {};
  const directives = version?.directives ?? {};
  const fields = Object.keys({ ...beneath, ...directives }).filter((key) => !sameValue(beneath[key], directives[key]));
  return { fields: fields as FieldKey[], isNothing: false };
}

const isStanding = ({ assignment }: Assigned): boolean => assignment.recordedTo === null;

interface Beside {
  readonly now: number;
  /** Whether the new one is recorded after an assignment, as what is yet to be recorded is. */
  readonly isLater?: (assignmentId: string) => boolean;
}

/** P7: what is scheduled at the unit beside something new and touches the same fields, the soonest first. */
function clashesOf(facts: UnitFacts, ours: Spoken, { now, isLater = () => true }: Beside): Clash[] {
  const scheduled = [...facts.library, ...facts.own].filter((each) => isStanding(each) && each.assignment.from > now);
  return scheduled
    .flatMap((other): Clash[] => {
      const [assignmentId, theirs] = [other.assignment.id, spokenIn(facts, other)];
      const met = meetingOf(ours, theirs);
      return met ? [{ ...met, assignmentId, covered: comesOver(ours, theirs, isLater(assignmentId)) }] : [];
    })
    .sort((a, b) => a.from - b.from || (a.assignmentId < b.assignmentId ? -1 : 1));
}

function meetingOf(ours: Spoken, theirs: Spoken): Meeting | null {
  const fields = fieldsOfBoth(ours, theirs);
  if (fields.length === 0 || !overlap(ours, theirs)) return null;
  const ends = [ours.to, theirs.to].filter((to) => to !== null);
  return { fields, from: Math.max(ours.from, theirs.from), to: ends.length === 0 ? null : Math.min(...ends) };
}

/** On one track one version holds at a time, whatever fields it names; on two, only fields that both name meet. */
function fieldsOfBoth(ours: Spoken, theirs: Spoken): FieldKey[] {
  const isWhole = ours.track === theirs.track && (ours.isNothing || theirs.isNothing);
  if (isWhole) return [...new Set([...theirs.fields, ...ours.fields])];
  return theirs.fields.filter((field) => ours.fields.includes(field));
}

/** A unit's own track comes over what it was given. On it the later one does, as it is written again over an edit; else the one recorded last. */
function comesOver(ours: Spoken, theirs: Spoken, isRecordedLater: boolean): boolean {
  if (ours.track !== theirs.track) return ours.track === 'own';
  return ours.track === 'own' && ours.from !== theirs.from ? ours.from > theirs.from : isRecordedLater;
}

/** Something that is to be recorded, with what it meets: assignments that are scheduled, and change sets that wait for their date. */
export function clashesWithNew(
  state: PolicyState,
  facts: UnitFacts,
  ours: Spoken,
  planned: readonly Meant[],
  now: number,
): AssignmentClashView[] {
  return [...clashViews(state, clashesOf(facts, ours, { now }), now), ...setClashes(ours, planned)];
}

/** The same of an assignment that is itself scheduled; a pilot speaks to those in it alone and meets nobody. */
export function clashesWith(
  state: PolicyState,
  { id, cohort }: PolicyAssignment,
  planned: readonly PlannedRule[],
  now: number,
): AssignmentClashView[] {
  const row = state.book.assignments.get(id);
  if (!row || cohort !== null) return [];
  const facts = state.snapshot.factsOf(row.kind, nodeId(row.nodeId));
  const held = facts[row.track].find(({ assignment }) => assignment.id === id);
  if (!held) return [];
  const ours = spokenIn(facts, held);
  const others = clashesOf(facts, ours, { now, isLater: (other) => isLater(state, row, other) });
  const sets = plannedAt(planned, row).map((rule) => ({ ...rule, covered: comesOver(ours, rule, false), recalculate: false }));
  return [
    ...clashViews(
      state,
      others.filter(({ assignmentId }) => assignmentId !== id),
      now,
    ),
    ...setClashes(ours, sets),
  ];
}

/** Of two that hold together on one track the one recorded last does. */
const isLater = ({ book }: PolicyState, row: PolicyAssignment, other: string): boolean =>
  row.recordedFrom > (book.assignments.get(other)?.recordedFrom ?? 0);

const clashViews = (state: PolicyState, clashes: readonly Clash[], now: number): AssignmentClashView[] =>
  clashes.flatMap(({ assignmentId, ...clash }) => {
    const row = state.book.assignments.get(assignmentId);
    if (!row) return [];
    return [{ ...clash, kind: row.kind, assignment: assignmentView(state, row, now), changeSet: null, recalculate: false }];
  });

/** What a waiting change set brings, and what becomes of it beside something new. */
export interface Meant extends PlannedRule {
  readonly covered: boolean;
  /** The one that comes second was judged without the other: it may have to be recalculated. */
  readonly recalculate: boolean;
}

export const plannedAt = (
  planned: readonly PlannedRule[],
  { kind, nodeId: unit }: Pick<PolicyAssignment, 'kind' | 'nodeId'>,
): PlannedRule[] => planned.filter((rule) => rule.kind === kind && rule.nodeId === unit);

/** What is recorded now comes before every change set that waits. */
export const afterNow = (rules: readonly PlannedRule[]): Meant[] =>
  rules.map((rule) => ({ ...rule, covered: true, recalculate: true }));

const setClashes = (ours: Spoken, sets: readonly Meant[]): AssignmentClashView[] =>
  sets.flatMap((theirs) => {
    const met = meetingOf(ours, theirs);
    const { kind, changeSet, covered, recalculate } = theirs;
    return met ? [{ ...met, kind, assignment: null, changeSet, covered, recalculate }] : [];
  });
