import { useApiQuery } from '../../providers/hooks';
import { changesBetween, problemsIn, type Directives, type EffectiveRules, type Problem } from '../../shared/rules';
import { useDebounced } from '../../shared/useDebounced';
import { previewOwnDocument } from './documents';
import type { OwnRules } from './useOwnRules';

/** What was found in a unit's own changes while they are typed. */
export interface OwnLook {
  /** Why they would be refused. */
  readonly problems: readonly Problem[];
  /** What they bring about that should be known: what is hardly meant (P13), values below that they bend. */
  readonly warnings: readonly Problem[];
}

/** How long somebody has to stop typing before the changes are looked at. */
const PAUSE = 400;

const nothing: OwnLook = { problems: [], warnings: [] };

/** A unit's own rules looked at while one types, as a version is in its editor; what is no number yet cannot be looked at. */
export function useOwnLook({ node, kind, own: saved }: EffectiveRules, { directives, complete, count }: OwnRules): OwnLook {
  const changes = changesBetween(saved as Directives, useDebounced(directives, PAUSE));
  const enabled = complete && count > 0;
  const asked = { nodeId: node.id, kind, changes };
  const { data, error } = useApiQuery(previewOwnDocument, asked, { enabled: enabled && Object.keys(changes).length > 0 });
  if (!enabled) return nothing;
  if (error) return { problems: problemsIn(error.details), warnings: [] };
  return data?.previewOwnRules ?? nothing;
}
