/** A measurement as the runner reads it: one line of JSON. */
export function report(what: string, value: number, unit: string, size?: number): void {
  console.log(JSON.stringify({ what, value, unit, ...(size !== undefined && { size }) }));
}

/** Calls a second over at least `milliseconds`, after a warm-up of a tenth of that. The result is summed so that nothing is optimised away. */
export function rate(call: (index: number) => number, milliseconds = 500): number {
  let sum = 0;
  const run = (duration: number) => {
    const until = performance.now() + duration;
    let calls = 0;
    while (performance.now() < until) {
      for (let index = 0; index < 1000; index += 1) sum += call(calls + index);
      calls += 1000;
    }
    return calls;
  };
  run(milliseconds / 10);
  const since = performance.now();
  const calls = run(milliseconds);
  if (Number.isNaN(sum)) throw new Error('a measured call gave no number');
  return (calls / (performance.now() - since)) * 1000;
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
