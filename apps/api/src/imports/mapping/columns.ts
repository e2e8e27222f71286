import { columnsIn, type ValueSpec } from './value-spec.js';

const isSpec = (part: object): part is ValueSpec => 'column' in part || 'template' in part || 'constant' in part;

/** Every column that a part of a profile reads, wherever in it the value stands. */
export function columnsUsed(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  if (isSpec(part)) return columnsIn(part);
  return Object.values(part).flatMap(columnsUsed);
}
