import { valueChanges, type Step } from '@headwater/policy';
import { kindsOf } from './changed.js';
import type { OperationValuesView } from './change-set.types.js';

/** More than anybody reads. */
const MOST = 20;

/** P10: what a step changes by field and value: the changes of the most branches, and how many more there are. */
export function valuesOf(step: Step): OperationValuesView {
  if (step.recording === null) return { values: [], others: 0 };
  const { before, after, from: at, operation } = step;
  const all = kindsOf(operation).flatMap((kind) =>
    valueChanges({ before, after, kind, within: operation.nodeId, at }).map((change) => ({ kind, ...change })),
  );
  const values = all.sort((a, b) => b.branches - a.branches).slice(0, MOST);
  return { values, others: all.length - values.length };
}
