import { Poller } from './poller.js';
import { endedRank, queueRank, rankFrom } from './queue-rank.js';

const soon = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a poller', () => {
  it('looks again and again, never twice at once, also after a failure', async () => {
    let [looks, inside, most] = [0, 0, 0];
    const poller = new Poller('test', 1, async () => {
      inside += 1;
      most = Math.max(most, inside);
      looks += 1;
      await soon(5);
      inside -= 1;
      if (looks === 2) throw new Error('once');
    });
    poller.start();
    await soon(200);
    await poller.stop();
    expect(most).toBe(1);
    expect(looks).toBeGreaterThan(3);
  });

  it('is over once it has been stopped, and what it was doing is done', async () => {
    let done = 0;
    const poller = new Poller('test', 1, async () => {
      await soon(20);
      done += 1;
    });
    poller.start();
    await soon(10);
    await poller.stop();
    const atStop = done;
    await soon(60);
    expect(done).toBe(atStop);
    expect(done).toBeGreaterThan(0);
  });
});

describe('the order of the queue', () => {
  const at = Date.UTC(2026, 2, 1, 10, 0);

  it('is that of deadlines, and within a minute quality comes first', () => {
    const ranks = [
      queueRank(at, 'manufacturingDefect'),
      queueRank(at + 59_000, 'manufacturingDefect'),
      queueRank(at, 'unfit'),
      queueRank(at + 60_000, 'wrongItem'),
    ];
    expect([...ranks].sort((a, b) => a - b)).toEqual(ranks);
  });

  it('knows what is due from a minute on', () => {
    expect(queueRank(at, 'manufacturingDefect')).toBeGreaterThanOrEqual(rankFrom(at));
    expect(queueRank(at - 1, 'unfit')).toBeLessThan(rankFrom(at));
  });

  it('puts what has ended behind all that is open, the latest first', () => {
    expect(endedRank(at)).toBeGreaterThan(queueRank(Date.UTC(9999, 0), 'unfit'));
    expect(endedRank(at + 1)).toBeLessThan(endedRank(at));
    expect(Number.isSafeInteger(endedRank(0))).toBe(true);
  });
});
