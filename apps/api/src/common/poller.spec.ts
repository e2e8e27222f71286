import { Poller } from './poller.js';

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
