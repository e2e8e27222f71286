import type { BillLine } from './bill.entity.js';
import { standingOf } from './standing.js';

type Row = Parameters<typeof standingOf>[0];

const row = (change: Partial<BillLine> = {}): Row => ({
  ...{ id: 'l1', line: 2, number: 'SF1', billed: 1_300, outcome: 'amountDiffers', status: 'open', difference: 200 },
  ...change,
});
const parcel = { number: 'SF1', subjectId: 's1', owed: 1_100 };
const other = (change: Partial<BillLine>) => row({ id: 'l2', ...change });
const missed = row({ line: null, billed: null, outcome: 'notBilled', difference: -1_100 });

describe('a line held against the books as they are now', () => {
  it('asks what it asked at its import where nothing has happened', () => {
    expect(standingOf(row(), [], parcel, 0)).toMatchObject({ outcome: 'amountDiffers', expected: 1_100, difference: 200 });
    expect(standingOf(row(), [], parcel, 200)).toMatchObject({ outcome: 'matched' });
    expect(standingOf(row(), [], null, 0)).toMatchObject({ outcome: 'unknown', expected: null, difference: 1_300 });
  });

  it('asks again beside a line that holds the parcel, and for it once that is disputed', () => {
    const second = row({ outcome: 'billedTwice' });
    for (const status of ['open', 'agreed', 'accepted'] as const)
      expect(standingOf(second, [other({ status })], parcel, 0)).toMatchObject({ outcome: 'billedTwice', difference: 1_300 });
    expect(standingOf(second, [other({ status: 'disputed' })], parcel, 0)).toMatchObject({ outcome: 'amountDiffers' });
  });

  it('is not charged with what was accepted for the parcel a second time', () => {
    const twice = other({ outcome: 'billedTwice', status: 'accepted', difference: 1_300 });
    const paidTwice = { ...parcel, owed: parcel.owed + 1_300 };
    expect(standingOf(row(), [twice], paidTwice, 0)).toMatchObject({
      outcome: 'amountDiffers',
      expected: 1_100,
      difference: 200,
    });
  });

  it('is nothing any more where the parcel came on a bill, or is no longer owed', () => {
    expect(standingOf(missed, [], parcel, 0)).toMatchObject({ outcome: 'notBilled', difference: -1_100 });
    expect(standingOf(missed, [other({ status: 'disputed' })], parcel, 0)).toBeNull();
    expect(standingOf(missed, [], { ...parcel, owed: 0 }, 0)).toBeNull();
    expect(standingOf(missed, [], null, 0)).toBeNull();
  });
});
