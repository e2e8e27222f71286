import { depthOf, monthsBetween, weekdays } from './months';

describe('the months of a period', () => {
  it('hold each of its days once, and know on which day of the week they begin', () => {
    const months = monthsBetween('2026-11-29', '2027-01-02');
    expect(months.map(({ month, lead, days }) => [month, lead, days.length])).toEqual([
      ['2026-11', 6, 2],
      ['2026-12', 1, 31],
      ['2027-01', 4, 2],
    ]);
    expect(months[2]?.days).toEqual(['2027-01-01', '2027-01-02']);
  });

  it('are one where the period is a day', () => {
    expect(monthsBetween('2026-03-02', '2026-03-02')).toEqual([{ month: '2026-03', lead: 0, days: ['2026-03-02'] }]);
  });
});

describe('the tint of a day', () => {
  it('rises with its count, and only the fullest is the deepest', () => {
    expect([1, 2, 3, 6].map((count) => depthOf(count, 6, 6))).toEqual([0, 1, 2, 5]);
    expect(depthOf(900, 900, 6)).toBe(5);
  });

  it('stays light where no day has much', () => {
    expect(depthOf(1, 1, 6)).toBe(0);
  });
});

it('a week begins on Monday', () => {
  expect(weekdays('zh')).toEqual(['一', '二', '三', '四', '五', '六', '日']);
  expect(weekdays('en')).toEqual(['M', 'T', 'W', 'T', 'F', 'S', 'S']);
});
