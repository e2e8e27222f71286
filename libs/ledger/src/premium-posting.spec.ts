import { trialBalance } from './balance.js';
import { claimOpened, orderCovered } from './premium-posting.js';
import { reverse } from './reversal.js';
import { context, parts, shipment, shipmentCase, short } from './testing/events.js';

const covered = {
  orderId: 'O1',
  originNodeId: 'store-1',
  currency: 'CNY',
  amount: 35,
  bearers: [
    { bearer: 'HQ', nodeId: 'hq', bps: 5_000 },
    { bearer: 'branch', nodeId: 'store-1', bps: 5_000 },
  ],
} as const;

it('owes the insurer the premium of a covered order, shared by its bearers', () => {
  const entry = orderCovered(covered, context);
  expect(entry).toMatchObject({ cause: 'orderCovered', orderId: 'O1', caseId: null, idempotencyKey: 'orderCovered:O1' });
  expect(short(entry)).toEqual(['expense 18 premium HQ', 'expense 17 premium branch', 'insurerPayable -35 premium –']);
  expect(entry.lines.every(({ caseId, reason }) => caseId === null && reason === 'none')).toBe(true);
});

it('takes the premium of a cancelled order back', () => {
  const entry = orderCovered(covered, context);
  const balances = trialBalance([...entry.lines, ...reverse(entry, context).lines]);
  expect(balances.every(({ amount }) => amount === 0)).toBe(true);
});

it('claims of the insurer what free returns pay, and nothing else of a freight', () => {
  const insured = shipmentCase({ insured: true, parts: parts({ subsidy: 1_001, fault: 300, overCap: 50 }) });
  expect(short(claimOpened(shipment(insured), context))).toEqual([
    'insurerReceivable 1001 recovery –',
    'expense -601 recovery HQ',
    'expense -400 recovery branch',
  ]);
});

it('is nothing where no order of the parcel is insured, or nothing is subsidised', () => {
  expect(claimOpened(shipment(shipmentCase()), context)).toBeNull();
  expect(claimOpened(shipment(shipmentCase({ insured: true, parts: parts({ fault: 300 }) })), context)).toBeNull();
});

it.each([0, -1, 0.5])('refuses a premium of %d', (amount) => {
  expect(() => orderCovered({ ...covered, amount }, context)).toThrow('Not an amount above 0');
});
