/** A measurement as the runner reads it: one line of JSON. */
export function report(what: string, value: number, unit: string, size?: number): void {
  console.log(JSON.stringify({ what, value, unit, ...(size !== undefined && { size }) }));
}

/** Which random facts are drawn: HEADWATER_SEED, or the same at each run. */
export const seedOf = (): number => Number(process.env['HEADWATER_SEED'] ?? 42);

/** Milliseconds of each of `rounds` calls, after two to warm up. */
export function times(call: (round: number) => unknown, rounds = 9): number[] {
  for (let round = 0; round < 2; round += 1) call(round);
  return Array.from({ length: rounds }, (_, round) => {
    const since = performance.now();
    call(round + 2);
    return performance.now() - since;
  });
}

/**
 * Calls a second over at least `milliseconds`, after a warm-up of a tenth of that; the clock is looked at once in `batch` calls. The
 * result is summed so that nothing is optimised away.
 */
export function rate(call: (index: number) => number, milliseconds = 500, batch = 1000): number {
  let sum = 0;
  const run = (duration: number) => {
    const until = performance.now() + duration;
    let calls = 0;
    while (performance.now() < until) {
      for (let index = 0; index < batch; index += 1) sum += call(calls + index);
      calls += batch;
    }
    return calls;
  };
  run(milliseconds / 10);
  const since = performance.now();
  const calls = run(milliseconds);
  if (Number.isNaN(sum)) throw new Error('a measured call gave no number');
  return (calls / (performance.now() - since)) * 1000;
}

/**
 * How many times as often `call` runs as `yardstick`: the median of short turns that alternate, so that what else the machine does
 * meanwhile meets both.
 */
export function ratioOf(call: (index: number) => number, yardstick: (index: number) => number, turns = 15): number {
  return median(Array.from({ length: turns }, () => rate(call, 60) / rate(yardstick, 60)));
}

/** How many a second are done of a list, `width` of them under way at once. */
export async function rateOver<T>(items: readonly T[], width: number, act: (item: T) => Promise<void>): Promise<number> {
  const waiting = [...items];
  const since = performance.now();
  const work = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await act(item);
  };
  await Promise.all(Array.from({ length: width }, work));
  return (items.length / (performance.now() - since)) * 1000;
}

/** Requests a second of `call` with `width` of them under way at once. */
export async function throughput(call: () => Promise<void>, { width = 8, milliseconds = 3000 } = {}): Promise<number> {
  const worker = async (until: number) => {
    let calls = 0;
    for (; performance.now() < until; calls += 1) await call();
    return calls;
  };
  const workers = (duration: number) => {
    const until = performance.now() + duration;
    return Promise.all(Array.from({ length: width }, () => worker(until)));
  };
  await workers(milliseconds / 4);
  const since = performance.now();
  const calls = await workers(milliseconds);
  return (calls.reduce((sum, it) => sum + it, 0) / (performance.now() - since)) * 1000;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
