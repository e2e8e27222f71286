import fc from 'fast-check';
import { atWork, DAY, dayName, demand, HOUR, startOfDay } from './calendar.js';

const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });

describe('the calendar of the demo chain', () => {
  it('begins days at midnight in China', () => {
    expect(startOfDay(Date.UTC(2026, 2, 12, 15, 59))).toBe(Date.UTC(2026, 2, 11, 16));
    expect(dayName(Date.UTC(2026, 2, 12, 16))).toBe('2026-03-13');
  });

  it('lets people act in working hours only, and never earlier than they would', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const worked = atWork(at, 9.5, 21.5);
        const hour = (worked - startOfDay(worked)) / HOUR;
        expect(worked).toBeGreaterThanOrEqual(at);
        expect(worked - at).toBeLessThan(DAY);
        expect(hour >= 9.5 && hour < 21.5).toBe(true);
      }),
    );
  });

  it('knows the days on which China shops', () => {
    const wednesday = Date.UTC(2026, 10, 4);
    expect(demand(Date.UTC(2026, 10, 11))).toBeGreaterThan(2 * demand(wednesday));
    expect(demand(Date.UTC(2026, 10, 7))).toBeGreaterThan(demand(wednesday));
  });
});
