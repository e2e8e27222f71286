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

/** Whether two values have one canonical JSON, without writing it. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return isObject(a) || isObject(b) ? false : canonicalJson(a) === canonicalJson(b);
  if (Array.isArray(a) || Array.isArray(b)) return sameList(a, b);
  return saysAll(a, b) && hasAll(a, b);
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';

const sameList = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((entry, index) => sameValue(entry, b[index]));

/** Whether the first says all that the other says; what is undefined is not said. */
function saysAll(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  for (const key in b) if (b[key] !== undefined && (a[key] === undefined || !sameValue(a[key], b[key]))) return false;
  return true;
}

/** Whether the other has all the keys that the first has. */
function hasAll(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  for (const key in a) if (a[key] !== undefined && b[key] === undefined) return false;
  return true;
}

/** SHA-256 of the canonical JSON, in lower-case hex. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** P2: identity of a version's content. Normalise first: two spellings of one set would differ. */
export const contentHash = (directives: Directives): string => hashOf(directives);

/** Identity of what a unit's rules say, whoever set them. */
export const documentHash = ({ kind, values, suspension }: PolicyDocument): string =>
  hashOf({ kind, values, suspended: suspension !== null });
