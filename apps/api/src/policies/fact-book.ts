import { nodeId } from '@headwater/org-tree';
import { assignmentId, exemptionId, policyId, suspensionId, versionId } from '@headwater/policy';
import type * as facts from '@headwater/policy';
import type { Policy, PolicyAssignment, PolicyExemption, PolicySuspension, PolicyVersion } from './policy.entity.js';

/** Rows that a stretch of epochs brought: new ones, and older ones that were withdrawn in it. */
export interface FactChanges {
  readonly policies: readonly Policy[];
  readonly versions: readonly PolicyVersion[];
  readonly assignments: readonly PolicyAssignment[];
  readonly suspensions: readonly PolicySuspension[];
  readonly exemptions: readonly PolicyExemption[];
}

type Rows<T> = ReadonlyMap<string, T>;

const put = <T extends { id: string }>(held: Rows<T>, rows: readonly T[]): Rows<T> =>
  rows.length === 0 ? held : new Map([...held, ...rows.map((row) => [row.id, row] as const)]);

/** The recorded facts by id, with what the pure engine leaves out: names, authors, reasons. Immutable. */
export class FactBook {
  private constructor(
    readonly policies: Rows<Policy>,
    readonly versions: Rows<PolicyVersion>,
    readonly assignments: Rows<PolicyAssignment>,
    readonly suspensions: Rows<PolicySuspension>,
    readonly exemptions: Rows<PolicyExemption>,
  ) {}

  static readonly empty = new FactBook(new Map(), new Map(), new Map(), new Map(), new Map());

  with({ policies, versions, assignments, suspensions, exemptions }: FactChanges): FactBook {
    return new FactBook(
      put(this.policies, policies),
      put(this.versions, versions),
      put(this.assignments, assignments),
      put(this.suspensions, suspensions),
      put(this.exemptions, exemptions),
    );
  }

  /** Everything in the words of the pure engine. */
  get facts(): facts.Facts {
    return factsOf({
      versions: [...this.versions.values()],
      assignments: [...this.assignments.values()],
      suspensions: [...this.suspensions.values()],
      exemptions: [...this.exemptions.values()],
    });
  }
}

/** Rows in the words of the pure engine. */
export function factsOf(rows: Omit<FactChanges, 'policies'>): facts.Facts {
  return {
    versions: rows.versions.map(toVersion),
    assignments: rows.assignments.map(toAssignment),
    suspensions: rows.suspensions.map(toSuspension),
    exemptions: rows.exemptions.map(toExemption),
  };
}

export const toVersion = (row: PolicyVersion): facts.PolicyVersion => ({
  id: versionId(row.id),
  kind: row.kind,
  policyId: row.policyId === null ? null : policyId(row.policyId),
  number: row.number,
  directives: row.directives,
});

export const toAssignment = (row: PolicyAssignment): facts.Assignment => ({
  id: assignmentId(row.id),
  kind: row.kind,
  nodeId: nodeId(row.nodeId),
  track: row.track,
  versionId: row.versionId === null ? null : versionId(row.versionId),
  seq: row.seq,
  ...(row.cohort && { cohort: row.cohort.map(nodeId) }),
  from: row.validFrom,
  to: row.validTo,
  recordedFrom: row.recordedFrom,
  recordedTo: row.recordedTo,
});

export const toSuspension = (row: PolicySuspension): facts.Suspension => ({
  id: suspensionId(row.id),
  kind: row.kind,
  nodeId: nodeId(row.nodeId),
  reason: row.reason,
  from: row.validFrom,
  to: row.validTo,
  recordedFrom: row.recordedFrom,
  recordedTo: row.recordedTo,
});

export const toExemption = (row: PolicyExemption): facts.Exemption => ({
  id: exemptionId(row.id),
  kind: row.kind,
  nodeId: nodeId(row.nodeId),
  ancestorId: nodeId(row.ancestorId),
  fields: row.fields,
  from: row.validFrom,
  to: row.validTo,
  recordedFrom: row.recordedFrom,
  recordedTo: row.recordedTo,
});
