import fc from 'fast-check';
import { burnDown, daysIn } from './burnDown';
import { monthFrom, monthsToSet, monthsToShow } from './months';

const day = fc.record({ spent: fc.nat(1_000_000), committed: fc.nat(1_000_000) });

it('counts the days of a month', () => {
  expect(['2026-02', '2028-02', '2026-03', '2026-12'].map(daysIn)).toEqual([28, 29, 31, 31]);
});

it('goes over the end of a year', () => {
  expect([monthFrom('2026-12', 1), monthFrom('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  expect(monthsToSet('2026-11')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  expect(monthsToShow('2026-03')).toHaveLength(15);
  expect(monthsToShow('2026-03')).toContain('2025-04');
});

it('goes on to the forecast from the last day that is known, and nowhere once the month is over', () => {
  const days = [{ day: '2026-03-02', spent: 100, committed: 20 }];
  const lines = burnDown({ month: '2026-03', amount: 1_000, forecast: 1_200, days });
  expect(lines.forecast).toEqual([
    { day: 2, left: 880 },
    { day: 31, left: -200 },
  ]);
  expect([lines.least, lines.most]).toEqual([-200, 1_000]);
  const over = [...days, { day: '2026-03-31', spent: 1_200, committed: 0 }];
  expect(burnDown({ month: '2026-03', amount: 1_000, forecast: 1_200, days: over }).forecast).toBeNull();
  expect(burnDown({ month: '2026-03', amount: 1_000, forecast: 0, days: [] }).forecast).toBeNull();
});

it('draws every point between the least and the most, what is committed never above what is spent', () => {
  fc.assert(
    fc.property(fc.array(day, { maxLength: 31 }), fc.nat(2_000_000), fc.nat(2_000_000), (drawn, amount, forecast) => {
      const days = drawn.map((each, at) => ({ ...each, day: `2026-03-${String(at + 1).padStart(2, '0')}` }));
      const lines = burnDown({ month: '2026-03', amount, forecast, days });
      for (const { left } of [...lines.spent, ...lines.committed, ...(lines.forecast ?? [])]) {
        expect(left).toBeGreaterThanOrEqual(lines.least);
        expect(left).toBeLessThanOrEqual(lines.most);
      }
      lines.spent.forEach(({ left }, at) => expect(lines.committed[at]!.left).toBeLessThanOrEqual(left));
    }),
  );
});
