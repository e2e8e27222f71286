import { dayOf, endOfDay, instantAt, isDay, lastOfDay, startOfDay } from './day';

const SHANGHAI = 'Asia/Shanghai';
const BERLIN = 'Europe/Berlin';

describe('a calendar day', () => {
  it('begins and ends at midnight of the zone', () => {
    expect(startOfDay('2026-03-12', SHANGHAI)).toBe('2026-03-11T16:00:00.000Z');
    expect(endOfDay('2026-03-31', SHANGHAI)).toBe('2026-03-31T16:00:00.000Z');
    expect(lastOfDay('2026-03-31', SHANGHAI)).toBe('2026-03-31T15:59:59.999Z');
  });

  it('keeps its borders where the clocks change', () => {
    expect(startOfDay('2026-03-29', BERLIN)).toBe('2026-03-28T23:00:00.000Z');
    expect(endOfDay('2026-03-29', BERLIN)).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfDay('2026-10-25', BERLIN)).toBe('2026-10-24T22:00:00.000Z');
    expect(endOfDay('2026-10-25', BERLIN)).toBe('2026-10-25T23:00:00.000Z');
  });

  it('holds its first and its last instant, and no other', () => {
    for (const zone of [SHANGHAI, BERLIN, 'America/New_York']) {
      for (const day of ['2026-01-01', '2026-03-29', '2026-11-01', '2028-02-29']) {
        expect(dayOf(startOfDay(day, zone), zone)).toBe(day);
        expect(dayOf(lastOfDay(day, zone), zone)).toBe(day);
        expect(dayOf(endOfDay(day, zone), zone)).not.toBe(day);
      }
    }
  });

  it('has its times by the clocks of the zone', () => {
    expect(instantAt('2026-03-12', '14:05', SHANGHAI)).toBe('2026-03-12T06:05:00.000Z');
    expect(instantAt('2026-03-29', '03:30', BERLIN)).toBe('2026-03-29T01:30:00.000Z');
    expect(instantAt('2026-10-25', '12:00', BERLIN)).toBe('2026-10-25T11:00:00.000Z');
  });

  it('is told from other texts', () => {
    expect(isDay('2026-03-12')).toBe(true);
    for (const text of ['', '2026-3-12', '2026-13-40', '2026-03-12T00:00:00Z']) expect(isDay(text)).toBe(false);
  });
});
