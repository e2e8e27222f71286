import { amountRank, endedRank, queueRank, rankFrom } from './queue-rank.js';

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

  it('is that of money, and of the same money quality comes first', () => {
    const ranks = [
      amountRank(10_001, 'unfit'),
      amountRank(10_000, 'manufacturingDefect'),
      amountRank(10_000, 'unfit'),
      amountRank(0, 'manufacturingDefect'),
    ];
    expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
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
