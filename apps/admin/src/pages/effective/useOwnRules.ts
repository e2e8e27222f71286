import { useState } from 'react';
import { isApiError } from '../../providers/apiError';
import { useApiMutation } from '../../providers/hooks';
import {
  changesBetween,
  problemsIn,
  unfinished,
  useDirectives,
  type Directives,
  type EffectiveRules,
  type FieldState,
  type Problem,
  type RowModel,
  type RuleField,
} from '../../shared/rules';
import { setOwnDocument } from './documents';

/** A lock that keeps the unit's own track from a field: one from above, or one of the shared version that it was given itself. */
export const lockAbove = ({ node }: Pick<EffectiveRules, 'node'>, { lock }: FieldState): FieldState['lock'] =>
  lock && (lock.node.id !== node.id || lock.source.track === 'library') ? lock : null;

/** The unit's own rules while they are edited: nothing is written for what was not touched (law 10). */
export function useOwnRules(rules: EffectiveRules) {
  const saved = rules.own as Directives;
  const { directives, put, eventsOf } = useDirectives(saved);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const mutation = useApiMutation(setOwnDocument);
  const changes = changesBetween(saved, directives);
  const mayEdit = rules.allowedActions.includes('rules.setOwn');

  /** @param found while it is typed; what a save was refused for stays until it is mended */
  const modelOf = (field: RuleField, state: FieldState, found: readonly Problem[]): RowModel => ({
    field,
    directive: directives[field.key],
    inherited: { value: state.inherited, source: state.inheritedSource },
    lock: lockAbove(rules, state),
    guard: state.guard,
    guardBy: state.guardBy,
    editable: mayEdit && state.editable,
    mayLock: rules.allowedActions.includes('rules.assign'),
    changed: field.key in changes,
    problems: (found.length > 0 ? found : problems).filter((problem) => problem.field === field.key),
  });

  const save = async (reason: string): Promise<void> => {
    const { node, kind, ownVersion } = rules;
    try {
      await mutation.mutateAsync({ nodeId: node.id, kind, changes, ownVersion, reason: reason === '' ? null : reason });
    } catch (error) {
      if (isApiError(error)) setProblems(problemsIn(error.details));
      throw error;
    }
  };

  const undo = () => {
    put(saved);
    setProblems([]);
  };
  const complete = unfinished(directives).length === 0;
  return { modelOf, eventsOf, save, undo, complete, directives, changes, count: Object.keys(changes).length };
}

export type OwnRules = ReturnType<typeof useOwnRules>;
