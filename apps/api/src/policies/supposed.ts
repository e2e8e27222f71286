import { nodeId } from '@headwater/org-tree';
import {
  checkDirectives,
  supposing,
  versionId,
  type Directives,
  type KindKey,
  type PolicySnapshot,
  type Proposal,
} from '@headwater/policy';
import type { PolicyState } from './policy-state.js';
import { refuseAny } from './problems.js';

/** A version that is still being written, as if it were assigned to a unit. */
export interface Supposition {
  readonly kind: KindKey;
  readonly unit: string;
  readonly directives: unknown;
  readonly at: number;
}

/** @throws RulesRefused where the directives are wrong by themselves */
export function supposed(state: PolicyState, snapshot: PolicySnapshot, draft: Supposition): PolicySnapshot {
  const problems = checkDirectives(draft.kind, draft.directives).map((problem) => ({ ...problem, nodeId: nodeId(draft.unit) }));
  refuseAny(state, problems, draft.at);
  return supposing(snapshot, draftAt(draft));
}

/** What would be recorded, were it assigned. */
export const draftAt = ({ kind, unit, at, directives }: Supposition): Proposal => ({
  ...{ kind, nodeId: nodeId(unit), track: 'library', from: at, to: null },
  version: { id: versionId(''), kind, policyId: null, number: 0, directives: directives as Directives },
});
