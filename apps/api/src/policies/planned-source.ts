import type { Source } from '@headwater/policy';
import { nodeIn, productSource, sourceOf, versionNames } from './naming.js';
import type { PlannedTurn } from './planned-turns.js';
import type { PolicyState } from './policy-state.js';
import type { RuleSourceView } from './rules.types.js';

/** Who sets something then: of an assignment that the plan is yet to record, whoever planned it. */
export function sourceThen(
  state: PolicyState,
  source: Pick<Source, 'assignmentId' | 'nodeId' | 'track' | 'versionId'> | null,
  plan: PlannedTurn | null,
): RuleSourceView {
  if (source === null || plan === null || state.book.assignments.has(source.assignmentId))
    return sourceOf(state, source?.assignmentId ?? null);
  return {
    ...{ ...productSource, isDefault: false, node: nodeIn(state, source.nodeId), track: source.track },
    ...versionNames(state, source.versionId),
    ...{ authorName: plan.authorName, since: plan.at, changeSetId: plan.changeSetId },
  };
}
