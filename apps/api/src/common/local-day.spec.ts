import { yearsAfter } from './local-day.js';

describe('a day of a later year', () => {
  it('is the same day of the calendar, or the last of February', () => {
    expect(yearsAfter('2026-03-12', 1)).toBe('2027-03-12');
    expect(yearsAfter('2028-02-29', 1)).toBe('2029-02-28');
    expect(yearsAfter('2024-02-29', 4)).toBe('2028-02-29');
  });
});
