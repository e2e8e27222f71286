import { enginesHere, type Engine } from '../test-app.js';
import { operations } from './operations.js';
import { runMatrix } from './run.js';

const engines = enginesHere();
const total = Number(process.env['HEADWATER_MATRIX_CALLS'] ?? 1200);
const seed = Number(process.env['HEADWATER_SEED'] ?? Math.floor(Math.random() * 1_000_000_000));

/**
 * Whoever asks, however he asks: he is told of what stands under the units where a role lets him read, all of it and nothing else (X1).
 * A file of tests for each engine, so that they run side by side: nothing else here takes as long.
 */
export function holdMatrix(engine: Engine): void {
  const calls = Math.ceil(total / engines.length);
  const here = engines.includes(engine) ? describe : describe.skip;

  here(`who may see what, on ${engine}`, () => {
    it(
      `is what the oracle says, over ${String(calls)} calls (HEADWATER_SEED=${String(seed)})`,
      async () => {
        const { disagreements, asked, telling, calls: made } = await runMatrix(engine, seed, calls);
        expect(disagreements.slice(0, 3)).toEqual([]);
        expect(made).toBe(calls);
        // A matrix that only ever hears "no" would prove nothing.
        expect(telling / made).toBeGreaterThan(0.2);
        for (const { name } of operations) expect([name, asked.get(name)]).not.toEqual([name, 0]);
      },
      10 * 60_000,
    );
  });
}
