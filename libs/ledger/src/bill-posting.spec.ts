import fc from 'fast-check';
import { checkBalanced } from './balance.js';
import { billed, unknownBilled } from './bill-posting.js';
import type { Line } from './entry.js';
import { returnShipped } from './freight-posting.js';
import { context, parts, shipment, shipmentCase, shipments, short } from './testing/events.js';
import { runs } from './testing/runs.js';

const sums = (lines: readonly Line[]) => {
  const all = new Map<string, number>();
  for (const { amount, ...keys } of lines) {
    const key = Object.entries(keys).sort().flat().join(' ');
    all.set(key, (all.get(key) ?? 0) + amount);
  }
  return Object.fromEntries([...all].filter(([, amount]) => amount !== 0));
};

it('makes the books what they were had the bill been known at once', () => {
  fc.assert(
    fc.property(shipments, shipments, (before, after) => {
      const posted = returnShipped(before, context)?.lines ?? [];
      const event = { ...after, shipmentId: before.shipmentId, posted, billLineId: 'L1' };
      const added = billed(event, context)?.lines ?? [];
      const target = returnShipped(after, context)?.lines ?? [];
      expect(checkBalanced(added)).toEqual([]);
      expect(sums([...posted, ...added])).toEqual(sums(target));
    }),
    runs(300),
  );
});

it('posts the part above the cap to the branch', () => {
  const accrued = returnShipped(shipment(shipmentCase({ parts: parts({ subsidy: 1_000 }) })), context);
  const event = shipment(shipmentCase({ parts: parts({ subsidy: 1_500, overCap: 200 }) }));
  const entry = billed({ ...event, billLineId: 'L1', posted: accrued!.lines }, context);
  expect(short(entry)).toEqual([
    'expense 300 freight-subsidy HQ',
    'expense 200 freight-subsidy branch',
    'expense 200 freight-over-cap branch',
    'carrierPayable -500 freight-subsidy –',
    'carrierPayable -200 freight-over-cap –',
  ]);
  expect(entry).toMatchObject({ cause: 'billed', shipmentId: 'S1', caseId: 'C1', idempotencyKey: 'billed:L1' });
});

it('posts nothing where the bill is what is posted', () => {
  const event = shipment(shipmentCase());
  expect(billed({ ...event, billLineId: 'L1', posted: returnShipped(event, context)!.lines }, context)).toBeNull();
});

it('lets HQ bear a parcel that nobody knows', () => {
  const event = { billLineId: 'L2', carrier: 'SF', currency: 'CNY', rootId: 'hq', amount: 700 };
  const entry = unknownBilled(event, context);
  expect(short(entry)).toEqual(['expense 700 freight-fault HQ', 'carrierPayable -700 freight-fault –']);
  expect(entry).toMatchObject({ cause: 'billed', shipmentId: null, caseId: null, idempotencyKey: 'billed:L2' });
  expect(() => unknownBilled({ ...event, amount: 0 }, context)).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }));
});
