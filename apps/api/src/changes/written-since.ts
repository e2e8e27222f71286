import { In, MoreThan, type EntityManager } from 'typeorm';
import { isWithin } from '../auth/authorize.js';
import { nodeIn } from '../policies/naming.js';
import { PolicyAssignment } from '../policies/policy.entity.js';
import type { PolicyState } from '../policies/policy-state.js';
import { kindsOf } from './changed.js';
import type { ChangeSet } from './change-set.entity.js';
import type { RuleWriteView } from './change-set.types.js';

/** As far as it looks back, and how much of that it tells. */
const LOOKED = 200;
const TOLD = 10;

/** What was recorded after a change set's base and after an instant, at, above or below the units that it changes. */
export async function writtenSince(
  read: EntityManager,
  state: PolicyState,
  { operations, baseEpoch, id }: ChangeSet,
  after: number,
): Promise<RuleWriteView[]> {
  const rows = await read.find(PolicyAssignment, {
    where: {
      recordedFrom: MoreThan(baseEpoch),
      recordedAt: MoreThan(after),
      kind: In([...new Set(operations.flatMap(kindsOf))]),
    },
    order: { recordedFrom: 'DESC', seq: 'DESC' },
    take: LOOKED,
  });
  const isNear = ({ nodeId }: PolicyAssignment) =>
    operations.some((each) => isWithin(state.tree, nodeId, each.nodeId) || isWithin(state.tree, each.nodeId, nodeId));
  return rows
    .filter((row) => row.changeSetId !== id && isNear(row))
    .slice(0, TOLD)
    .map((row) => writeView(state, row));
}

function writeView(
  state: PolicyState,
  { id, kind, nodeId, track, versionId, authorName, recordedAt }: PolicyAssignment,
): RuleWriteView {
  const version = versionId === null ? undefined : state.book.versions.get(versionId);
  const policy = version?.policyId == null ? undefined : state.book.policies.get(version.policyId);
  return {
    ...{ id, kind, node: nodeIn(state, nodeId), own: track === 'own', authorName, at: recordedAt },
    ...{ policyName: policy?.name ?? null, versionNumber: policy ? (version?.number ?? null) : null },
  };
}
