import { sourceOf } from './naming.js';
import type { PolicyState } from './policy-state.js';
import { actedBy } from './review-of.service.js';
import type { RuleProvenanceView } from './provenance.types.js';

/** The one place that tells who is behind an assignment, from the version's author on; null is the product itself. */
export function provenanceOf(state: PolicyState, assignmentId: string | null): RuleProvenanceView | null {
  const row = assignmentId === null ? undefined : state.book.assignments.get(assignmentId);
  if (!row) return null;
  const version = row.versionId === null ? undefined : state.book.versions.get(row.versionId);
  const { policyId = null, authorName: versionAuthor = null, publishedAt = null } = version ?? {};
  return {
    source: sourceOf(state, row.id),
    acted: row.track === 'library' ? actedBy('rollBack', row) : null,
    ...{ policyId, versionAuthor, publishedAt, assignmentId: row.id },
    ...{ assignedBy: row.authorName, assignedAt: row.recordedAt, from: row.validFrom, to: row.validTo },
    ...{ reason: row.reason, correction: row.correction, cancelled: row.recordedTo !== null },
  };
}
