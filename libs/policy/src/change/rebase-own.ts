import { sameValue } from '../canonical.js';
import { normaliseDirectives } from '../check/normalise.js';
import { holdsAt, isKnown } from '../facts/live.js';
import type { Assigned, NodeFacts } from '../facts/node-facts.js';
import type { Directives, Validity } from '../facts/types.js';
import type { AssignmentId } from '../ids.js';
import { assignmentId, versionId } from '../ids.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Epoch, Instant } from '../time.js';
import { withChanges } from './directives.js';
import type { DirectiveChanges } from './directives.js';
import { supposing } from './proposal.js';
import type { Proposal } from './proposal.js';

/** An own track that was scheduled for later, as it stands over a new one that begins before. */
export interface Rebased {
  /** The assignment that it takes the place of. */
  readonly replaces: AssignmentId;
  readonly scheduled: Directives;
  readonly proposal: Proposal;
}

/** What is scheduled on an own track, and what it was scheduled to change of what was recorded before it. */
interface Scheduled {
  readonly own: Assigned;
  readonly changes: DirectiveChanges;
}

/**
 * What is scheduled on an own track for later than `at`, as known at an epoch, in the order it was recorded; without what never comes
 * to hold, because it was covered throughout by something recorded later.
 */
export function scheduledAfter(facts: NodeFacts, at: Instant, knownAt: Epoch): Scheduled[] {
  const known = facts.own.filter(({ assignment }) => isKnown(assignment, knownAt));
  const held = known.filter(
    ({ assignment }, index) => !known.slice(0, index).some((later) => covers(later.assignment, assignment)),
  );
  const oldestFirst = held.reverse();
  return oldestFirst.flatMap((own, index) => {
    if (own.assignment.from <= at) return [];
    const base = heldBy(oldestFirst.slice(0, index), own.assignment.from);
    return [{ own, changes: changesBetween(base, own.version?.directives ?? {}) }];
  });
}

const covers = (later: Validity, older: Validity): boolean =>
  later.from <= older.from && (later.to === null || (older.to !== null && older.to <= later.to));

/**
 * What is scheduled on a unit's own track for later than a new version of it, in the order it was recorded: each says what it was
 * scheduled to change, and for the rest what the new one says. Recorded after the new one, none is lost under it.
 */
export function rebasedOver(snapshot: PolicySnapshot, proposal: Proposal): Rebased[] {
  const done: Rebased[] = [];
  for (const each of scheduledAfter(snapshot.factsOf(proposal.kind, proposal.nodeId), proposal.from, snapshot.epoch))
    done.push(rebase(each, [proposal, ...done.map(proposalOf)]));
  return done;
}

/** The snapshot as if a new own track had been recorded, and over it what was scheduled for later. */
export const supposingOwn = (snapshot: PolicySnapshot, proposal: Proposal): PolicySnapshot =>
  [proposal, ...rebasedOver(snapshot, proposal).map(proposalOf)].reduce(supposing, snapshot);

const proposalOf = ({ proposal }: Rebased): Proposal => proposal;

const heldBy = (oldestFirst: readonly Assigned[], at: Instant): Directives =>
  oldestFirst.findLast(({ assignment }) => holdsAt(assignment, at))?.version?.directives ?? {};

function rebase({ own: { assignment, version }, changes }: Scheduled, recorded: readonly Proposal[]): Rebased {
  const { id, kind, nodeId, from, to } = assignment;
  const scheduled = version?.directives ?? {};
  const beneath = recorded.findLast((each) => holdsAt(each, from));
  const directives = withChanges(beneath?.version?.directives ?? {}, changes);
  const said = { id: versionId(''), kind, policyId: null, number: 0, directives: normaliseDirectives(kind, directives) };
  const proposal: Proposal = { id: assignmentId(`~${id}`), kind, nodeId, track: 'own', version: said, from, to };
  return { replaces: id, scheduled, proposal };
}

function changesBetween(before: Directives, after: Directives): DirectiveChanges {
  const fields = Object.keys({ ...before, ...after }).filter((key) => !sameValue(before[key], after[key]));
  return Object.fromEntries(fields.map((key) => [key, after[key] ?? null]));
}
