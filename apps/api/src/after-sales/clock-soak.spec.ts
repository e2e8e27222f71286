import { enginesHere } from '../testing/test-app.js';
import { AfterSalesCase, CaseEvent } from './case.entity.js';
import { Desk, HOUR } from './testing/desk.js';
import { wrongInBooks } from './testing/soak/books.js';
import { judgeCase, type Told } from './testing/soak/judge.js';
import { Simulation } from './testing/soak/simulation.js';

const cases = Number(process.env['HEADWATER_SOAK_CASES'] ?? 60);
const seed = Number(process.env['HEADWATER_SEED'] ?? 42);
const isLong = process.env['HEADWATER_SOAK_CASES'] !== undefined;
/** Milliseconds; the long run takes as long as it takes. */
const MOST = isLong ? undefined : 300_000;

const say = (words: string): void => {
  if (isLong) process.stderr.write(`${words}\n`);
};

describe.each(enginesHere())('ten years of clocks with three workers that crash, on %s', (engine) => {
  let desk: Desk;
  let simulation: Simulation;
  beforeAll(async () => {
    desk = await Desk.open(engine, { types: { set: ['refundOnly', 'returnRefund', 'exchange', 'reship', 'repair'] } });
    simulation = new Simulation(desk, seed);
    const since = performance.now();
    const seconds = () => Math.round((performance.now() - since) / 1000);
    let shown = 0;
    await simulation.run(cases, (done) => {
      if (done < shown + cases / 20) return;
      shown = done;
      say(`${engine}: ${String(done)} of ${String(cases)} cases after ${String(seconds())} s`);
    });
    const events = await desk.it.database.read.count(CaseEvent);
    const { ticks, acts, refused } = simulation.tally;
    const happened = `${String(acts)} acts, ${String(refused)} refused, ${String(simulation.workers.deaths)} crashes, ${String(ticks)} looks`;
    say(
      `${engine}: seed ${String(seed)}, ${String(cases)} cases, ${String(events)} events in ${String(seconds())} s (${(events / seconds()).toFixed(0)} a second); ${happened}`,
    );
  }, MOST);
  afterAll(() => desk.it.close());

  it('fires no deadline early, late or twice, and leaves none hanging', async () => {
    expect(await desk.it.database.read.count(AfterSalesCase)).toBe(cases);
    const violations = await simulation.judge();
    expect(violations).toEqual({});
  });

  it('has met what it is about: crashes, acts that came too late, deadlines that ran out', async () => {
    expect(simulation.workers.deaths).toBeGreaterThan(0);
    expect(simulation.tally.acts).toBeGreaterThan(cases / 2);
    expect(await desk.it.database.read.countBy(CaseEvent, { verb: 'timeout' })).toBeGreaterThan(cases / 4);
  });

  it('leaves nothing done by halves', async () => {
    expect(await wrongInBooks(desk.it.database)).toEqual({});
  });

  describe('sees in a history that was tampered with', () => {
    const tampered = async (how: (fired: Told, events: Told[]) => Told[]) => {
      for await (const { ending, events } of simulation.histories()) {
        const fired = events.find(({ verb }) => verb === 'timeout');
        if (fired) return judgeCase(ending, how(fired, events), simulation.moments);
      }
      throw new Error('no deadline was fired');
    };

    it('a deadline fired early', async () => {
      const early = (fired: Told, events: Told[]) =>
        events.map((event) => (event === fired ? { ...event, at: (event.oldDeadline ?? 0) - 1 } : event));
      expect(await tampered(early)).toEqual(['early']);
    });

    it('a deadline fired late, though somebody had looked', async () => {
      const late = (fired: Told, events: Told[]) =>
        events.map((event) => (event === fired ? { ...event, at: event.at + 30 * 24 * HOUR } : event));
      expect(await tampered(late)).toEqual(['missed']);
    });

    it('a deadline fired twice', async () => {
      const twice = (fired: Told, events: Told[]) => events.flatMap((event) => (event === fired ? [event, event] : [event]));
      expect(await tampered(twice)).toContain('twice');
    });

    it('an event that is missing', async () => {
      expect(await tampered((fired, events) => events.filter((event) => event !== fired))).toContain('torn');
    });
  });
});
