import fc from 'fast-check';
import { sharesOver, type BearerUnits, type StatedShares } from '../bearer-shares.js';
import type { Entry, PostingContext } from '../entry.js';
import type { BearerShare, CaseRef, FreightParts, GoodsLost, ReturnShipped, ShipmentCase } from '../events.js';
import { splitFreight } from '../freight.js';
import { bearers } from '../vocabulary.js';

export const context: PostingContext = { period: '2026-11', policyVersion: 'ver-3', promiseHash: 'c0ffee' };

export const caseRef = (changed: Partial<CaseRef> = {}): CaseRef => ({
  caseId: 'C1',
  orderId: 'O1',
  originNodeId: 'store-1',
  reasonClass: 'expectation',
  reason: 'changedMind',
  currency: 'CNY',
  ...changed,
});

const sixtyForty: readonly BearerShare[] = [
  { bearer: 'HQ', nodeId: 'hq', bps: 6_000 },
  { bearer: 'branch', nodeId: 'store-1', bps: 4_000 },
];

export const parts = (changed: Partial<FreightParts> = {}): FreightParts => ({
  subsidy: 0,
  fault: 0,
  overCap: 0,
  buyer: 0,
  ...changed,
});

export const shipmentCase = (changed: Partial<ShipmentCase> = {}): ShipmentCase => ({
  ...caseRef(),
  parts: parts({ subsidy: 1_935 }),
  bearers: sixtyForty,
  insured: false,
  ...changed,
});

export const shipment = (...cases: ShipmentCase[]): ReturnShipped => ({ shipmentId: 'S1', carrier: 'SF', cases });

export const lostGoods = (changed: Partial<GoodsLost> = {}): GoodsLost => ({
  ...caseRef(),
  lines: [{ price: 9_000, quantity: 2, unitCost: 2_100 }],
  shareBps: 5_000,
  ...{ bearer: 'branch', bearerNodeId: 'store-1', shipmentId: null, carrier: null, posting: 0 },
  ...changed,
});

/** Lines in the short: account, amount, component, and who bears it. */
export const short = (entry: Entry | null): string[] =>
  (entry?.lines ?? []).map(({ account, amount, component, bearer }) => [account, amount, component, bearer ?? '–'].join(' '));

const fen = fc.integer({ min: 0, max: 20_000 });
const units: fc.Arbitrary<BearerUnits> = fc.record({
  HQ: fc.constant('node-HQ'),
  branch: fc.constant('node-branch'),
  partner: fc.option(fc.constant('node-partner')),
  goods: fc.array(fc.record({ supplier: fc.option(fc.constantFrom('supplier-1', 'supplier-2')), value: fen }), { maxLength: 3 }),
});

/** Shares of four bearers as a policy states them, and the units that stand for those. */
export const statedShares: fc.Arbitrary<{ readonly stated: StatedShares; readonly over: BearerUnits }> = fc
  .tuple(
    fc.array(fc.nat(10_000), { minLength: 3, maxLength: 3 }).map((cuts) => cuts.sort((a, b) => a - b)),
    fc.constantFrom('HQ' as const, 'branch' as const),
    units,
  )
  .map(([[first = 0, second = 0, third = 0], fallback, over]) => ({
    stated: {
      shares: { HQ: first, branch: second - first, supplier: third - second, partner: 10_000 - third },
      fallback,
    },
    over,
  }));

const bearerShares: fc.Arbitrary<BearerShare[]> = statedShares.map(({ stated, over }) => sharesOver(stated, over));

const shipmentCases = fc.array(
  fc.record({
    value: fen,
    limit: fc.option(fen),
    payer: fc.constantFrom('buyer', 'merchant', 'shared'),
    merchantBps: fc.integer({ min: 0, max: 10_000 }),
    bearers: bearerShares,
    insured: fc.boolean(),
    currency: fc.constantFrom('CNY', 'BRL'),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Shipments with one to five cases, their freight split by the product's own rules. */
export const shipments: fc.Arbitrary<ReturnShipped> = fc.tuple(fen, shipmentCases, fc.nat()).map(([freight, cases, number]) => {
  const split = splitFreight(
    freight,
    cases.map((one, index) => ({ ...one, caseId: `C${number}-${index}` })),
  );
  const posted = cases.map(({ bearers, currency, insured }, index) => {
    const own = split[index]!;
    return { ...caseRef({ caseId: own.caseId, currency }), parts: own, bearers, insured };
  });
  return { shipmentId: `S${number}`, carrier: 'SF', cases: posted };
});

/** Goods of one to four lines, their costs known or not, in a parcel or in none. */
export const losses: fc.Arbitrary<GoodsLost> = fc
  .record({
    lines: fc.array(fc.record({ price: fen, quantity: fc.integer({ min: 1, max: 9 }), unitCost: fc.option(fen) }), {
      minLength: 1,
      maxLength: 4,
    }),
    shareBps: fc.integer({ min: 0, max: 10_000 }),
    bearer: fc.constantFrom(...bearers),
    shipmentId: fc.option(fc.constant('S1')),
    currency: fc.constantFrom('CNY', 'BRL'),
  })
  .map((drawn) => lostGoods({ ...drawn, bearerNodeId: `node-${drawn.bearer}`, carrier: drawn.shipmentId && 'SF' }));
