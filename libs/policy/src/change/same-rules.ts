import { sameValue } from '../canonical.js';
import { stateOf } from '../resolve/fold.js';
import type { FieldState, PolicyDocument } from '../resolve/types.js';

/** Whether two documents say the same, field by field, from the same sources and under the same locks. */
export const sameRules = (a: PolicyDocument | null, b: PolicyDocument): boolean =>
  a === b || (a !== null && Object.keys(b.fields).every((key) => sameState(stateOf(a, key), stateOf(b, key))));

const sameState = (a: FieldState | undefined, b: FieldState | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.lock === b.lock &&
    a.source?.assignmentId === b.source?.assignmentId &&
    sameValue(a.value, b.value));
