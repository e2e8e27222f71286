import { checkBalanced } from './balance.js';
import { buyerReimbursed, replacementShipped, returnShipped } from './freight-posting.js';
import { caseRef, context, parts, shipment, shipmentCase, short } from './testing/events.js';

describe('returnShipped', () => {
  it('accrues the subsidy by its bearers against what is owed to the carrier', () => {
    expect(short(returnShipped(shipment(shipmentCase()), context))).toEqual([
      'expense 1161 freight-subsidy HQ',
      'expense 774 freight-subsidy branch',
      'carrierPayable -1935 freight-subsidy –',
    ]);
  });

  it('lets the branch bear fault and over-cap, as itself', () => {
    const entry = returnShipped(
      shipment(shipmentCase({ parts: parts({ subsidy: 1_000, overCap: 565, fault: 200, buyer: 99 }) })),
      context,
    );
    expect(short(entry)).toEqual([
      'expense 600 freight-subsidy HQ',
      'expense 400 freight-subsidy branch',
      'expense 200 freight-fault branch',
      'expense 565 freight-over-cap branch',
      'carrierPayable -1000 freight-subsidy –',
      'carrierPayable -200 freight-fault –',
      'carrierPayable -565 freight-over-cap –',
    ]);
    expect(entry?.lines.find(({ component }) => component === 'freight-fault')?.bearerNodeId).toBe('store-1');
  });

  it('gives every line the keys that reports group by', () => {
    const entry = returnShipped(shipment(shipmentCase()), context);
    expect(entry).toMatchObject({
      cause: 'returnShipped',
      caseId: 'C1',
      orderId: 'O1',
      shipmentId: 'S1',
      period: '2026-11',
      idempotencyKey: 'returnShipped:S1',
      policyVersion: 'ver-3',
      promiseHash: 'c0ffee',
      reverses: null,
    });
    expect(entry?.lines[0]).toEqual({
      account: 'expense',
      amount: 1_161,
      currency: 'CNY',
      component: 'freight-subsidy',
      originNodeId: 'store-1',
      bearer: 'HQ',
      bearerNodeId: 'hq',
      assumed: false,
      reasonClass: 'expectation',
      reason: 'changedMind',
      carrier: 'SF',
      caseId: 'C1',
    });
  });

  it('posts a parcel of several cases as one entry that balances case by case', () => {
    const second = shipmentCase({ ...caseRef({ caseId: 'C2', orderId: 'O2' }), parts: parts({ fault: 300 }) });
    const entry = returnShipped(shipment(shipmentCase(), second), context);
    expect(entry).toMatchObject({ caseId: null, orderId: null, shipmentId: 'S1' });
    for (const id of ['C1', 'C2']) expect(checkBalanced(entry!.lines.filter(({ caseId }) => caseId === id))).toEqual([]);
  });

  it('posts nothing where all of it is the buyer’s', () => {
    const event = shipment(shipmentCase({ parts: parts({ buyer: 2_500 }) }));
    expect(returnShipped(event, context)).toBeNull();
    expect(buyerReimbursed(event, context)).toBeNull();
  });

  it('omits a bearer without a share', () => {
    const bearers = [
      { bearer: 'HQ', nodeId: 'hq', bps: 10_000 },
      { bearer: 'branch', nodeId: 'store-1', bps: 0 },
    ] as const;
    expect(short(returnShipped(shipment(shipmentCase({ bearers })), context))).toHaveLength(2);
  });

  it('refuses parts that are not whole amounts', () => {
    const event = shipment(shipmentCase({ parts: parts({ subsidy: 12.5 }) }));
    expect(() => returnShipped(event, context)).toThrow(expect.objectContaining({ code: 'PARTS_INVALID' }));
  });
});

it('lets the branch bear the freight of what goes out to the buyer, and owes it to the carrier', () => {
  const event = { ...caseRef(), shipmentId: 'S2', carrier: 'SF', amount: 900 };
  const entry = replacementShipped(event, context);
  expect(short(entry)).toEqual(['expense 900 freight-fault branch', 'carrierPayable -900 freight-fault –']);
  expect(entry).toMatchObject({
    ...{ cause: 'replacementShipped', caseId: 'C1', orderId: 'O1', shipmentId: 'S2' },
    idempotencyKey: 'replacementShipped:S2',
  });
  expect(replacementShipped({ ...event, amount: 0 }, context)).toBeNull();
  expect(() => replacementShipped({ ...event, amount: -1 }, context)).toThrow(expect.objectContaining({ code: 'PARTS_INVALID' }));
});

it('owes the buyer who paid first what it would have owed the carrier', () => {
  const event = shipment(shipmentCase({ parts: parts({ subsidy: 1_935, overCap: 65, buyer: 10 }) }));
  const entry = buyerReimbursed(event, context);
  expect(short(entry)).toEqual([
    'carrierPayable 1935 freight-subsidy –',
    'buyerPayable -1935 freight-subsidy –',
    'carrierPayable 65 freight-over-cap –',
    'buyerPayable -65 freight-over-cap –',
  ]);
  expect(entry?.idempotencyKey).toBe('buyerReimbursed:S1');
});
