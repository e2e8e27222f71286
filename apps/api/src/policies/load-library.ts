import type { EntityManager } from 'typeorm';
import { NotFound } from '../common/errors.js';
import { Policy, PolicyVersion } from './policy.entity.js';

export interface LoadedVersion {
  readonly policy: Policy;
  readonly version: PolicyVersion;
}

/** @throws NotFound */
export async function loadPolicy(tx: EntityManager, id: string): Promise<Policy> {
  const policy = await tx.findOneBy(Policy, { id });
  if (!policy) throw new NotFound('policy', id);
  return policy;
}

/** A version of the library with its policy; a unit's own versions are no part of it. @throws NotFound */
export async function loadVersion(tx: EntityManager, id: string): Promise<LoadedVersion> {
  const version = await tx.findOneBy(PolicyVersion, { id });
  if (version?.policyId == null) throw new NotFound('version', id);
  return { version, policy: await loadPolicy(tx, version.policyId) };
}
