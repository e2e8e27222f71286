import type { ReturnAddress } from '@headwater/policy';
import fc from 'fast-check';
import { applied, at, moved, NOW, refused, rules, say } from '../testing/cases.js';
import { decideReturnRoute, type RoutingRules } from './return-route.js';

const own = rules.returnAddress;
const supplierAddress: ReturnAddress = { ...own!, recipient: '供货商售后', street: '仓储路 8 号' };
/** Low: our own; middle: the supplier; high: our own first. */
const byPrice: RoutingRules = {
  ...{ returnAddress: own, supplierAddress },
  returnRouting: [
    { amountFrom: 5_000, to: 'supplier' },
    { amountFrom: 50_000, to: 'own' },
  ],
};
const routed = (value: number, under: RoutingRules = byPrice) => decideReturnRoute(value, under);

describe('where goods go that come back (V3)', () => {
  it('is the return address, and no rule asked, where there is no table', () => {
    expect(routed(99_999, { ...byPrice, returnRouting: [] })).toEqual({ to: 'own', address: own, flip: null, trace: [] });
  });

  it.each([
    [4_999, 'own', 5_000],
    [5_000, 'supplier', 4_999],
    [49_000, 'supplier', 50_000],
    [50_000, 'own', 49_999],
  ] as const)('of %i fen is %s, and elsewhere from or up to %i', (value, to, flipsAt) => {
    const { address, flip, ...decision } = routed(value);
    expect([decision.to, flip]).toEqual([to, { fact: 'value', at: flipsAt }]);
    expect(address).toBe(to === 'own' ? own : supplierAddress);
  });

  it('says which row was reached', () => {
    expect(routed(6_000).trace).toEqual([
      {
        rule: 'returnRouting',
        passes: true,
        facts: { value: 6_000, row: 0, wanted: 'supplier', to: 'supplier', flipsAt: 4_999 },
      },
    ]);
    expect(routed(10).trace).toMatchObject([{ facts: { row: null, to: 'own' } }]);
  });

  it('is the return address while nobody knows the supplier’s, which it says', () => {
    const { to, address, flip, trace } = routed(6_000, { ...byPrice, supplierAddress: null });
    expect([to, address, flip]).toEqual(['own', own, null]);
    expect(trace).toMatchObject([{ passes: false, facts: { wanted: 'supplier', to: 'own' } }]);
  });

  it('flips at the lower of two values as near, however the rows stand', () => {
    const rows = [
      { amountFrom: 20, to: 'own' as const },
      { amountFrom: 12, to: 'supplier' as const },
    ];
    for (const returnRouting of [rows, [...rows].reverse()])
      expect(routed(15, { ...byPrice, returnRouting }).flip).toEqual({ fact: 'value', at: 11 });
  });

  it('does not hang on the order of the rows, and flips where it says, and no nearer', () => {
    const table = fc.uniqueArray(
      fc.record({ amountFrom: fc.nat(60), to: fc.constantFrom('own' as const, 'supplier' as const) }),
      {
        selector: (row) => row.amountFrom,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(table, fc.nat(80), (returnRouting, value) => {
        const under = { ...byPrice, returnRouting };
        const { to, flip } = routed(value, under);
        expect(routed(value, { ...under, returnRouting: [...returnRouting].reverse() })).toMatchObject({ to, flip });
        const others = Array.from({ length: 100 }, (_, other) => other).filter((other) => routed(other, under).to !== to);
        const nearest = Math.min(...others.map((other) => Math.abs(other - value)));
        expect(flip === null ? Infinity : Math.abs(flip.at - value)).toBe(nearest);
        if (flip) expect(routed(flip.at, under).to).not.toBe(to);
      }),
    );
  });
});

describe('an approval', () => {
  const under = at(NOW, { ...byPrice, returnAddress: null });

  it('needs the address that the goods would go to, and no other', () => {
    expect(moved(applied(), say.approve, under).facts.state).toBe('AWAIT_RETURN');
    expect(refused(applied({ maxAmount: 3_000, amount: 3_000 }), say.approve, under).code).toBe('RETURN_ADDRESS_REQUIRED');
  });

  it('says in its trace where they go', () => {
    const { trace } = moved(applied(), say.approve, under).transition;
    expect(trace).toContainEqual(expect.objectContaining({ rule: 'returnRouting', passes: true }));
    const { trace: rejected } = moved(applied(), say.reject, under).transition;
    expect(rejected.map(({ rule }) => rule)).not.toContain('returnRouting');
  });
});
