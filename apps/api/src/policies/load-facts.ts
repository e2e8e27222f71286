import { Between, In, type EntityManager } from 'typeorm';
import type { FactBook, FactChanges } from './fact-book.js';
import { Policy, PolicyAssignment, PolicyExemption, PolicySuspension, PolicyVersion } from './policy.entity.js';

/**
 * What was recorded or withdrawn in the epochs after one and up to another. Epoch order is commit order, so a stretch that has been
 * read once is complete.
 */
export async function loadFacts(manager: EntityManager, book: FactBook, after: number, upTo: number): Promise<FactChanges> {
  const stretch = Between(after + 1, upTo);
  const versions = await manager.findBy(PolicyVersion, { epoch: stretch });
  const assignments = await manager.findBy(PolicyAssignment, [{ recordedFrom: stretch }, { recordedTo: stretch }]);
  const suspensions = await manager.findBy(PolicySuspension, [{ recordedFrom: stretch }, { recordedTo: stretch }]);
  const exemptions = await manager.findBy(PolicyExemption, [{ recordedFrom: stretch }, { recordedTo: stretch }]);
  const policies = await loadPolicies(manager, book, versions);
  return { policies, versions, assignments, suspensions, exemptions };
}

/** A policy keeps its name and owner, so each is read once. */
async function loadPolicies(manager: EntityManager, book: FactBook, versions: readonly PolicyVersion[]): Promise<Policy[]> {
  const named = versions.flatMap(({ policyId }) => (policyId === null || book.policies.has(policyId) ? [] : [policyId]));
  return named.length === 0 ? [] : manager.findBy(Policy, { id: In([...new Set(named)]) });
}
