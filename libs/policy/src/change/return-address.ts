import { isBranch } from '@headwater/org-tree';
import type { NodeId } from '@headwater/org-tree';
import type { PolicyProblem } from '../check/problem.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import { sortedInstants } from '../timeline.js';
import type { Instant } from '../time.js';
import { kindKeys } from '../kinds/registry.js';
import { anchorPair } from './anchors-within.js';
import type { Span } from './anchors-within.js';
import { documentAt } from './produced.js';
import { instantsWithin } from './proposal.js';
import { sameRules } from './same-rules.js';

/** A branch whose free returns are on needs an address to send goods to, whichever of the two kinds the change is about. */
export function returnAddressProblems(before: PolicySnapshot, after: PolicySnapshot, span: Span): PolicyProblem[] {
  if (span.kind === 'serviceScripts') return [];
  return [...branchesByRules(before, after, span)].flatMap(([, [nodeId, branches]]) => {
    const at = turnsOfBoth(after, nodeId, span).find((instant) => isMissing(before, after, span, nodeId, instant));
    if (at === undefined) return [];
    return [
      {
        code: 'RETURN_ADDRESS_MISSING' as const,
        kind: 'afterSalesRules' as const,
        field: 'returnAddress',
        path: '',
        allowed: null,
        nodeId,
        branches,
        at,
      },
    ];
  });
}

/** For each distinct pair of anchors of both kinds, one branch and how many share the pair. */
function branchesByRules(
  before: PolicySnapshot,
  snapshot: PolicySnapshot,
  { nodeId, from }: Span,
): Map<string, [NodeId, number]> {
  const { tree } = snapshot;
  const top = tree.positionOf(nodeId);
  const found = new Map<string, [NodeId, number]>();
  for (let position = top; position < tree.endAt(top); position += 1) {
    if (!isBranch(tree.nodeAt(position).type) || from >= tree.archivedFromAt(position)) continue;
    const pair = kindKeys.map((kind) => anchorPair(before, snapshot, kind, position)).join(' ');
    const [first, count] = found.get(pair) ?? [tree.idAt(position), 0];
    found.set(pair, [first, count + 1]);
  }
  return found;
}

const turnsOfBoth = (snapshot: PolicySnapshot, nodeId: NodeId, span: Span): Instant[] =>
  instantsWithin(
    sortedInstants([...snapshot.turnsOf('returnShippingSubsidy', nodeId), ...snapshot.turnsOf('afterSalesRules', nodeId)]),
    span,
  );

function isMissing(before: PolicySnapshot, after: PolicySnapshot, { kind }: Span, nodeId: NodeId, at: Instant): boolean {
  const subsidy = documentAt(after, 'returnShippingSubsidy', nodeId, at);
  const rules = documentAt(after, 'afterSalesRules', nodeId, at);
  if (!subsidy?.values.enabled || rules?.values.returnAddress !== null) return false;
  return !sameRules(documentAt(before, kind, nodeId, at), kind === 'afterSalesRules' ? rules : subsidy);
}
