import { nodeId } from '@headwater/org-tree';
import type { Exemption, KindKey, PolicySnapshot } from '@headwater/policy';
import { nodeIn } from './naming.js';
import type { PolicyState } from './policy-state.js';
import type { RuleExemptionView } from './rules.types.js';

/** Exemptions on the way to the unit, but for those over a unit that is no ancestor (P12). */
export function exemptionsOn(
  snapshot: PolicySnapshot,
  { kind, unit, at, knownAt }: { kind: KindKey; unit: string; at: number; knownAt: number },
): Exemption[] {
  const path = snapshot.tree.pathOf(nodeId(unit));
  return snapshot.exemptionsOn(kind, nodeId(unit), at, knownAt).filter(({ ancestorId }) => path.includes(ancestorId));
}

export function exemptionView(state: PolicyState, { id, nodeId, ancestorId, from, to }: Exemption): RuleExemptionView {
  const row = state.book.exemptions.get(id);
  const { reason = '', authorName = '', changeSetId = null } = row ?? {};
  return { id, node: nodeIn(state, nodeId), ancestor: nodeIn(state, ancestorId), from, to, reason, authorName, changeSetId };
}
