import { fieldOf } from '../kinds/registry.js';
import { shapeOf } from './shapes.js';

const codes = (key: string, value: unknown) =>
  shapeOf(fieldOf('afterSalesRules', key)!)(value, '').map(({ code, path }) => `${code} ${path}`);

describe('tables of a row for a reason or category', () => {
  it('ask for up to nine photos of a kind, each reason once', () => {
    const row = { reasonClass: 'quality', goods: 9, invoice: 0 };
    expect(codes('evidence', [row])).toEqual([]);
    expect(codes('evidence', [{ ...row, goods: 10 }])).toEqual(['OUT_OF_BOUNDS 0.goods']);
    expect(codes('evidence', [row, row])).toEqual(['REPEATED 1.reasonClass']);
  });

  it('take no fee for the merchant’s own fault, and at most a fifth for any other', () => {
    expect(codes('restockingFee', [{ reasonClass: 'expectation', bps: 2000 }])).toEqual([]);
    expect(codes('restockingFee', [{ reasonClass: 'expectation', bps: 2001 }])).toEqual(['OUT_OF_BOUNDS 0.bps']);
    expect(codes('restockingFee', [{ reasonClass: 'quality', bps: 1 }])).toEqual(['FEE_ON_MERCHANT_FAULT 0.bps']);
    expect(codes('restockingFee', [{ reasonClass: 'quality', bps: 0 }])).toEqual([]);
  });

  it('are of one destination from each amount', () => {
    const route = (amountFrom: unknown, to: unknown = 'supplier') => ({ amountFrom, to });
    expect(codes('returnRouting', [])).toEqual([]);
    expect(codes('returnRouting', [route(5_000), route(50_000, 'own')])).toEqual([]);
    expect(codes('returnRouting', [route(5_000), route(5_000, 'own')])).toEqual(['REPEATED 1.amountFrom']);
    expect(codes('returnRouting', [route(-1)])).toEqual(['OUT_OF_BOUNDS 0.amountFrom']);
    expect(codes('returnRouting', [route(12.5)])).toEqual(['WRONG_TYPE 0.amountFrom']);
    expect(codes('returnRouting', [route(0, 'shop')])).toEqual(['WRONG_TYPE 0.to']);
    expect(codes('returnRouting', [{ ...route(0), node: 's1' }])).toEqual(['WRONG_TYPE 0.node']);
  });

  it('exclude a category once, on a ground that is known', () => {
    expect(codes('excluded', [{ category: '冷冻', ground: 'perishable' }])).toEqual([]);
    expect(codes('excluded', [{ category: '冷冻', ground: 'mood' }])).toEqual(['WRONG_TYPE 0.ground']);
    expect(
      codes('excluded', [
        { category: '冷冻', ground: 'perishable' },
        { category: ' 冷冻', ground: 'confirmed' },
      ]),
    ).toEqual(['REPEATED 1.category']);
  });
});
