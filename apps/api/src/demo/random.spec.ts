import { Random } from './random.js';

describe('chance', () => {
  it('gives every stream numbers of its own, the same each time', () => {
    const draw = (...names: (string | number)[]) =>
      Array.from({ length: 5 }, (_, i) =>
        Random.seeded(1)
          .of(...names, i)
          .next(),
      );
    expect(draw('a')).toEqual(draw('a'));
    expect(new Set([...draw('a'), ...draw('b'), ...draw('a', 'b')]).size).toBe(15);
    expect(Random.seeded(2).of('a').next()).not.toBe(Random.seeded(1).of('a').next());
  });

  it('is spread evenly over neighbouring names', () => {
    const draws = Array.from({ length: 20_000 }, (_, order) => Random.seeded(1).of('order', order).next());
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = draws.filter((draw) => Math.floor(draw * 10) === tenth).length / draws.length;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.01);
    }
  });

  it('makes ids that sort by their time', () => {
    const [one, other] = [Random.seeded(1).ulid(1_000), Random.seeded(2).ulid(2_000)];
    expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(one < other).toBe(true);
  });
});
