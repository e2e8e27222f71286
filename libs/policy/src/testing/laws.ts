import fc from 'fast-check';

/** Few runs while developing; `HEADWATER_RUNS` asks for more, `HEADWATER_SEED` repeats one (`npm run soak`). */
const runs = Number(process.env.HEADWATER_RUNS ?? 50);
const seed = process.env.HEADWATER_SEED;

/** One law as a test: its number and sentence, what it is about, and what must hold. */
export function law<T>(sentence: string, arbitrary: fc.Arbitrary<T>, holds: (drawn: T) => void): void {
  it(sentence, () => fc.assert(fc.property(arbitrary, holds), { numRuns: runs, ...(seed ? { seed: Number(seed) } : {}) }));
}

/** Jest's own comparison takes most of a long run; it is asked where there is a difference to tell. */
export function expectSame(found: unknown, wanted: unknown): void {
  if (!isAlike(found, wanted)) expect(found).toEqual(wanted);
}

/** Whether two JSON values are alike to the last key. Stricter than Jest: what is undefined counts too, and of all else only identity. */
function isAlike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isAlike(a[key], b[key]));
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);

/** As `expectSame`, of two amounts. */
export function expectAtLeast(found: number, least: number): void {
  if (!(found >= least)) expect(found).toBeGreaterThanOrEqual(least);
}
