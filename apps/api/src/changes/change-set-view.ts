import { allowedPermissions, targetAt } from '../auth/authorize.js';
import type { Actor } from '../auth/actor.js';
import { nodeIn } from '../policies/naming.js';
import type { PolicyState } from '../policies/policy-state.js';
import { answersFor } from './authority.js';
import type { ChangeSet } from './change-set.entity.js';
import type { ChangeSetStatus, ChangeSetView } from './change-set.types.js';
import { statusOf } from './status.js';

/** What may be done from where the set stands; whether one may is access's to say. */
const possible: Readonly<Record<ChangeSetStatus, readonly string[]>> = {
  draft: ['changeSet.draft', 'changeSet.submit', 'changeSet.apply', 'changeSet.recalculate', 'changeSet.cancel'],
  inReview: ['changeSet.draft', 'changeSet.approve', 'changeSet.sendBack', 'changeSet.cancel'],
  scheduled: ['changeSet.draft', 'changeSet.cancel'],
  live: [],
  stale: ['changeSet.draft', 'changeSet.recalculate', 'changeSet.cancel'],
  cancelled: [],
};

export function changeSetView(actor: Actor, state: PolicyState, set: ChangeSet, now: number): ChangeSetView {
  const { id, number, title, notes, effectiveAt, contentHash, authorName, submittedAt, approverName } = set;
  const { approvedAt, appliedAt, reason, createdAt, updatedAt, version } = set;
  const status = statusOf(set, now);
  return {
    ...{ id, number, title, notes, effectiveAt, contentHash, authorName, submittedAt, approverName },
    ...{ approvedAt, appliedAt, reason, createdAt, updatedAt, version, status },
    ...{ node: nodeIn(state, set.nodeId), submittedImpactHash: set.impactHash, operationCount: set.operations.length },
    isOwn: isOwn(actor, set),
    allowedActions: actionsOn(actor, state, set, status),
  };
}

const isOwn = (actor: Actor, { editors }: ChangeSet): boolean => actor.kind === 'staff' && editors.includes(actor.personId);

function actionsOn(actor: Actor, state: PolicyState, set: ChangeSet, status: ChangeSetStatus): string[] {
  const mayApprove = !isOwn(actor, set) && answersFor(actor, state, set.operations);
  return allowedPermissions(actor, 'changeSet', targetAt(state.tree, set.nodeId)).filter(
    (permission) => possible[status].includes(permission) && (permission !== 'changeSet.approve' || mayApprove),
  );
}
