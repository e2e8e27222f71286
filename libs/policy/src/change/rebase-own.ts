import { sameValue } from '../canonical.js';
import { normaliseDirectives } from '../check/normalise.js';
import { isLive } from '../facts/live.js';
import type { Assigned } from '../facts/node-facts.js';
import type { Directives } from '../facts/types.js';
import type { AssignmentId } from '../ids.js';
import { assignmentId, versionId } from '../ids.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
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

/**
 * What is scheduled on a unit's own track for later than a new version of it, in the order it was recorded: each says what it was
 * scheduled to change, and for the rest what the new one says. Recorded after the new one, none is lost under it.
 */
export function rebasedOver(snapshot: PolicySnapshot, proposal: Proposal): Rebased[] {
  const { kind, nodeId, from } = proposal;
  const known = snapshot.factsOf(kind, nodeId).own.filter(({ assignment }) => assignment.recordedTo === null);
  const oldestFirst = [...known].reverse();
  const done: Rebased[] = [];
  for (const [index, each] of oldestFirst.entries()) {
    if (each.assignment.from <= from) continue;
    done.push(rebase(each, heldBy(oldestFirst.slice(0, index), each.assignment.from), [proposal, ...done.map(proposalOf)]));
  }
  return done;
}

/** The snapshot as if a new own track had been recorded, and over it what was scheduled for later. */
export const supposingOwn = (snapshot: PolicySnapshot, proposal: Proposal): PolicySnapshot =>
  [proposal, ...rebasedOver(snapshot, proposal).map(proposalOf)].reduce(supposing, snapshot);

const proposalOf = ({ proposal }: Rebased): Proposal => proposal;

const heldBy = (oldestFirst: readonly Assigned[], at: Instant): Directives =>
  oldestFirst.findLast(({ assignment }) => isLive(assignment, at, Infinity))?.version?.directives ?? {};

function rebase({ assignment, version }: Assigned, base: Directives, recorded: readonly Proposal[]): Rebased {
  const { id, kind, nodeId, from, to } = assignment;
  const scheduled = version?.directives ?? {};
  const beneath = recorded.findLast((each) => each.from <= from && (each.to === null || from < each.to));
  const directives = withChanges(beneath?.version?.directives ?? {}, changesBetween(base, scheduled));
  const said = { id: versionId(''), kind, policyId: null, number: 0, directives: normaliseDirectives(kind, directives) };
  const proposal: Proposal = { id: assignmentId(`~${id}`), kind, nodeId, track: 'own', version: said, from, to };
  return { replaces: id, scheduled, proposal };
}

function changesBetween(before: Directives, after: Directives): DirectiveChanges {
  const fields = Object.keys({ ...before, ...after }).filter((key) => !sameValue(before[key], after[key]));
  return Object.fromEntries(fields.map((key) => [key, after[key] ?? null]));
}
