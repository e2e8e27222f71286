import type { NodeId } from '@headwater/org-tree';
import type { PolicyProblem } from '../check/problem.js';
import { kindOf } from '../kinds/registry.js';
import { stateOf } from '../resolve/fold.js';
import type { PolicyDocument } from '../resolve/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { KindKey } from '../values/types.js';
import { anchorsWithin } from './anchors-within.js';
import type { Span } from './anchors-within.js';
import { instantsWithin } from './proposal.js';
import { sameRules } from './same-rules.js';

/** Rules over one document: each document that the change produces must keep them (P1). Inherited ones it leaves alone are not its business. */
export function producedProblems(before: PolicySnapshot, after: PolicySnapshot, span: Span): PolicyProblem[] {
  const { kind } = span;
  return anchorsWithin(before, after, span).flatMap(([nodeId, branches]) =>
    instantsWithin(after.turnsOf(kind, nodeId), span).flatMap((at) => {
      const document = documentAt(after, kind, nodeId, at);
      if (!document || sameRules(documentAt(before, kind, nodeId, at), document)) return [];
      return documentProblems(document).map((problem) => ({ ...problem, nodeId, branches, at }));
    }),
  );
}

/** The unit's rules, or nothing where it is archived by then. */
export const documentAt = <K extends KindKey>(
  snapshot: PolicySnapshot,
  kind: K,
  nodeId: NodeId,
  at: Instant,
): PolicyDocument<K> | null =>
  at < snapshot.tree.archivedFromAt(snapshot.tree.positionOf(nodeId)) ? snapshot.resolve(kind, nodeId, at) : null;

const documentProblems = (document: PolicyDocument): PolicyProblem[] => [...compulsory(document), ...inspection(document)];

const compulsory = (document: PolicyDocument): PolicyProblem[] =>
  kindOf(document.kind)
    .fields.filter((field) => field.compulsory && stateOf(document, field.key)?.source === null)
    .map(({ key }) => ({ code: 'COMPULSORY_FROM_DEFAULT', kind: document.kind, field: key, path: '', allowed: null }));

/** Received goods are inspected before their refund is due. */
function inspection(document: PolicyDocument): PolicyProblem[] {
  const inspect = stateOf(document, 'inspectDays');
  const due = stateOf(document, 'refundDueDays');
  if (typeof inspect?.value !== 'number' || typeof due?.value !== 'number' || inspect.value <= due.value) return [];
  const blame = { setBy: due.source?.nodeId ?? null, value: inspect.value };
  return [
    {
      code: 'INSPECTION_AFTER_REFUND_DUE',
      kind: document.kind,
      field: 'inspectDays',
      path: '',
      allowed: { max: due.value },
      ...blame,
    },
  ];
}
