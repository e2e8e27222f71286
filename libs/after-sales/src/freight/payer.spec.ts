import type { FreightPayerRow } from '@headwater/policy';
import { decideFreightPayer, faultOf, type FreightQuestion } from './payer.js';

const row = (changed: Partial<FreightPayerRow>): FreightPayerRow => ({
  reasonClass: null,
  category: null,
  amountFrom: null,
  amountTo: null,
  payer: 'buyer',
  merchantBps: null,
  ...changed,
});

const ask = (changed: Partial<FreightQuestion> = {}): FreightQuestion => ({
  reasonClass: 'expectation',
  category: '服饰',
  amount: 18_900,
  liability: null,
  ...changed,
});

it('takes the first row that matches', () => {
  const table = [
    row({ reasonClass: 'quality', payer: 'merchant' }),
    row({ payer: 'shared', merchantBps: 5_000 }),
    row({ payer: 'merchant' }),
  ];
  expect(decideFreightPayer(ask(), table)).toMatchObject({ payer: 'shared', merchantBps: 5_000, row: 1 });
});

it('lets the buyer pay where no row matches', () => {
  expect(decideFreightPayer(ask(), [row({ category: '零食', payer: 'merchant' })])).toMatchObject({
    payer: 'buyer',
    merchantBps: 0,
    row: null,
    trace: [{ rule: 'freightPayer', passes: false }],
  });
});

it('matches amounts from a tier’s start up to, not including, its end', () => {
  const tiers = [
    row({ amountTo: 10_000, payer: 'shared', merchantBps: 2_500 }),
    row({ amountFrom: 10_000, amountTo: 20_000, payer: 'merchant' }),
  ];
  expect(decideFreightPayer(ask({ amount: 9_999 }), tiers).row).toBe(0);
  expect(decideFreightPayer(ask({ amount: 10_000 }), tiers)).toMatchObject({ row: 1, merchantBps: 10_000 });
  expect(decideFreightPayer(ask({ amount: 20_000 }), tiers)).toMatchObject({ row: null, payer: 'buyer' });
});

it('never lets the buyer pay, not even a share, for what is not the buyer’s fault', () => {
  for (const reasonClass of ['quality', 'mismatch', 'wrongItem', 'logistics'] as const) {
    for (const table of [[], [row({})], [row({ payer: 'shared', merchantBps: 5_000 })]]) {
      const decision = decideFreightPayer(ask({ reasonClass }), table);
      expect(decision).toMatchObject({ payer: 'merchant', merchantBps: 10_000, row: null });
      expect(decision.trace.at(-1)).toMatchObject({ rule: 'faultNeverBuyer', passes: true });
    }
  }
});

it('makes the merchant pay where the branch was too slow to answer', () => {
  const liability = { party: 'branch', rule: 'respondHours', basis: 'proven' } as const;
  const decision = decideFreightPayer(ask({ liability }), [row({ reasonClass: 'expectation' })]);
  expect(decision).toMatchObject({ payer: 'merchant', row: null });
  expect(decision.trace.at(-1)).toMatchObject({ facts: { fault: 'merchant', liability: 'respondHours' } });
});

it('believes a judgement against the buyer more than the reason given', () => {
  const liability = { party: 'buyer', rule: 'verdict', basis: 'proven' } as const;
  expect(decideFreightPayer(ask({ reasonClass: 'quality', liability }), [row({})])).toMatchObject({ payer: 'buyer', row: 0 });
});

it.each([
  ['expectation', 'none'],
  ['quality', 'merchant'],
  ['mismatch', 'merchant'],
  ['wrongItem', 'merchant'],
  ['logistics', 'carrier'],
] as const)('takes %s for the fault of: %s', (reasonClass, fault) => {
  expect(faultOf(reasonClass, null)).toBe(fault);
});

it('counts a supplier’s fault as the merchant’s towards the buyer', () => {
  expect(faultOf('expectation', { party: 'supplier', rule: 'verdict', basis: 'proven' })).toBe('merchant');
});
