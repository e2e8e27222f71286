import { LiveQueue } from './live-queue.js';

describe('what waits to be told', () => {
  let ended: number;
  const queue = (most = 3) => new LiveQueue<string>(most, 'look again', () => (ended += 1));
  beforeEach(() => {
    ended = 0;
  });

  it('is told in its order, whether it was asked for before or after', async () => {
    const it_ = queue();
    const first = it_.next();
    it_.push('a');
    it_.push('b');
    expect([(await first).value, (await it_.next()).value]).toEqual(['a', 'b']);
  });

  it('gives way to one word once it is too much', async () => {
    const it_ = queue();
    for (const each of ['a', 'b', 'c', 'd']) it_.push(each);
    it_.push('e');
    expect([(await it_.next()).value, (await it_.next()).value]).toEqual(['look again', 'e']);
  });

  it('ends at once, even for who is waiting, and once', async () => {
    const it_ = queue();
    const waiting = it_.next();
    await it_.return();
    await it_.return();
    it_.push('late');
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await it_.next()).toEqual({ done: true, value: undefined });
    expect(ended).toBe(1);
  });
});
