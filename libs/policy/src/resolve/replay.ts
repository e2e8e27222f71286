import { PolicyError } from '../errors.js';
import { fieldOf } from '../kinds/registry.js';
import type { FieldValue } from '../values/types.js';
import { wantedBy } from './apply.js';
import { fit } from './fit.js';
import { narrowedBy } from './guard.js';
import type { Candidate, Explanation, GuardInForce } from './types.js';

type Replayed = Pick<Explanation, 'kind' | 'field' | 'candidates' | 'liftings'>;

/**
 * Law 17: walks through an explanation by its marks alone, from the default, and arrives at its value. It knows no locks and no
 * order of rank: each candidate already says what became of it.
 */
export function replay({ kind, field: key, candidates, liftings }: Replayed): FieldValue {
  const field = fieldOf(kind, key);
  if (!field) throw new PolicyError('UNKNOWN_FIELD', `${kind}.${key}`);
  let value = field.default;
  let guards: readonly GuardInForce[] = [];
  candidates.forEach(({ directive, nodeId, ...marks }, at) => {
    const lifted = liftings.filter(({ after }) => after === at).map(({ ancestorId }) => ancestorId);
    guards = guards.filter((each) => !lifted.includes(each.nodeId));
    if (!hadEffect(marks)) return;
    if (directive.guard && wasInForce(marks)) guards = [...guards, { nodeId, guard: directive.guard }];
    const wanted = wantedBy(field, directive);
    value = fit(wanted === undefined ? value : wanted, narrowedBy(field, guards)).value;
  });
  return value;
}

const hadEffect = ({ value }: Pick<Candidate, 'value'>): boolean =>
  value !== 'locked-by' && value !== 'replaced-by-pilot' && value !== 'not-yet';

const wasInForce = ({ guard }: Pick<Candidate, 'guard'>): boolean => guard === 'in-force' || guard === 'lifted';
