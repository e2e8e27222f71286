import { nextPercent } from './nextPercent';

const step = (bps: number | null) => ({ number: 1, at: '', bps, units: [], branches: 1, authorName: '', figures: null });
const at = (inPilot: number, branches: number, ...shares: (number | null)[]) =>
  nextPercent({ inPilot, branches, steps: shares.map(step) });

describe('the share proposed for the next step', () => {
  it('is the next usual one above what was drawn', () => {
    expect(at(5, 100, 500)).toBe(10);
    expect(at(3, 100, 1_000)).toBe(25);
  });

  it('is above what was picked by hand', () => {
    expect(at(30, 100, null)).toBe(50);
  });

  it('is none where only the whole is left', () => {
    expect(at(80, 100, 7_500)).toBeNull();
    expect(at(0, 0, null)).toBeNull();
  });
});
