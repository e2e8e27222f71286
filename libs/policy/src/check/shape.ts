import type { Allowed, ValueProblemCode } from './problem.js';

/** Something wrong at a path within a value. */
export interface Flaw {
  readonly code: ValueProblemCode;
  readonly path: string;
  readonly allowed: Allowed | null;
}

/** Looks at a value and tells every flaw. */
export type Shape = (value: unknown, path: string) => Flaw[];

const fine: Flaw[] = [];
const flaw = (code: ValueProblemCode, path: string, allowed: Allowed | null): Flaw[] => [{ code, path, allowed }];
const wrong = (path: string, type: string): Flaw[] => flaw('WRONG_TYPE', path, { type });

export const join = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

export const flag: Shape = (value, path) => (typeof value === 'boolean' ? fine : wrong(path, 'boolean'));

/** A whole number, both ends included. */
export function integer(min: number | null, max: number | null): Shape {
  return (value, path) => {
    if (!Number.isSafeInteger(value)) return wrong(path, 'integer');
    const outside = (min !== null && Number(value) < min) || (max !== null && Number(value) > max);
    return outside ? flaw('OUT_OF_BOUNDS', path, { min, max }) : fine;
  };
}

/** A day that the calendar has, written 2026-03-12. */
export const day: Shape = (value, path) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return wrong(path, 'date');
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? fine : wrong(path, 'date');
};

export const oneOf =
  (values: readonly string[]): Shape =>
  (value, path) =>
    typeof value === 'string' && values.includes(value) ? fine : flaw('WRONG_TYPE', path, { oneOf: values });

/** Up to `maxLength` characters; blank only where that is allowed. */
export function text(maxLength: number, { blank = false } = {}): Shape {
  return (value, path) => {
    if (typeof value !== 'string') return wrong(path, 'string');
    const length = value.trim().length;
    return length > maxLength || (length === 0 && !blank) ? flaw('OUT_OF_BOUNDS', path, { min: blank ? 0 : 1, maxLength }) : fine;
  };
}

export const nullable =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null ? fine : shape(value, path);

/** A key that may be left out. */
export const optional =
  (shape: Shape): Shape =>
  (value, path) =>
    value === undefined ? fine : shape(value, path);

export function list(shape: Shape, maxLength: number, { empty = true } = {}): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return wrong(path, 'list');
    if (value.length > maxLength || (value.length === 0 && !empty))
      return flaw('OUT_OF_BOUNDS', path, { min: empty ? 0 : 1, maxLength });
    return value.flatMap((entry: unknown, index) => shape(entry, join(path, index)));
  };
}

/** An object with exactly these keys, but for those that may be left out. */
export function record(shapes: Readonly<Record<string, Shape>>): Shape {
  const entries = Object.entries(shapes);
  return (value, path) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return wrong(path, 'object');
    const held = value as Readonly<Record<string, unknown>>;
    const flaws: Flaw[] = [];
    for (const key of Object.keys(held))
      if (!Object.hasOwn(shapes, key)) flaws.push(...flaw('WRONG_TYPE', join(path, key), { oneOf: Object.keys(shapes) }));
    for (const [key, shape] of entries) flaws.push(...shape(held[key], join(path, key)));
    return flaws;
  };
}

/** The shape, and where it fits also a rule over the whole; the rule sees only values of the right shape. */
export const and =
  (shape: Shape, rule: (value: never, path: string) => Flaw[]): Shape =>
  (value, path) => {
    const flaws = shape(value, path);
    return flaws.length > 0 ? flaws : rule(value as never, path);
  };
