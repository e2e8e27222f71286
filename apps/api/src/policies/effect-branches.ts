import type { EffectGroup, NoEffect } from '@headwater/policy';
import type { NodeId } from '@headwater/org-tree';
import type { NoEffectReasonView } from './coverage.types.js';

/** Branches that share an outcome; `excluded` by whoever makes the change. */
export type Group = Omit<EffectGroup, 'reason'> & { readonly reason: NoEffect | 'excluded' | null };

/** A reason as it is shown, with its branches. */
export interface ReasonLine {
  readonly view: NoEffectReasonView;
  readonly nodeIds: readonly NodeId[];
}

/** Names the branches that change; all other keys are those of reasons. */
export const CHANGED = 'changed';

/** The branches behind a figure of an effect, by the keys of its parts; of those that change, where a field does. */
export type BranchesOf = (keys: readonly string[], field: string | null) => readonly NodeId[];

/** What a figure counts is what its list holds: both come from the same groups. */
export function branchesOf(groups: readonly Group[], lines: readonly ReasonLine[]): BranchesOf {
  return (keys, field) => {
    const changed = groups.filter(
      ({ reason, fields }) => reason === null && (field === null || fields.some((key) => key === field)),
    );
    const named = lines.filter(({ view }) => view.key != null && keys.includes(view.key));
    return [...(keys.includes(CHANGED) ? changed : []), ...named].flatMap(({ nodeIds }) => nodeIds);
  };
}
