import { nodeId } from '@headwater/org-tree';
import { changedByExempting } from '../policies/granting.js';
import type { PolicyState } from '../policies/policy-state.js';
import { kindOf } from './job-actions.js';
import type { SelectionRequest } from './selection.service.js';

/**
 * P10: how many branches an action on many changes, all of them together: one by one they would stay below any threshold. An exemption
 * changes only those whose own values the lock held back.
 */
export function changedBy(state: PolicyState, request: SelectionRequest, branches: readonly string[], from: number): number {
  const { action, detail, until, within } = request;
  if (action !== 'exempt') return branches.length;
  const { fields = [], ancestorId = '' } = detail ?? {};
  const exemption = { kind: kindOf(state, detail), fields, ancestorId: nodeId(ancestorId), from, to: until ?? from };
  return changedByExempting(state, branches.map(nodeId), { ...exemption, within: nodeId(within) });
}
