import fc from 'fast-check';
import { afterOpenTime, DAY, dayOf, endOfOpenWindow, endOfWindow, HOUR, openTimeBetween, withDaysClosed } from './calendar.js';
import { runs } from './testing/runs.js';

const iso = (text: string): number => Date.parse(text);

describe('the day of a zone', () => {
  it('is what its own clock shows, in the same minute and around its changes too', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const minutes = fc.integer({ min: iso('1900-01-01T00:00:00Z') / 60_000, max: iso('2035-01-01T00:00:00Z') / 60_000 });
    fc.assert(
      fc.property(zones, minutes, (timeZone, minute) => {
        const shown = new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'short' });
        for (const at of [minute * 60_000, minute * 60_000 + 59_999]) {
          const day = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'short' }).format(dayOf(at, timeZone));
          expect(day).toBe(shown.format(at));
        }
      }),
      runs(500),
    );
  });
});

describe('endOfWindow', () => {
  it('counts from the day after receipt and ends with the last day, in the branch’s zone', () => {
    expect(endOfWindow(iso('2026-03-10T15:59:59+08:00'), 7, 'Asia/Shanghai')).toBe(iso('2026-03-18T00:00:00+08:00'));
  });

  it('takes the day the branch has, not that of UTC', () => {
    expect(endOfWindow(iso('2026-03-10T23:30:00+08:00'), 1, 'Asia/Shanghai')).toBe(iso('2026-03-12T00:00:00+08:00'));
    expect(endOfWindow(iso('2026-03-11T00:30:00+08:00'), 1, 'Asia/Shanghai')).toBe(iso('2026-03-13T00:00:00+08:00'));
  });

  it('ends with the day of receipt itself where no days are granted', () => {
    expect(endOfWindow(iso('2026-03-10T00:00:00+08:00'), 0, 'Asia/Shanghai')).toBe(iso('2026-03-11T00:00:00+08:00'));
  });

  it('crosses the end of a year and a leap day', () => {
    expect(endOfWindow(iso('2027-12-30T12:00:00Z'), 61, 'UTC')).toBe(iso('2028-03-01T00:00:00Z'));
  });

  it('follows the wall clock through a spring change', () => {
    expect(endOfWindow(iso('2026-03-28T12:00:00+01:00'), 1, 'Europe/Berlin')).toBe(iso('2026-03-30T00:00:00+02:00'));
  });

  it('begins a day whose midnight the clocks jump over at the jump', () => {
    expect(endOfWindow(iso('2018-11-02T12:00:00-03:00'), 1, 'America/Sao_Paulo')).toBe(iso('2018-11-04T01:00:00-02:00'));
  });

  it('begins a day whose midnight comes twice at the first', () => {
    expect(endOfWindow(iso('2026-10-30T12:00:00-04:00'), 1, 'America/Havana')).toBe(iso('2026-11-01T00:00:00-04:00'));
  });

  it('steps over a day that a zone skipped', () => {
    expect(endOfWindow(iso('2011-12-28T12:00:00-10:00'), 1, 'Pacific/Apia')).toBe(iso('2011-12-30T00:00:00-10:00'));
  });

  it('refuses a zone that does not exist', () => {
    expect(() => endOfWindow(0, 7, 'Asia/Nowhere')).toThrow(RangeError);
  });

  it('is the first moment of the first day after the window, in every zone', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const instants = fc.integer({ min: iso('1990-01-01T00:00:00Z'), max: iso('2035-01-01T00:00:00Z') });
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 0, max: 1095 }), (zone, at, days) => {
        const end = endOfWindow(at, days, zone);
        const first = dayOf(at, zone) + (days + 1) * DAY;
        expect(dayOf(end, zone)).toBeGreaterThanOrEqual(first);
        expect(dayOf(end - 1000, zone)).toBeLessThan(first);
      }),
      runs(500),
    );
  });
});

describe('closed days', () => {
  const SH = 'Asia/Shanghai';
  const at = (text: string) => Date.parse(`${text}+08:00`);
  const closed = new Set(['2026-10-01', '2026-10-02']);

  it('are no time to answer in, whether they begin later or have begun', () => {
    expect(afterOpenTime(at('2026-09-30T18:00'), 12 * HOUR, closed, SH)).toBe(at('2026-10-03T06:00'));
    expect(afterOpenTime(at('2026-10-01T10:00'), 2 * HOUR, closed, SH)).toBe(at('2026-10-03T02:00'));
    expect(afterOpenTime(at('2026-09-30T10:00'), 2 * HOUR, closed, SH)).toBe(at('2026-09-30T12:00'));
    expect(openTimeBetween(at('2026-09-30T18:00'), at('2026-10-03T06:00'), closed, SH)).toBe(12 * HOUR);
  });

  it('are left out of days that are counted', () => {
    expect(endOfOpenWindow(at('2026-09-29T10:00'), 2, closed, SH)).toBe(at('2026-10-04T00:00'));
    expect(endOfOpenWindow(at('2026-09-29T10:00'), 2, new Set(), SH)).toBe(endOfWindow(at('2026-09-29T10:00'), 2, SH));
  });

  it('move a deadline that runs over them by what they take, and give it back once they are open', () => {
    const from = at('2026-09-29T10:00');
    const moved = (deadline: number, after: ReadonlySet<string>, before: ReadonlySet<string> = new Set()) =>
      withDaysClosed(deadline, from, { before, after }, SH);
    expect(moved(at('2026-10-01T10:00'), closed)).toBe(at('2026-10-03T10:00'));
    expect(moved(at('2026-09-30T10:00'), closed)).toBe(at('2026-09-30T10:00'));
    expect(moved(at('2026-10-03T10:00'), new Set(), closed)).toBe(at('2026-10-01T10:00'));
  });
});
