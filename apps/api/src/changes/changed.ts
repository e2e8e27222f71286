import type { NodeId } from '@headwater/org-tree';
import { effectOf, kindKeys, type KindKey, type Operation, type Step } from '@headwater/policy';

/** The kinds whose rules an operation may change. */
export const kindsOf = (operation: Operation): readonly KindKey[] => (operation.verb === 'move' ? kindKeys : [operation.kind]);

/** The branches whose rules of a kind a step changes. */
const changedIn = ({ before, after, operation: { nodeId }, from, recording }: Step, kind: KindKey): NodeId[] =>
  recording === null
    ? []
    : effectOf(before, after, kind, nodeId, from).groups.flatMap(({ reason, nodeIds }) => (reason === null ? nodeIds : []));

/** How many branches a threshold counts: those whose rules a step changes, suspended or not. */
export function weightIn({ before, after, operation: { nodeId }, from, recording }: Step, kind: KindKey): number {
  if (recording === null) return 0;
  const { changed, latent } = effectOf(before, after, kind, nodeId, from);
  return changed + latent;
}

/** The branches of which a step changes any rule, each once. */
export const changedBy = (step: Step): NodeId[] => [...new Set(kindsOf(step.operation).flatMap((kind) => changedIn(step, kind)))];
