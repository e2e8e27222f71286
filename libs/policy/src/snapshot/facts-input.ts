import { PolicyError } from '../errors.js';
import type { Assigned } from '../facts/node-facts.js';
import type { Assignment, Exemption, PolicyVersion, Recorded, Suspension } from '../facts/types.js';
import type { VersionId } from '../ids.js';
import type { Epoch } from '../time.js';
import type { KindKey } from '../values/types.js';
import type { KindChanges } from './kind-store.js';

/** Facts in any order. A fact with the id of an earlier one replaces it: that is how a withdrawal is told. */
export interface Facts {
  readonly versions: readonly PolicyVersion[];
  readonly assignments: readonly Assignment[];
  readonly suspensions: readonly Suspension[];
  readonly exemptions: readonly Exemption[];
}

/** What of the facts of a kind is known by `epoch`. */
export function changesOf(
  kind: KindKey,
  facts: Omit<Facts, 'versions'>,
  versions: ReadonlyMap<VersionId, PolicyVersion>,
  epoch: Epoch,
) {
  const changes: KindChanges = {
    assigned: knownOf(kind, facts.assignments, epoch).map((assignment) => assignedOf(assignment, versions)),
    suspensions: knownOf(kind, facts.suspensions, epoch),
    exemptions: knownOf(kind, facts.exemptions, epoch),
  };
  return changes;
}

/** A withdrawal that lies beyond the epoch is not known yet: until it is told, the fact stands. */
const knownOf = <F extends Recorded & { readonly kind: KindKey }>(kind: KindKey, facts: readonly F[], epoch: Epoch): F[] =>
  facts
    .filter((fact) => fact.kind === kind && fact.recordedFrom <= epoch)
    .map((fact) => (fact.recordedTo !== null && fact.recordedTo > epoch ? { ...fact, recordedTo: null } : fact));

function assignedOf(assignment: Assignment, versions: ReadonlyMap<VersionId, PolicyVersion>): Assigned {
  if (assignment.versionId === null) return { assignment, version: null };
  const version = versions.get(assignment.versionId);
  if (!version) throw new PolicyError('UNKNOWN_VERSION', assignment.versionId);
  return { assignment, version };
}
