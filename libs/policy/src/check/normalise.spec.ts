import { contentHash } from '../canonical.js';
import { normaliseDirectives } from './normalise.js';

describe('normalising', () => {
  it('puts sets in the schema’s order, each entry once', () => {
    const set = ['returnRefund', 'refundOnly', 'returnRefund'] as const;
    expect(
      normaliseDirectives('afterSalesRules', { types: { set, guard: { allowed: ['returnRefund', 'refundOnly'] } } }),
    ).toEqual({
      types: { set: ['refundOnly', 'returnRefund'], guard: { allowed: ['refundOnly', 'returnRefund'] } },
    });
  });

  it('orders what a row of the scope lists, and keeps the rows in theirs', () => {
    const row = { priceFrom: null, priceTo: null, covered: true };
    const scope = [
      { ...row, categories: [' toys', 'shoes', 'toys'], channels: ['inStore', 'express'] as const },
      { ...row, categories: null, channels: null, campaign: ' Ｄ11 ' },
      { ...row, categories: null, channels: null, campaign: '' },
    ];
    expect(normaliseDirectives('returnShippingSubsidy', { scope: { set: scope } })).toEqual({
      scope: {
        set: [
          { ...row, categories: ['shoes', 'toys'], channels: ['express', 'inStore'] },
          { ...row, categories: null, channels: null, campaign: 'D11' },
          { ...row, categories: null, channels: null },
        ],
      },
    });
  });

  it('names no supplier and no partner who bears nothing, so that a split of before keeps its hash', () => {
    const split = { HQ: 6000, branch: 4000 };
    const row = { reasonClass: null, fault: null };
    const bearers = {
      rows: [{ ...row, shares: { HQ: 0, branch: 0, supplier: 10_000, partner: 0 } }],
      otherwise: { ...split, supplier: 0, partner: 0 },
      fallback: 'HQ' as const,
    };
    expect(normaliseDirectives('returnShippingSubsidy', { bearers: { set: bearers } })).toEqual({
      bearers: {
        set: { rows: [{ ...row, shares: { HQ: 0, branch: 0, supplier: 10_000 } }], otherwise: split, fallback: 'HQ' },
      },
    });
  });

  it('takes blanks off an address', () => {
    const held = {
      recipient: ' 售后 ',
      phone: '1 ',
      province: '沪',
      city: '沪',
      district: ' ',
      street: '一路',
      instructions: '',
    };
    expect(normaliseDirectives('afterSalesRules', { returnAddress: { set: held }, noReasonDays: { set: 9 } })).toEqual({
      returnAddress: { set: { ...held, recipient: '售后', phone: '1', district: '' } },
      noReasonDays: { set: 9 },
    });
    expect(normaliseDirectives('afterSalesRules', { returnAddress: { set: null } })).toEqual({ returnAddress: { set: null } });
  });

  it('gives two spellings of one content the same hash', () => {
    const hash = (types: readonly ('refundOnly' | 'returnRefund')[]) =>
      contentHash(normaliseDirectives('afterSalesRules', { types: { set: types }, noReasonDays: { lock: true } }));
    expect(hash(['returnRefund', 'refundOnly'])).toBe(hash(['refundOnly', 'returnRefund']));
    expect(hash(['returnRefund'])).not.toBe(hash(['refundOnly']));
  });
});
