import type { Field } from '../kinds/field.js';
import type { KindKey } from '../values/types.js';
import type { PolicyProblem } from './problem.js';
import { shapeOf } from './shapes.js';

/** What is wrong with a value for a field by itself: type, hard bounds, rows, sums. Empty means it is fine. */
export const checkValue = (kind: KindKey, field: Field, value: unknown): PolicyProblem[] =>
  shapeOf(field)(value, '').map((flaw) => ({ kind, field: field.key, ...flaw }));
