import { PolicyError } from '../errors.js';
import { fieldOf } from '../kinds/registry.js';
import type { FieldValue } from '../values/types.js';
import { wantedBy } from './apply.js';
import { fit } from './fit.js';
import { hardGuard, narrow } from './guard.js';
import type { Candidate, Explanation } from './types.js';

/**
 * Law 17: walks through an explanation by its marks alone, from the default, and arrives at its value. It knows no locks and no
 * order of rank: each candidate already says what became of it.
 */
export function replay({ kind, field: key, candidates }: Pick<Explanation, 'kind' | 'field' | 'candidates'>): FieldValue {
  const field = fieldOf(kind, key);
  if (!field) throw new PolicyError('UNKNOWN_FIELD', `${kind}.${key}`);
  let value = field.default;
  let guard = hardGuard(field);
  for (const { directive, nodeId, ...marks } of candidates.filter(hadEffect)) {
    if (marks.guard === 'in-force' && directive.guard) guard = narrow(guard, directive.guard, nodeId) ?? guard;
    const wanted = wantedBy(field, directive);
    value = fit(wanted === undefined ? value : wanted, guard).value;
  }
  return value;
}

const hadEffect = ({ value }: Candidate): boolean => value !== 'locked-by' && value !== 'not-yet';
