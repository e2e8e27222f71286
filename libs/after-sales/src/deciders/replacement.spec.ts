import { after, applied, at, DAY, HOUR, moved, NOW, refused, say } from '../testing/cases.js';

const exchange = applied({ type: 'EX' });
const underWay = after(exchange, [say.approve, say.ship]);
const arrived = after(underWay, [say.delivered]);
const owed = after(arrived, [say.receive]);
const sent = after(owed, [say.dispatch]);
const handedOver = moved(sent, { ...say.delivered, deliveredAt: NOW + DAY }, at(NOW + DAY)).facts;
const reship = after(applied({ type: 'RS' }), [say.approve]);

describe('receive', () => {
  it('owes the buyer of an exchange a parcel, and no money', () => {
    const { facts, transition } = moved(arrived, say.receive);
    expect(facts).toMatchObject({ state: 'AWAIT_RESHIP', reshipSince: NOW, refundDecidedAt: null, goodsHeldBy: 'branch' });
    expect(facts.deadline).toEqual({ at: NOW + 7 * DAY, outcome: 'refund', field: 'reshipFailDays', legalCeiling: false });
    expect(transition).toMatchObject({ effects: [], reminders: [{ at: NOW + 48 * HOUR, kind: 'reshipDue' }] });
  });

  it('by the clock makes the branch liable, and still owes the exchange', () => {
    const { facts } = moved(arrived, say.timeout, at(arrived.deadline!.at));
    expect(facts).toMatchObject({ state: 'AWAIT_RESHIP', liability: { party: 'branch', rule: 'inspectDays' } });
  });

  it('and dispatch are one step for who has the other piece at hand', () => {
    const { facts, transition } = moved(underWay, say.swap, at(NOW + HOUR));
    expect(facts).toMatchObject({
      ...{ state: 'AWAIT_BUYER_RECEIPT', receivedAt: NOW + HOUR, dispatchedAt: NOW + HOUR, reshipSince: null },
      ...{ goodsHeldBy: 'carrierToBuyer', deadline: { outcome: 'dispute', field: 'noDeliveryDays' } },
    });
    expect(transition.effects).toEqual([{ kind: 'replacementShipped', carrier: 'SF', tracking: 'SF5005', freightPaid: 1_000 }]);
  });
});

describe('dispatch', () => {
  it('needs carrier, tracking number, and a whole freight where one is named', () => {
    expect(refused(owed, { ...say.dispatch, tracking: '' })).toMatchObject({ code: 'TRACKING_REQUIRED', field: 'tracking' });
    expect(refused(arrived, { ...say.swap, carrier: ' ' })).toMatchObject({ code: 'TRACKING_REQUIRED', field: 'carrier' });
    expect(refused(owed, { ...say.dispatch, freightPaid: 0.5 }).code).toBe('FREIGHT_INVALID');
    expect(moved(owed, { ...say.dispatch, freightPaid: null }).facts.state).toBe('AWAIT_BUYER_RECEIPT');
  });

  it('that does not happen in time ends in money, at the branch’s cost', () => {
    const { facts } = moved(owed, say.timeout, at(owed.deadline!.at));
    expect(facts).toMatchObject({
      ...{ state: 'REFUNDING', approvedAmount: 18_900 },
      liability: { party: 'branch', rule: 'reshipFailDays', basis: 'proven' },
    });
    expect(facts.deadline?.at).toBe(Date.parse('2026-12-07T00:00:00+08:00'));
  });

  it('corrects what was written down wrong, until the parcel has arrived', () => {
    expect(moved(sent, say.correct).transition.effects).toEqual([
      { kind: 'replacementCorrected', carrier: 'YTO', tracking: 'YT6006' },
    ]);
    expect(refused(handedOver, say.correct, at(NOW + DAY)).code).toBe('ALREADY_DELIVERED');
    expect(refused(sent, { ...say.correct, tracking: '' }).code).toBe('TRACKING_REQUIRED');
  });
});

describe('the buyer’s receipt', () => {
  it('is confirmed by itself, days after the carrier’s word', () => {
    expect(handedOver.deadline).toMatchObject({
      at: Date.parse('2026-12-04T00:00:00+08:00'),
      ...{ outcome: 'confirm', field: 'autoConfirmDays', legalCeiling: false },
    });
    const { facts, transition } = moved(handedOver, say.timeout, at(handedOver.deadline!.at));
    expect(facts).toMatchObject({ state: 'DONE', outcome: 'AUTO_CONFIRMED', buyerReceivedAt: NOW + DAY, goodsHeldBy: 'buyer' });
    expect(transition).toMatchObject({ actor: 'system', effects: [] });
  });

  it('is confirmed by the buyer, who may be faster than the carrier', () => {
    const { facts } = moved(sent, say.confirm, at(NOW + HOUR));
    expect(facts).toMatchObject({ state: 'DONE', outcome: 'CONFIRMED', buyerReceivedAt: NOW + HOUR, endedAt: NOW + HOUR });
  });

  it('is HQ’s question where no carrier says anything', () => {
    expect(moved(sent, say.timeout, at(NOW + 15 * DAY)).facts).toMatchObject({ state: 'DISPUTED', liability: null });
  });

  it('can be denied; what came instead is with the buyer, what never came is not', () => {
    expect(moved(sent, say.notReceived).facts).toMatchObject({ state: 'DISPUTED', buyerReceivedAt: null });
    expect(moved(sent, say.wrongReceived).facts).toMatchObject({ state: 'DISPUTED', buyerReceivedAt: NOW, goodsHeldBy: 'buyer' });
    expect(refused(sent, { ...say.wrongReceived, reason: '' })).toMatchObject({ code: 'REASON_REQUIRED', field: 'reason' });
  });

  it('is recorded in a dispute too, where the carrier is late to tell', () => {
    const denied = after(sent, [say.notReceived]);
    const { facts } = moved(denied, say.delivered);
    expect(facts).toMatchObject({ state: 'DISPUTED', buyerReceivedAt: NOW, deadline: denied.deadline });
    expect(refused(facts, say.delivered).code).toBe('NO_PARCEL_UNDER_WAY');
  });
});

describe('outOfStock', () => {
  it('offers all the money, and counts as a proposal', () => {
    const { facts } = moved(owed, say.outOfStock);
    expect(facts).toMatchObject({ state: 'AWAIT_CONSENT', proposal: { resolution: 'refund', amount: 18_900 } });
    expect(facts.counts.propose).toBe(1);
    const { transition } = moved(facts, say.accept);
    expect(transition.effects[0]).toEqual({ kind: 'refundDecided', amount: 18_900, goodsBack: true });
    const offeredTwice = after(owed, [say.outOfStock, say.decline, say.outOfStock, say.decline]);
    expect(refused(offeredTwice, say.outOfStock)).toMatchObject({ code: 'REPEAT_LIMIT', limit: 2 });
  });

  it('of a reship gives money for goods that never came back', () => {
    const { transition } = moved(after(reship, [say.outOfStock]), say.accept);
    expect(transition.effects[0]).toEqual({ kind: 'refundDecided', amount: 18_900, goodsBack: false });
  });
});

describe('changeIntent', () => {
  it('makes an exchange a return once the goods were under way for the days of the promise, not before', () => {
    const early = at(NOW + 7 * DAY - 1);
    expect(refused(underWay, say.changeIntent, early)).toMatchObject({
      ...{ code: 'TOO_EARLY', field: 'modifyAfterTransitDays', at: NOW + 7 * DAY },
    });
    const { facts } = moved(underWay, say.changeIntent, at(NOW + 7 * DAY));
    expect(facts).toMatchObject({ type: 'RR', state: 'AWAIT_RECEIPT', approvedAmount: 18_900, deadline: underWay.deadline });
    expect(moved(facts, say.receive, at(NOW + 7 * DAY)).facts.state).toBe('REFUNDING');
  });

  it('takes the money where the branch is slow to dispatch: every type after the hours of the promise', () => {
    expect(refused(reship, say.changeIntent, at(NOW + 48 * HOUR - 1))).toMatchObject({
      ...{ code: 'TOO_EARLY', field: 'reshipHours', at: NOW + 48 * HOUR },
    });
    const { facts, transition } = moved(reship, say.changeIntent, at(NOW + 48 * HOUR));
    expect(facts).toMatchObject({ state: 'REFUNDING', type: 'RS', reshipSince: null });
    expect(transition.effects[0]).toEqual({ kind: 'refundDecided', amount: 18_900, goodsBack: false });
  });

  it('takes the earlier of both ways for an exchange that waits for dispatch', () => {
    const shippedLongAgo = { ...owed, shippedAt: NOW - 7 * DAY };
    expect(moved(shippedLongAgo, say.changeIntent).facts.state).toBe('REFUNDING');
    expect(refused(owed, say.changeIntent)).toMatchObject({ field: 'reshipHours', at: NOW + 48 * HOUR });
  });

  it('is over once something was sent', () => {
    expect(refused(sent, say.changeIntent, at(NOW + 8 * DAY)).code).toBe('WRONG_STATE');
  });
});

describe('a lost return', () => {
  it('of an exchange is exchanged all the same; of a repair it is paid for', () => {
    expect(moved(underWay, say.reportLost).facts).toMatchObject({ state: 'AWAIT_RESHIP', liability: { party: 'carrier' } });
    const repair = after(applied({ type: 'RP' }), [say.approve, say.ship]);
    expect(moved(repair, say.reportLost).facts).toMatchObject({ state: 'REFUNDING', liability: { party: 'carrier' } });
  });
});

describe('the way back', () => {
  const awaiting = after(exchange, [say.approve]);

  it('is one of those the order was promised', () => {
    const parcelsOnly = at(NOW, { returnMethods: ['parcel'] });
    expect(refused(awaiting, { ...say.ship, method: 'pickup' }, parcelsOnly)).toMatchObject({
      ...{ code: 'METHOD_NOT_ALLOWED', field: 'method' },
    });
    expect(refused(awaiting, say.dropIn, parcelsOnly).code).toBe('METHOD_NOT_ALLOWED');
    expect(refused(awaiting, say.bookPickup, parcelsOnly).code).toBe('METHOD_NOT_ALLOWED');
    expect(refused(awaiting, say.ship, at(NOW, { returnMethods: ['dropIn'] })).code).toBe('METHOD_NOT_ALLOWED');
  });

  it('by pickup is booked first, for a time to come, and then has its tracking number', () => {
    expect(refused(awaiting, { ...say.ship, method: 'pickup' }).code).toBe('PICKUP_NOT_BOOKED');
    expect(refused(awaiting, { ...say.bookPickup, from: NOW - 1 })).toMatchObject({ code: 'PICKUP_INVALID', at: NOW });
    expect(refused(awaiting, { ...say.bookPickup, until: say.bookPickup.from }).code).toBe('PICKUP_INVALID');
    const booked = moved(awaiting, say.bookPickup).facts;
    expect(booked).toMatchObject({ state: 'AWAIT_RETURN', pickup: { from: NOW + DAY }, deadline: awaiting.deadline });
    expect(moved(booked, { ...say.ship, method: 'pickup' }).facts.state).toBe('AWAIT_RECEIPT');
  });

  it('over a counter is shipped, delivered and received at once', () => {
    const { facts, transition } = moved(awaiting, say.dropIn, at(NOW + HOUR));
    expect(facts).toMatchObject({
      ...{ state: 'AWAIT_RECEIPT', shippedAt: NOW + HOUR, deliveredAt: NOW + HOUR, receivedAt: NOW + HOUR },
      ...{ goodsHeldBy: 'branch', deadline: { outcome: 'receive', field: 'inspectDays' } },
    });
    expect(transition.effects).toEqual([{ kind: 'droppedIn', at: 'store-2' }]);
  });
});

it('keeps the freight of a return that something was sent for, though the case is closed', () => {
  const closing = after(sent, [say.wrongReceived, say.withdraw]);
  expect(closing).toMatchObject({ state: 'CLOSED', outcome: 'WITHDRAWN' });
  expect(moved(after(sent, [say.wrongReceived]), say.withdraw).transition.effects).toEqual([]);
});

it('becomes a return where the buyer agrees to money for the goods', () => {
  const offered = after(exchange, [{ ...say.offer, resolution: 'returnRefund' }, say.accept]);
  expect(offered).toMatchObject({ type: 'RR', state: 'AWAIT_RETURN', approvedAmount: 10_000 });
  expect(refused(applied({ type: 'RS' }), { ...say.offer, resolution: 'returnRefund' }).code).toBe('RESOLUTION_NOT_POSSIBLE');
});

it('decides for the buyer nobody judged: what was asked for where it can be had, else the money', () => {
  const ring = (facts: typeof sent) => moved(facts, say.timeout, at(facts.deadline!.at)).facts;
  expect(ring(after(exchange, [say.reject, say.escalate])).state).toBe('AWAIT_RETURN');
  expect(ring(after(arrived, [say.refuse, say.escalate])).state).toBe('AWAIT_RESHIP');
  expect(ring(after(applied({ type: 'RS' }), [say.reject, say.escalate])).state).toBe('AWAIT_RESHIP');
  expect(ring(after(sent, [say.notReceived])).state).toBe('REFUNDING');
});
