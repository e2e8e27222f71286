import fc from 'fast-check';
import { fieldOf } from '../kinds/registry.js';
import { law } from '../testing/laws.js';
import { valueArbitrary } from '../testing/values.arbitrary.js';
import type { FreightPayerTable } from '../values/types.js';
import { merchantFaultClasses, reasonClasses } from '../values/words.js';
import { freightPayerFor, isKinder, merchantFaultOnBuyer } from './freight.js';

const standard = fieldOf('afterSalesRules', 'freightPayer').default as FreightPayerTable;
const table = valueArbitrary(fieldOf('afterSalesRules', 'freightPayer')) as fc.Arbitrary<FreightPayerTable>;
const question = fc.record({
  reasonClass: fc.constantFrom(...reasonClasses),
  category: fc.constantFrom('shoes', 'snacks', 'books', null),
  amount: fc.oneof(fc.constantFrom(0, 999, 1000, 4999, 5000, 19_999, 20_000), fc.nat(30_000)),
});

describe('who pays the return freight', () => {
  it('is by default the buyer for his expectation, the merchant for all else', () => {
    const payers = reasonClasses.map(
      (reasonClass) => freightPayerFor(standard, { reasonClass, category: null, amount: 100 }).payer,
    );
    expect(payers).toEqual(['merchant', 'merchant', 'merchant', 'buyer', 'merchant']);
  });

  it('is said by the first row that matches, which is named', () => {
    const tiers: FreightPayerTable = [
      { reasonClass: 'expectation', category: 'shoes', amountFrom: 20_000, amountTo: null, payer: 'merchant', merchantBps: null },
      { reasonClass: 'expectation', category: 'shoes', amountFrom: 5000, amountTo: 20_000, payer: 'shared', merchantBps: 5000 },
    ];
    const ask = (amount: number, category = 'shoes') => freightPayerFor(tiers, { reasonClass: 'expectation', category, amount });
    expect(ask(20_000)).toEqual({ payer: 'merchant', merchantBps: 10_000, row: 0 });
    expect(ask(19_999)).toEqual({ payer: 'shared', merchantBps: 5000, row: 1 });
    expect(ask(4999)).toEqual({ payer: 'buyer', merchantBps: 0, row: null });
    expect(ask(20_000, 'toys').row).toBeNull();
  });

  law(
    'is never the buyer for a fault of the merchant, in any table that passes the check',
    fc.tuple(table, question),
    ([held, asked]) => {
      expect(merchantFaultOnBuyer(held)).toEqual([]);
      const isFault = merchantFaultClasses.some((each) => each === asked.reasonClass);
      if (isFault) expect(freightPayerFor(held, asked).payer).toBe('merchant');
    },
  );

  law(
    'is kinder exactly where no buyer pays more',
    fc.tuple(table, table, fc.array(question, { minLength: 30, maxLength: 30 })),
    ([one, other, asked]) => {
      const worse = asked.some((each) => freightPayerFor(one, each).merchantBps < freightPayerFor(other, each).merchantBps);
      if (worse) expect(isKinder(one, other)).toBe(false);
      expect(isKinder(one, one)).toBe(true);
      if (isKinder(one, other)) expect(worse).toBe(false);
    },
  );
});
