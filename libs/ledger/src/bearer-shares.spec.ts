import fc from 'fast-check';
import { sharesOver, type BearerUnits } from './bearer-shares.js';
import { allocate } from './split.js';
import { statedShares } from './testing/events.js';
import { runs } from './testing/runs.js';
import type { Bearer } from './vocabulary.js';

const units: BearerUnits = { HQ: 'hq', branch: 'store', partner: 'partner', goods: [{ supplier: 'mill', value: 100 }] };
const shares = { HQ: 4_000, branch: 3_000, supplier: 2_000, partner: 1_000 };
const borne = (over: Partial<BearerUnits>, total = 1_000) =>
  Object.fromEntries(
    allocate(total, sharesOver({ shares, fallback: 'branch' }, { ...units, ...over })).map(({ nodeId, amount }) => [
      nodeId,
      amount,
    ]),
  );

describe('the units that bear a share (S4)', () => {
  it('are HQ, the branch, the supplier of the goods and the nearest partner', () => {
    expect(borne({})).toEqual({ hq: 400, store: 300, mill: 200, partner: 100 });
  });

  it('are the stated fallback where there is no partner and no supplier', () => {
    expect(borne({ partner: null, goods: [] })).toEqual({ hq: 400, store: 600 });
  });

  it('are several suppliers by the worth of their goods, the fallback for goods of none', () => {
    const goods = [
      { supplier: 'mill', value: 2_000 },
      { supplier: null, value: 1_000 },
      { supplier: 'farm', value: 2_000 },
      { supplier: 'mill', value: 2_000 },
    ];
    expect(borne({ goods }, 1_000)).toEqual({ hq: 400, store: 300 + 29, mill: 114, farm: 57, partner: 100 });
  });

  it('share goods that are worth nothing alike', () => {
    const goods = [
      { supplier: 'mill', value: 0 },
      { supplier: 'farm', value: 0 },
    ];
    expect(borne({ goods })).toMatchObject({ mill: 100, farm: 100 });
  });

  it('bear all of an amount, to the fen, and what stands for nobody falls to the fallback alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), statedShares, (total, { stated, over }) => {
        const parts = allocate(total, sharesOver(stated, over));
        const sumOf = (...wanted: Bearer[]) =>
          parts.filter(({ bearer }) => wanted.includes(bearer)).reduce((sum, { amount }) => sum + amount, 0);
        expect(sumOf('HQ', 'branch', 'supplier', 'partner')).toBe(total);
        expect(new Set(parts.map(({ bearer, nodeId }) => `${bearer} ${nodeId}`)).size).toBe(parts.length);
        const asStated = allocate(total, sharesOver(stated, { ...over, partner: 'p', goods: [{ supplier: 's', value: 1 }] }));
        const own = stated.fallback === 'HQ' ? 'branch' : 'HQ';
        expect(sumOf(own)).toBe(asStated.filter(({ bearer }) => bearer === own).reduce((sum, { amount }) => sum + amount, 0));
        if (over.partner === null) expect(sumOf('partner')).toBe(0);
        if (over.goods.every(({ supplier }) => supplier === null)) expect(sumOf('supplier')).toBe(0);
      }),
      runs(500),
    );
  });
});
