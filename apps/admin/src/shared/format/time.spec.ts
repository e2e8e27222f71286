import { deadline } from './deadline';
import { interval, monthName, nearTime, tableDate, tableTime, textDate, textTime, until, type TimeView } from './time';

const shanghai = 'Asia/Shanghai';
const now = '2026-03-12T06:00:00Z'; // 14:00 in Shanghai
const zh: TimeView = { locale: 'zh', now, zone: shanghai, own: shanghai };
const en: TimeView = { ...zh, locale: 'en' };

describe('a moment', () => {
  const instant = '2026-03-12T06:05:00Z';

  it('in a table sorts as text and reads the same in both languages', () => {
    expect(tableTime(instant, zh)).toBe('2026-03-12 14:05');
    expect(tableTime(instant, en)).toBe('2026-03-12 14:05');
    expect(tableDate(instant, en)).toBe('2026-03-12');
    expect(tableTime(null, zh)).toBe('–');
    expect(tableDate(undefined, zh)).toBe('–');
  });

  it('in text names its weekday', () => {
    expect(textTime(instant, zh)).toBe('3月12日 周四 14:05');
    expect(textTime(instant, en)).toBe('Thu 12 Mar, 14:05');
  });

  it('of another year says which', () => {
    expect(textTime('2025-12-31T06:05:00Z', zh)).toBe('2025年12月31日 周三 14:05');
    expect(textTime('2025-12-31T06:05:00Z', en)).toBe('Wed 31 Dec 2025, 14:05');
    expect(textDate('2025-12-31T06:05:00Z', en)).toBe('31 Dec 2025');
  });

  it('near now is told by its day', () => {
    expect(nearTime('2026-03-12T10:00:00Z', zh)).toBe('今天 18:00');
    expect(nearTime('2026-03-12T16:30:00Z', en)).toBe('tomorrow 00:30');
    expect(nearTime('2026-03-11T10:00:00Z', zh)).toBe('昨天 18:00');
    expect(nearTime('2026-03-14T10:00:00Z', en)).toBe('Sat 14 Mar, 18:00');
  });

  it('in a zone that is not the viewer’s names the zone', () => {
    expect(textTime(instant, { ...zh, own: 'Asia/Tokyo' })).toBe('3月12日 周四 14:05（中国标准时间）');
    // What the zone is called differs between versions of ICU.
    expect(tableTime(instant, { ...en, own: 'Asia/Tokyo' })).toMatch(/^2026-03-12 14:05 \(China (Standard )?Time\)$/);
  });

  it('in a zone whose clock agrees with the viewer’s needs no name', () => {
    expect(textTime(instant, { ...zh, own: 'Asia/Singapore' })).toBe('3月12日 周四 14:05');
  });
});

describe('a half-open interval', () => {
  const march = ['2026-02-28T16:00:00Z', '2026-03-31T16:00:00Z'] as const;

  it('that ends at midnight includes its last day', () => {
    expect(until(march[1], zh)).toBe('至 3月31日（含）');
    expect(until(march[1], en)).toBe('through 31 Mar');
    expect(interval(...march, zh)).toBe('3月1日 至 3月31日（含）');
    expect(interval(...march, en)).toBe('1 Mar through 31 Mar');
  });

  it('over the turn of a year says which year', () => {
    expect(until('2026-12-31T16:00:00Z', en)).toBe('through 31 Dec');
    expect(until('2027-01-31T16:00:00Z', zh)).toBe('至 2027年1月31日（含）');
  });

  it('that ends within a day says the minute', () => {
    expect(until('2026-03-31T10:00:00Z', zh)).toBe('至 3月31日 18:00');
    expect(until('2026-03-31T10:00:00Z', en)).toBe('until 31 Mar 18:00');
  });

  it('without an end only starts', () => {
    expect(interval(march[0], null, zh)).toBe('3月1日 起');
    expect(interval(march[0], null, en)).toBe('from 1 Mar');
  });

  it('ends at the midnight of the branch, not of the viewer', () => {
    expect(until(march[1], { ...zh, zone: 'Asia/Tokyo', own: shanghai })).toBe('至 4月1日 01:00（日本标准时间）');
  });
});

describe('a month of the books', () => {
  it('reads as people say it', () => {
    expect(monthName('2026-03', 'zh')).toBe('2026年3月');
    expect(monthName('2026-03', 'en')).toBe('Mar 2026');
  });
});

describe('a deadline', () => {
  const hours = (n: number) => Date.parse(now) + n * 3_600_000;

  it.each([
    [5, 'act', '剩 5 小时', '今天 19:00', '5 h left', 'today 19:00'],
    [4, 'trouble', '剩 4 小时', '今天 18:00', '4 h left', 'today 18:00'],
    [24, 'act', '剩 24 小时', '明天 14:00', '24 h left', 'tomorrow 14:00'],
    [25, 'ink', '剩 25 小时', '明天 15:00', '25 h left', 'tomorrow 15:00'],
    [72, 'ink', '剩 3 天', '3月15日 周日 14:00', '3 days left', 'Sun 15 Mar, 14:00'],
    [0.5, 'trouble', '剩 30 分钟', '今天 14:30', '30 min left', 'today 14:30'],
    [0.01, 'trouble', '剩不到 1 分钟', '今天 14:00', 'under 1 min left', 'today 14:00'],
    [-2, 'trouble', '已超时 2 小时', '今天 12:00', '2 h overdue', 'today 12:00'],
  ] as const)('%d hours from now has tone %s', (n, tone, left, at, leftEn, atEn) => {
    expect(deadline(hours(n), false, zh)).toEqual({ tone, left, at });
    expect(deadline(hours(n), false, en)).toEqual({ tone, left: leftEn, at: atEn });
  });

  it('that is paused runs no more', () => {
    expect(deadline(hours(1), true, zh)).toEqual({ tone: 'done', left: '已暂停', at: null });
    expect(deadline(hours(1), true, en).left).toBe('Paused');
  });

  it('never promises more than is left', () => {
    expect(deadline(hours(5.9), false, en).left).toBe('5 h left');
  });
});
