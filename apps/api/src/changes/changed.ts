import type { NodeId } from '@headwater/org-tree';
import { effectOf, kindKeys, type KindKey, type Operation, type Step } from '@headwater/policy';

/** The kinds whose rules an operation may change. */
export const kindsOf = (operation: Operation): readonly KindKey[] => (operation.verb === 'move' ? kindKeys : [operation.kind]);

type Group = ReturnType<typeof effectOf>['groups'][number];

const isChanged = ({ reason }: Group): boolean => reason === null;

/** What changes there shows only when the suspension ends. */
const isLatent = ({ reason, fields }: Group): boolean => reason === 'suspended' && fields.length > 0;

/** The branches of the outcomes of a step that count, of one kind. */
function branchesOf(step: Step, kind: KindKey, counts: (group: Group) => boolean): NodeId[] {
  const { before, after, operation, from, recording } = step;
  if (recording === null) return [];
  return effectOf(before, after, kind, operation.nodeId, from).groups.flatMap((group) => (counts(group) ? group.nodeIds : []));
}

/** How many branches a threshold counts: those whose rules any of the steps changes, suspended or not, each once. */
export const weightIn = (steps: readonly Step[], kind: KindKey): number =>
  new Set(steps.flatMap((step) => branchesOf(step, kind, (group) => isChanged(group) || isLatent(group)))).size;

/** The branches of which a step changes any rule, each once. */
export const changedBy = (step: Step): NodeId[] => [
  ...new Set(kindsOf(step.operation).flatMap((kind) => branchesOf(step, kind, isChanged))),
];
