import { kinds } from '../kinds/registry.js';
import type { FieldKey } from '../values/types.js';
import { checkValue } from './check-value.js';

const fieldNamed = (key: FieldKey) => {
  for (const kind of kinds) for (const field of kind.fields) if (field.key === key) return { kind: kind.key, field };
  throw new Error(`no field ${key}`);
};

const check = (key: FieldKey, value: unknown) => checkValue(fieldNamed(key).kind, fieldNamed(key).field, value);

/** Code and path of each problem, and what is allowed instead. */
const problems = (key: FieldKey, value: unknown) => check(key, value).map(({ code, path, allowed }) => [code, path, allowed]);

const codes = (key: FieldKey, value: unknown) => check(key, value).map(({ code, path }) => `${code} ${path}`.trim());

describe('numbers', () => {
  it('are whole and within the hard bounds, ends included', () => {
    for (const fine of [7, 15, 90]) expect(problems('noReasonDays', fine)).toEqual([]);
    for (const far of [6, 91]) expect(problems('noReasonDays', far)).toEqual([['OUT_OF_BOUNDS', '', { min: 7, max: 90 }]]);
    for (const wrong of ['7', 7.5, null, NaN, true]) expect(codes('noReasonDays', wrong)).toEqual(['WRONG_TYPE']);
  });
});

describe('dates', () => {
  it('are days that the calendar has, or none', () => {
    for (const fine of [null, '2026-03-12', '2028-02-29']) expect(codes('reviewDate', fine)).toEqual([]);
    for (const wrong of ['2027-02-29', '2026-3-12', '2026-13-01', '', 20260312, '2026-03-12T00:00:00Z'])
      expect(problems('reviewDate', wrong)).toEqual([['WRONG_TYPE', '', { type: 'date' }]]);
  });
});

describe('sets', () => {
  it('hold at least one of the options', () => {
    expect(codes('types', ['returnRefund'])).toEqual([]);
    expect(codes('types', [])).toEqual(['OUT_OF_BOUNDS']);
    const five = ['refundOnly', 'returnRefund', 'exchange', 'reship', 'repair'];
    expect(problems('types', ['gift'])).toEqual([['WRONG_TYPE', '0', { oneOf: five }]]);
  });
});

describe('the subsidy mode', () => {
  it('has the amount that goes with it, within the hard bounds', () => {
    expect(codes('mode', { kind: 'pickup', cap: 1935 })).toEqual([]);
    expect(codes('mode', { kind: 'selfShip', flat: 1000 })).toEqual([]);
    expect(codes('mode', { kind: 'selfShip', cap: 1000 })).toEqual(['WRONG_TYPE cap', 'WRONG_TYPE flat']);
    expect(codes('mode', { kind: 'actual', cap: 10_001 })).toEqual(['OUT_OF_BOUNDS cap']);
    expect(codes('mode', { kind: 'teleport', cap: 1 })).toEqual(['WRONG_TYPE kind']);
    expect(codes('mode', null)).toEqual(['WRONG_TYPE']);
  });
});

describe('the scope', () => {
  const row = { categories: null, priceFrom: null, priceTo: null, channels: null, covered: true };

  it('is a table of conditions, each of which may be left open', () => {
    expect(codes('scope', [])).toEqual([]);
    expect(
      codes('scope', [row, { ...row, categories: ['shoes'], channels: ['express', 'inStore'], priceFrom: 100, priceTo: 200 }]),
    ).toEqual([]);
  });

  it('has no row that nothing could match', () => {
    expect(codes('scope', [{ ...row, priceFrom: 200, priceTo: 200 }])).toEqual(['EMPTY_RANGE 0.priceTo']);
    expect(codes('scope', [{ ...row, categories: [] }])).toEqual(['OUT_OF_BOUNDS 0.categories']);
    expect(codes('scope', [row, { ...row, campaign: 'D11' }, { ...row, campaign: null }, { ...row, campaign: '' }])).toEqual([]);
    expect(
      codes('scope', [
        { ...row, campaign: 'x'.repeat(41) },
        { ...row, campaign: 11 },
      ]),
    ).toEqual(['OUT_OF_BOUNDS 0.campaign', 'WRONG_TYPE 1.campaign']);
    expect(codes('scope', [row, { ...row, channels: ['drone'], priceFrom: -1 }])).toEqual([
      'OUT_OF_BOUNDS 1.priceFrom',
      'WRONG_TYPE 1.channels.0',
    ]);
  });

  it('takes no keys that it does not know and misses none', () => {
    expect(codes('scope', [{ ...row, weather: 'x' }])).toEqual(['WRONG_TYPE 0.weather']);
    expect(codes('scope', [{ ...row, covered: undefined }])).toEqual(['WRONG_TYPE 0.covered']);
  });
});

describe('the bearers', () => {
  const split = { HQ: 6000, branch: 4000 };

  it('share 10,000 basis points in every row', () => {
    expect(
      codes('bearers', { rows: [{ reasonClass: 'quality', fault: null, shares: split }], otherwise: split, fallback: 'HQ' }),
    ).toEqual([]);
    expect(problems('bearers', { rows: [], otherwise: { HQ: 6000, branch: 3999 }, fallback: 'HQ' })).toEqual([
      ['SHARES_DO_NOT_ADD_UP', 'otherwise', { sum: 10_000 }],
    ]);
    const ofFour = { HQ: 4000, branch: 3000, supplier: 2000, partner: 1000 };
    expect(codes('bearers', { rows: [], otherwise: ofFour, fallback: 'branch' })).toEqual([]);
    expect(codes('bearers', { rows: [], otherwise: { ...split, supplier: 1 }, fallback: 'HQ' })).toEqual([
      'SHARES_DO_NOT_ADD_UP otherwise',
    ]);
    expect(codes('bearers', { rows: [], otherwise: { ...split, partner: -1, buyer: 1 }, fallback: 'partner' })).toEqual([
      'WRONG_TYPE otherwise.buyer',
      'OUT_OF_BOUNDS otherwise.partner',
      'WRONG_TYPE fallback',
    ]);
    expect(
      codes('bearers', { rows: [{ reasonClass: 'weather', fault: 'sun', shares: split }], otherwise: split, fallback: 'moon' }),
    ).toEqual(['WRONG_TYPE rows.0.reasonClass', 'WRONG_TYPE rows.0.fault', 'WRONG_TYPE fallback']);
  });
});

describe('the freight payer', () => {
  const any = { category: null, amountFrom: null, amountTo: null, merchantBps: null };
  const merchant = (reasonClass: string) => ({ ...any, reasonClass, payer: 'merchant' });
  const faults = ['mismatch', 'quality', 'wrongItem', 'logistics'].map(merchant);

  it('is fine where every fault of the merchant is his for all goods', () => {
    expect(codes('freightPayer', faults)).toEqual([]);
    expect(codes('freightPayer', [{ ...any, reasonClass: null, payer: 'merchant' }])).toEqual([]);
    expect(
      codes('freightPayer', [{ ...any, reasonClass: 'expectation', payer: 'shared', merchantBps: 5000 }, ...faults]),
    ).toEqual([]);
  });

  it('never charges the buyer for a fault of the merchant, not even by saying nothing', () => {
    expect(codes('freightPayer', [])).toEqual(
      ['mismatch', 'quality', 'wrongItem', 'logistics'].map((each) => `MERCHANT_FAULT_ON_BUYER ${each}`),
    );
    expect(codes('freightPayer', faults.slice(1))).toEqual(['MERCHANT_FAULT_ON_BUYER mismatch']);
    const tier = { ...any, reasonClass: 'quality', amountFrom: 5000, payer: 'shared', merchantBps: 9999 };
    expect(codes('freightPayer', [tier, ...faults])).toEqual(['MERCHANT_FAULT_ON_BUYER quality']);
    expect(codes('freightPayer', [...faults, tier])).toEqual([]);
  });

  it('may reach all amounts in several tiers', () => {
    const tiers = [
      { ...merchant('quality'), amountTo: 5000 },
      { ...merchant('quality'), amountFrom: 5000 },
    ];
    expect(codes('freightPayer', [...tiers, ...faults.filter(({ reasonClass }) => reasonClass !== 'quality')])).toEqual([]);
    const gap = [
      { ...merchant('quality'), amountTo: 5000 },
      { ...merchant('quality'), amountFrom: 5001 },
    ];
    expect(codes('freightPayer', [...gap, ...faults.filter(({ reasonClass }) => reasonClass !== 'quality')])).toEqual([
      'MERCHANT_FAULT_ON_BUYER quality',
    ]);
  });

  it('states a share exactly where the freight is shared', () => {
    expect(codes('freightPayer', [{ ...merchant('expectation'), merchantBps: 1 }, ...faults])).toEqual([
      'SHARE_NOT_EXPECTED 0.merchantBps',
    ]);
    expect(codes('freightPayer', [{ ...merchant('expectation'), payer: 'shared' }, ...faults])).toEqual([
      'SHARE_NOT_EXPECTED 0.merchantBps',
    ]);
    expect(codes('freightPayer', [{ ...merchant('expectation'), amountFrom: 9, amountTo: 9 }, ...faults])).toEqual([
      'EMPTY_RANGE 0.amountTo',
    ]);
  });
});

describe('the windows by category', () => {
  const row = { category: 'shoes', noReasonDays: 15, selfServiceDays: null, qualityDays: 60 };

  it('name a category once, and keep the bounds of the plain windows', () => {
    expect(codes('windowByCategory', [row, { ...row, category: 'toys' }])).toEqual([]);
    expect(codes('windowByCategory', [row, row])).toEqual(['REPEATED 1.category']);
    expect(codes('windowByCategory', [{ ...row, noReasonDays: 6 }])).toEqual(['OUT_OF_BOUNDS 0.noReasonDays']);
    expect(codes('windowByCategory', [{ ...row, qualityDays: 366 }])).toEqual(['OUT_OF_BOUNDS 0.qualityDays']);
    expect(codes('windowByCategory', [{ ...row, category: ' ' }])).toEqual(['OUT_OF_BOUNDS 0.category']);
  });
});

describe('the return address', () => {
  const address = {
    recipient: '售后',
    phone: '021-5555',
    province: '浙江',
    city: '杭州',
    district: '',
    street: '文三路 1 号',
    instructions: '',
  };

  it('is whole or none', () => {
    expect(codes('returnAddress', null)).toEqual([]);
    expect(codes('returnAddress', address)).toEqual([]);
    expect(codes('returnAddress', { ...address, street: '  ' })).toEqual(['OUT_OF_BOUNDS street']);
    expect(codes('returnAddress', { ...address, instructions: 'x'.repeat(501) })).toEqual(['OUT_OF_BOUNDS instructions']);
    expect(codes('returnAddress', '杭州')).toEqual(['WRONG_TYPE']);
    expect(codes('enabled', 'yes')).toEqual(['WRONG_TYPE']);
  });

  it('takes conditions of return as rows of items, each said once', () => {
    const row = (...items: string[]) => [{ category: null, items }];
    expect(codes('conditions', row('intact', '鞋底无磨损'))).toEqual([]);
    expect(codes('conditions', [])).toEqual(['OUT_OF_BOUNDS']);
    expect(codes('conditions', row())).toEqual(['OUT_OF_BOUNDS 0.items']);
    expect(problems('conditions', row('intact', ' intact'))).toEqual([['SAID_BEFORE', '0.items.1', null]]);
    expect(problems('conditions', row('x'.repeat(41)))).toEqual([['OUT_OF_BOUNDS', '0.items.0', { min: 1, maxLength: 40 }]]);
  });
});
