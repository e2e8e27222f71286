import { buyerReimbursed, returnShipped } from './freight-posting.js';
import { refundDecided } from './refund-posting.js';
import { returnAbandoned, reverse } from './reversal.js';
import { caseRef, context, parts, shipment, shipmentCase, short } from './testing/events.js';
import { trialBalance } from './balance.js';

const december = { ...context, period: '2026-12' };

it('takes an entry back by its exact negation, in another period, with a reference', () => {
  const entry = refundDecided({ ...caseRef(), amount: 18_900 }, context);
  const taken = reverse(entry, december);
  expect(taken).toMatchObject({
    cause: 'reversal',
    caseId: 'C1',
    period: '2026-12',
    causePeriod: '2026-11',
    reverses: 'refundDecided:C1',
    idempotencyKey: 'reversal:refundDecided:C1',
  });
  expect(reverse(entry, context).causePeriod).toBeNull();
  expect(reverse(taken, { ...context, period: '2027-01' }).causePeriod).toBe('2026-11');
  expect(short(taken)).toEqual(['returnedSales -18900 refund –', 'buyerPayable 18900 refund –']);
});

describe('a return that is given up', () => {
  const second = shipmentCase({ ...caseRef({ caseId: 'C2' }), parts: parts({ fault: 300 }) });
  const event = shipment(shipmentCase(), second);
  const posted = [returnShipped(event, context)!, buyerReimbursed(event, context)!];

  it('leaves no cost and no debt of its case', () => {
    const released = posted.map((entry) => returnAbandoned(entry, 'C1', december)!);
    const lines = [...posted, ...released].flatMap((entry) => entry.lines).filter(({ caseId }) => caseId === 'C1');
    expect(trialBalance(lines).every(({ amount }) => amount === 0)).toBe(true);
    expect(released[0]).toMatchObject({ cause: 'returnAbandoned', caseId: 'C1', shipmentId: 'S1', reverses: 'returnShipped:S1' });
  });

  it('leaves the other cases of the parcel as they were', () => {
    expect(returnAbandoned(posted[0]!, 'C2', december)?.lines.map(({ caseId }) => caseId)).toEqual(['C2', 'C2']);
  });

  it('is nothing where the case has no part', () => {
    expect(returnAbandoned(posted[0]!, 'C9', december)).toBeNull();
  });

  it('happens once per entry and case', () => {
    const keys = posted.flatMap((entry) => ['C1', 'C2'].map((id) => returnAbandoned(entry, id, december)?.idempotencyKey));
    expect(new Set(keys).size).toBe(4);
  });
});
