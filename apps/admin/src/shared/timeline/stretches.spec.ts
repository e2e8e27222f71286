import type { Stretch } from './documents';
import { holdsAt, lengthIn, placeIn } from './stretches';

const window = { from: '2026-01-01T00:00:00Z', to: '2026-01-11T00:00:00Z' };
const stretch = (from: string | null, to: string | null) => ({ from, to }) as Stretch;
const DAY = 86_400_000;
const at = (day: number) => Date.parse(window.from) + day * DAY;

describe('the stretches of a timeline', () => {
  it('take the part of the window that they hold for, an open end up to its edge', () => {
    expect(lengthIn(stretch(null, '2026-01-03T00:00:00Z'), window)).toBe(2 * DAY);
    expect(lengthIn(stretch('2026-01-03T00:00:00Z', null), window)).toBe(8 * DAY);
    expect(lengthIn(stretch(null, null), window)).toBe(10 * DAY);
  });

  it('hold from their beginning up to, and not at, their end', () => {
    const held = stretch('2026-01-03T00:00:00Z', '2026-01-05T00:00:00Z');
    expect([1, 2, 3, 4].map((day) => holdsAt(held, at(day)))).toEqual([false, true, true, false]);
    expect(holdsAt(stretch(null, null), at(-100))).toBe(true);
  });

  it('stand in the window by time, and at its edge where they lie outside', () => {
    expect([-5, 0, 5, 10, 20].map((day) => placeIn(at(day), window))).toEqual([0, 0, 0.5, 1, 1]);
  });
});
