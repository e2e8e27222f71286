import type { ApiError } from '../../providers/apiError';
import { useApiQuery } from '../../providers/hooks';
import type { KindKey, Problem } from '../../shared/rules';
import { useDebounced } from '../../shared/useDebounced';
import { directiveProblemsDocument, lintDocument, type Finding } from './documents';
import type { Draft } from './useDraft';

export interface Lint {
  /** What the rules refuse as it is typed; else what the last save was refused for. */
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  /** An answer is there, though maybe of what stood there a moment ago. */
  readonly looked: boolean;
  readonly error: ApiError | null;
}

/** How long somebody has to stop typing before the draft is looked at. */
const PAUSE = 400;

/** P13: a draft looked at while one types, at the unit that is previewed; what is no number yet cannot be looked at. */
export function useLint(draft: Draft, kind: KindKey, unit: { readonly id: string }): Lint {
  const asked = { kind, nodeId: unit.id, directives: useDebounced(draft.directives, PAUSE) };
  const enabled = draft.unfinished.length === 0;
  const checked = useApiQuery(directiveProblemsDocument, asked, { enabled });
  const linted = useApiQuery(lintDocument, asked, { enabled });
  const problems = enabled ? (checked.data?.directiveProblems ?? []) : [];
  return {
    problems: problems.length > 0 ? problems : draft.problems,
    findings: enabled ? (linted.data?.lintDirectives ?? []) : [],
    looked: checked.data !== undefined,
    error: checked.error,
  };
}
