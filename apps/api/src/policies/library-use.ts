import { holdsNow } from './naming.js';
import type { PolicyAssignment } from './policy.entity.js';
import type { PolicyState } from './policy-state.js';
import { steady } from './steady.js';

/** Where a version of the library is and was. */
export interface VersionUse {
  /** All that is told of it. */
  readonly assignments: readonly PolicyAssignment[];
  /** Those that hold now, for everyone below or for a pilot. */
  readonly holding: readonly PolicyAssignment[];
  /** Those that begin later, the soonest first. */
  readonly scheduled: readonly PolicyAssignment[];
}

const unused: VersionUse = { assignments: [], holding: [], scheduled: [] };

/** A pilot that has ended is told by the record that says until when it held. */
const isEndedPilot = ({ cohort, recordedTo }: PolicyAssignment): boolean => cohort !== null && recordedTo !== null;

/** A job assigns branch by branch: nobody goes through all assignments once more for each policy that is shown. */
const usesOf = steady((state, now) => {
  const byVersion = new Map<string, PolicyAssignment[]>();
  for (const row of state.book.assignments.values()) {
    if (row.versionId === null || row.track !== 'library' || isEndedPilot(row)) continue;
    const held = byVersion.get(row.versionId);
    if (held) held.push(row);
    else byVersion.set(row.versionId, [row]);
  }
  return new Map([...byVersion].map(([version, rows]) => [version, useOf(state, rows, now)]));
});

const useOf = (state: PolicyState, assignments: readonly PolicyAssignment[], now: number): VersionUse => ({
  assignments,
  holding: assignments.filter((row) => holdsNow(state, row, now)),
  scheduled: assignments
    .filter(({ recordedTo, validFrom }) => recordedTo === null && validFrom > now)
    .sort((a, b) => a.validFrom - b.validFrom || (a.id < b.id ? -1 : 1)),
});

export const useOfVersion = (state: PolicyState, version: string, now: number): VersionUse =>
  usesOf(state, now).get(version) ?? unused;
