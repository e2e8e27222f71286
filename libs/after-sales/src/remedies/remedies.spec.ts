import fc from 'fast-check';
import { runs } from '../testing/runs.js';
import { answered, appealRefused } from './appeal.js';
import { compensationLeft, compensationRefused } from './compensation.js';

const fen = fc.integer({ min: 0, max: 50_000 });
const grounds = fc.record({ limit: fen, maxAmount: fen });

describe('compensation', () => {
  it('never comes to more than the bound, however it is split', () => {
    fc.assert(
      fc.property(grounds, fc.array(fc.tuple(fen, fc.boolean())), (given, wishes) => {
        let granted = 0;
        for (const [amount, above] of wishes)
          if (compensationRefused(amount, { ...given, granted, above }) === null) granted += amount;
        expect(granted).toBeLessThanOrEqual(Math.max(given.limit, given.maxAmount));
      }),
      runs(200),
    );
  });

  it('is refused exactly above what is said to be left', () => {
    fc.assert(
      fc.property(grounds, fen, fc.boolean(), (given, granted, above) => {
        const question = { ...given, granted, above };
        const left = compensationLeft(question);
        expect(compensationRefused(left + 1, question)).toBe('COMPENSATION_LIMIT');
        if (left > 0) expect(compensationRefused(left, question)).toBeNull();
      }),
      runs(100),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('is no amount: %s', (amount) => {
    const question = { granted: 0, limit: 2_000, maxAmount: 0, above: false };
    expect(compensationRefused(amount, question)).toBe('AMOUNT_INVALID');
  });
});

describe('an appeal', () => {
  const branch = { party: 'branch', rule: 'respondHours', basis: 'proven' } as const;
  const fresh = { liability: branch, made: 0, open: false, limit: 2 };

  it('is of the branch’s own liability, one at a time, so many times', () => {
    expect(appealRefused(fresh)).toBeNull();
    expect(appealRefused({ ...fresh, liability: null })).toBe('NOTHING_TO_APPEAL');
    expect(appealRefused({ ...fresh, liability: { ...branch, party: 'carrier' } })).toBe('NOTHING_TO_APPEAL');
    expect(appealRefused({ ...fresh, open: true, made: 1 })).toBe('APPEAL_OPEN');
    expect(appealRefused({ ...fresh, made: 2 })).toBe('REPEAT_LIMIT');
  });

  it('leaves what stood as it was, or names another by HQ’s word', () => {
    const stamps = { buyerShipped: null, branchReceived: null, branchShipped: null, buyerReceived: null };
    const of = { stamps, reason: 'wrongItem' } as const;
    expect(answered(branch, null, of)).toBe(branch);
    expect(answered(branch, 'branch', of)).toBe(branch);
    expect(answered(branch, 'carrier', of)).toMatchObject({ party: 'carrier', rule: 'appeal', basis: 'proven' });
  });
});
