import fc from 'fast-check';

/** Few runs while developing; `HEADWATER_RUNS` asks for more, `HEADWATER_SEED` repeats one (`npm run soak`). */
const runs = Number(process.env.HEADWATER_RUNS ?? 50);
const seed = process.env.HEADWATER_SEED;

/** One law as a test: its number and sentence, what it is about, and what must hold. */
export function law<T>(sentence: string, arbitrary: fc.Arbitrary<T>, holds: (drawn: T) => void): void {
  it(sentence, () => fc.assert(fc.property(arbitrary, holds), { numRuns: runs, ...(seed ? { seed: Number(seed) } : {}) }));
}
