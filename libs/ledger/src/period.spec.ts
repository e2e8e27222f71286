import { monthAfter, periodOf } from './period.js';

it('is the month where the books are kept', () => {
  const midnight = Date.parse('2026-12-01T00:00:00+08:00');
  expect(periodOf(midnight, 'Asia/Shanghai')).toBe('2026-12');
  expect(periodOf(midnight - 1, 'Asia/Shanghai')).toBe('2026-11');
  expect(periodOf(midnight, 'America/Sao_Paulo')).toBe('2026-11');
});

it('keeps two digits for the month', () => {
  expect(periodOf(Date.UTC(2018, 0, 15), 'UTC')).toBe('2018-01');
});

it('refuses a zone that does not exist', () => {
  expect(() => periodOf(0, 'Mars/Olympus')).toThrow(RangeError);
});

it.each([
  ['2026-01', '2026-02'],
  ['2026-09', '2026-10'],
  ['2026-12', '2027-01'],
])('lets %s be followed by %s', (month, after) => {
  expect(monthAfter(month)).toBe(after);
});
