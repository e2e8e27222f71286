import { dayIn, monthAfter, periodOf } from './period.js';

it('is the month where the books are kept', () => {
  const midnight = Date.parse('2026-12-01T00:00:00+08:00');
  expect(periodOf(midnight, 'Asia/Shanghai')).toBe('2026-12');
  expect(periodOf(midnight - 1, 'Asia/Shanghai')).toBe('2026-11');
  expect(periodOf(midnight, 'America/Sao_Paulo')).toBe('2026-11');
});

it('counts a posting to its day, to the last once the month is over, and to the first before it', () => {
  const at = (text: string) => dayIn('2026-11', Date.parse(text), 'Asia/Shanghai');
  expect(at('2026-11-09T23:59:59+08:00')).toBe(9);
  expect(at('2026-11-30T23:59:59+08:00')).toBe(30);
  expect(at('2026-12-04T00:00:00+08:00')).toBe(31);
  expect(at('2026-10-31T10:00:00+08:00')).toBe(1);
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
