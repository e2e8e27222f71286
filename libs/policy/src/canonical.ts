import { createHash } from 'node:crypto';
import type { Directives } from './facts/types.js';
import type { PolicyDocument } from './resolve/types.js';

/** JSON with sorted keys and no blanks; properties that are undefined are left out. Equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`)
    .join(',')}}`;
}

export const sameValue = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

/** SHA-256 of the canonical JSON, in lower-case hex. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** P2: identity of a version's content. Normalise first: two spellings of one set would differ. */
export const contentHash = (directives: Directives): string => hashOf(directives);

/** Identity of what a unit's rules say, whoever set them. */
export const documentHash = ({ kind, values, suspension }: PolicyDocument): string =>
  hashOf({ kind, values, suspended: suspension !== null });
