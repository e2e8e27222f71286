import { subsidyLimit } from './subsidy.js';

const promised = { on: true, covered: true, reason: true, spent: null, mode: { kind: 'actual', cap: 1_935 } } as const;

it('pays up to the cap of actual cost and door pickup, and the flat amount of self-ship', () => {
  expect(subsidyLimit(promised).limit).toBe(1_935);
  expect(subsidyLimit({ ...promised, mode: { kind: 'pickup', cap: 1_500 } }).limit).toBe(1_500);
  expect(subsidyLimit({ ...promised, mode: { kind: 'selfShip', flat: 1_000 } }).limit).toBe(1_000);
});

it('promises nothing where it was off or suspended at payment, or does not cover the goods', () => {
  expect(subsidyLimit({ ...promised, on: false })).toMatchObject({
    limit: null,
    trace: [{ rule: 'returnShippingSubsidy', passes: false }],
  });
  expect(subsidyLimit({ ...promised, covered: false }).limit).toBeNull();
});

it('pays nothing for a reason that is not subsidised, nor beyond what an order or a buyer has', () => {
  expect(subsidyLimit({ ...promised, reason: false }).limit).toBeNull();
  expect(subsidyLimit({ ...promised, spent: 'order' })).toMatchObject({ limit: null, trace: [{ facts: { spent: 'order' } }] });
  expect(subsidyLimit({ ...promised, spent: 'buyer' }).limit).toBeNull();
});
