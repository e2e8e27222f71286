import fc from 'fast-check';
import type { FreightShare } from './events.js';
import { freightParts, splitFreight } from './freight.js';
import { runs } from './testing/runs.js';

const terms = (payer: FreightShare['payer'], limit: number | null, merchantBps = 0) => ({ payer, limit, merchantBps });

describe('freightParts', () => {
  it('pays the buyer’s own return up to the cap; the rest stays with the buyer', () => {
    expect(freightParts(1_200, terms('buyer', 1_935))).toEqual({ subsidy: 1_200, fault: 0, overCap: 0, buyer: 0 });
    expect(freightParts(2_500, terms('buyer', 1_935))).toEqual({ subsidy: 1_935, fault: 0, overCap: 0, buyer: 565 });
  });

  it('leaves all of it with the buyer where no subsidy was promised', () => {
    expect(freightParts(2_500, terms('buyer', null))).toEqual({ subsidy: 0, fault: 0, overCap: 0, buyer: 2_500 });
  });

  it('pays for the merchant’s fault up to the cap; above it the branch bears the over-cap', () => {
    expect(freightParts(2_500, terms('merchant', 1_935))).toEqual({ subsidy: 1_935, fault: 0, overCap: 565, buyer: 0 });
  });

  it('lets a branch without subsidy, or suspended, pay for its own faults', () => {
    expect(freightParts(2_500, terms('merchant', null))).toEqual({ subsidy: 0, fault: 2_500, overCap: 0, buyer: 0 });
  });

  it('shares what the subsidy leaves', () => {
    expect(freightParts(2_000, terms('shared', null, 3_000))).toEqual({ subsidy: 0, fault: 600, overCap: 0, buyer: 1_400 });
    expect(freightParts(2_500, terms('shared', 1_935, 5_000))).toEqual({ subsidy: 1_935, fault: 283, overCap: 0, buyer: 282 });
  });

  it('refuses a freight that is none', () => {
    expect(() => freightParts(-1, terms('buyer', null))).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }));
    expect(() => freightParts(0.5, terms('buyer', null))).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }));
  });
});

describe('splitFreight', () => {
  it('splits freight and cap over the cases of a parcel by value', () => {
    const cases = [
      { caseId: 'A', value: 30_000, ...terms('buyer', 1_200) },
      { caseId: 'B', value: 10_000, ...terms('merchant', 1_200) },
    ];
    expect(splitFreight(2_000, cases)).toEqual([
      { caseId: 'A', freight: 1_500, subsidy: 900, fault: 0, overCap: 0, buyer: 600 },
      { caseId: 'B', freight: 500, subsidy: 300, fault: 0, overCap: 200, buyer: 0 },
    ]);
  });

  it('gives a case without subsidy none of the others’', () => {
    const cases = [
      { caseId: 'A', value: 1, ...terms('buyer', 1_000) },
      { caseId: 'B', value: 1, ...terms('merchant', null) },
    ];
    expect(splitFreight(2_000, cases)).toEqual([
      { caseId: 'A', freight: 1_000, subsidy: 500, fault: 0, overCap: 0, buyer: 500 },
      { caseId: 'B', freight: 1_000, subsidy: 0, fault: 1_000, overCap: 0, buyer: 0 },
    ]);
  });

  const fen = fc.integer({ min: 0, max: 5_000 });
  const valued = fc.array(
    fc.record({ value: fen, payer: fc.constantFrom('buyer' as const, 'merchant' as const, 'shared' as const) }),
    {
      minLength: 1,
      maxLength: 7,
    },
  );
  const named = <T>(cases: readonly T[]) => cases.map((one, index) => ({ ...one, caseId: `C${index}`, merchantBps: 3_333 }));
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

  it('adds up to the freight, and so does each case', () => {
    fc.assert(
      fc.property(fen, valued, fc.option(fen), (freight, cases, limit) => {
        const split = splitFreight(freight, named(cases.map((one) => ({ ...one, limit }))));
        expect(sum(split.map((part) => part.freight))).toBe(freight);
        for (const part of split) {
          expect(part.subsidy + part.fault + part.overCap + part.buyer).toBe(part.freight);
          expect(Math.min(part.subsidy, part.fault, part.overCap, part.buyer)).toBeGreaterThanOrEqual(0);
        }
      }),
      runs(500),
    );
  });

  it('subsidises exactly the smaller of freight and cap, however many cases share the parcel', () => {
    fc.assert(
      fc.property(fen, valued, fen, (freight, cases, limit) => {
        const split = splitFreight(freight, named(cases.map((one) => ({ ...one, limit }))));
        expect(sum(split.map(({ subsidy }) => subsidy))).toBe(Math.min(freight, limit));
      }),
      runs(500),
    );
  });

  it('never subsidises a parcel above the highest of its cases’ caps', () => {
    const limited = fc.array(fc.record({ value: fen, limit: fc.option(fen), payer: fc.constant('buyer' as const) }), {
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(fen, limited, (freight, cases) => {
        const split = splitFreight(freight, named(cases));
        expect(sum(split.map(({ subsidy }) => subsidy))).toBeLessThanOrEqual(
          Math.max(0, ...cases.map(({ limit }) => limit ?? 0)),
        );
        split.forEach(({ subsidy }, index) => expect(subsidy).toBeLessThanOrEqual(cases[index]!.limit ?? 0));
      }),
      runs(500),
    );
  });
});
