import { after, applied, at, caseIn, DAY, HOUR, moved, NOW, refused, say } from '../testing/cases.js';

const awaitingReturn = after(applied(), [say.approve]);
const shipped = after(awaitingReturn, [say.ship]);
const arrived = after(shipped, [say.delivered]);

describe('ship', () => {
  it('records the parcel and its freight', () => {
    const { facts, transition } = moved(awaitingReturn, say.ship);
    expect(facts).toMatchObject({ state: 'AWAIT_RECEIPT', shippedAt: NOW, goodsHeldBy: 'carrierToBranch' });
    expect(transition.effects).toEqual([
      { kind: 'returnShipped', method: 'parcel', carrier: 'SF', tracking: 'SF1001', freightPaid: 1_200 },
    ]);
  });

  it('needs carrier and tracking number', () => {
    expect(refused(awaitingReturn, { ...say.ship, tracking: '' })).toMatchObject({
      code: 'TRACKING_REQUIRED',
      field: 'tracking',
    });
    expect(refused(awaitingReturn, { ...say.ship, carrier: '' })).toMatchObject({ code: 'TRACKING_REQUIRED', field: 'carrier' });
  });

  it('takes a whole freight, or none', () => {
    expect(moved(awaitingReturn, { ...say.ship, freightPaid: null }).facts.state).toBe('AWAIT_RECEIPT');
    expect(refused(awaitingReturn, { ...say.ship, freightPaid: -1 })).toMatchObject({
      code: 'FREIGHT_INVALID',
      field: 'freightPaid',
    });
    expect(refused(awaitingReturn, { ...say.ship, freightPaid: 12.5 }).code).toBe('FREIGHT_INVALID');
  });
});

describe('recordTracking', () => {
  it('takes the carrier’s delivered event as receipt and starts the inspection', () => {
    const deliveredAt = NOW - 2 * HOUR;
    const { facts } = moved(shipped, { ...say.delivered, deliveredAt });
    expect(facts).toMatchObject({ state: 'AWAIT_RECEIPT', deliveredAt, receivedAt: deliveredAt, goodsHeldBy: 'branch' });
    expect(facts.deadline).toEqual({
      at: Date.parse('2026-11-26T00:00:00+08:00'),
      outcome: 'receive',
      field: 'inspectDays',
      legalCeiling: true,
    });
  });

  it('leaves no longer to inspect than the promise says until the refund is due', () => {
    const promised = at(NOW, { inspectDays: 5, refundDueDays: 3 });
    expect(moved(shipped, say.delivered, promised).facts.deadline?.at).toBe(Date.parse('2026-11-26T00:00:00+08:00'));
  });

  it('counts once', () => {
    expect(refused(arrived, say.delivered).code).toBe('NO_PARCEL_UNDER_WAY');
  });

  it('does not come from the future', () => {
    expect(refused(shipped, { ...say.delivered, deliveredAt: NOW + 1 })).toMatchObject({ code: 'INSTANT_IN_FUTURE', at: NOW });
  });

  it('may be recorded after a deadline that it makes void', () => {
    const late = at(shipped.deadline!.at + 1);
    expect(moved(shipped, say.delivered, late).facts.deadline?.outcome).toBe('receive');
  });

  it('makes receipt earlier, never later', () => {
    const proposed = moved(shipped, say.offer, at(NOW + DAY)).facts;
    expect(moved(proposed, { ...say.delivered, deliveredAt: NOW + HOUR }, at(NOW + DAY)).facts.receivedAt).toBe(NOW + HOUR);
    expect(moved(proposed, { ...say.delivered, deliveredAt: NOW + DAY + 1 }, at(NOW + 2 * DAY)).facts.receivedAt).toBe(NOW + DAY);
  });

  it('leaves the buyer’s clock alone, but lets it close nothing while the branch has the goods', () => {
    const disbelieved = after(shipped, [{ ...say.refuse, goods: 'notArrived' }]);
    expect(disbelieved.deadline?.outcome).toBe('close');
    const { facts } = moved(disbelieved, say.delivered);
    expect(facts.deadline).toEqual({ ...disbelieved.deadline, outcome: 'dispute' });
  });
});

describe('changeLogistics', () => {
  it('corrects the parcel under way without moving its clock', () => {
    const { facts, transition } = moved(shipped, say.changeLogistics, at(NOW + DAY));
    expect(facts.deadline).toEqual(shipped.deadline);
    expect(facts).toMatchObject({ state: 'AWAIT_RECEIPT', shippedAt: NOW });
    expect(transition.effects).toEqual([{ kind: 'logisticsChanged', carrier: 'YTO', tracking: 'YT2002', freightPaid: null }]);
  });

  it('names a freight that nobody has named before', () => {
    const { transition } = moved(shipped, { ...say.changeLogistics, freightPaid: 800 });
    expect(transition.effects).toMatchObject([{ kind: 'logisticsChanged', freightPaid: 800 }]);
  });

  it('corrects nothing that has been delivered', () => {
    expect(refused(arrived, say.changeLogistics).code).toBe('ALREADY_DELIVERED');
  });

  it('answers a parcel that did not arrive with the right number', () => {
    const disbelieved = after(arrived, [{ ...say.refuse, goods: 'notArrived' }]);
    const { facts, transition } = moved(disbelieved, say.changeLogistics);
    expect(facts).toMatchObject({ state: 'AWAIT_RECEIPT', shippedAt: NOW, deliveredAt: null, receivedAt: null });
    expect(facts.deadline?.field).toBe('noDeliveryDays');
    expect(transition.effects).toMatchObject([{ kind: 'logisticsChanged', carrier: 'YTO', tracking: 'YT2002' }]);
  });

  it('is a new shipment where the refused parcel came back', () => {
    const turnedBack = after(shipped, [{ ...say.refuse, goods: 'turnedBack' }]);
    const { transition, facts } = moved(turnedBack, { ...say.changeLogistics, freightPaid: 800 }, at(NOW + DAY));
    expect(transition.effects).toEqual([
      { kind: 'returnShipped', method: 'parcel', carrier: 'YTO', tracking: 'YT2002', freightPaid: 800 },
    ]);
    expect(facts).toMatchObject({ shippedAt: NOW + DAY, goodsHeldBy: 'carrierToBranch' });
  });

  it('needs goods that are not at the branch', () => {
    expect(refused(after(arrived, [say.refuse]), say.changeLogistics).code).toBe('GOODS_HELD');
  });

  it('happens at most twice after a refusal', () => {
    const refuse = { ...say.refuse, goods: 'turnedBack' } as const;
    const twice = after(shipped, [refuse, say.changeLogistics, refuse, say.changeLogistics, refuse]);
    expect(refused(twice, say.changeLogistics)).toMatchObject({ code: 'REPEAT_LIMIT', limit: 2 });
  });

  it('needs particulars', () => {
    expect(refused(shipped, { ...say.changeLogistics, tracking: ' ' }).code).toBe('TRACKING_REQUIRED');
    expect(refused(shipped, { ...say.changeLogistics, freightPaid: -5 }).code).toBe('FREIGHT_INVALID');
  });
});

describe('receive', () => {
  it('decides the refund; the goods are back', () => {
    const { facts, transition } = moved(arrived, say.receive, at(NOW + HOUR));
    expect(facts).toMatchObject({ state: 'REFUNDING', receivedAt: NOW, liability: null });
    expect(transition.effects).toContainEqual({ kind: 'refundDecided', amount: 18_900, goodsBack: true });
  });

  it('registers receipt itself where the carrier reported nothing', () => {
    expect(moved(shipped, say.receive, at(NOW + HOUR)).facts).toMatchObject({ receivedAt: NOW + HOUR, goodsHeldBy: 'branch' });
  });
});

describe('refuseReceipt', () => {
  it('needs a reason', () => {
    expect(refused(arrived, { ...say.refuse, reason: '' })).toMatchObject({ code: 'REASON_REQUIRED', field: 'reason' });
  });

  it('needs a photo, unless the parcel has not arrived', () => {
    const bare = { ...say.refuse, photos: 0 };
    expect(refused(arrived, bare)).toMatchObject({ code: 'PHOTO_REQUIRED', field: 'photos', limit: 1 });
    expect(refused(shipped, { ...bare, goods: 'turnedBack' }).code).toBe('PHOTO_REQUIRED');
    expect(moved(shipped, { ...bare, goods: 'notArrived' }).facts.state).toBe('RECEIPT_REFUSED');
  });

  it('reminds the buyer at once', () => {
    expect(moved(arrived, say.refuse).transition.reminders).toEqual([{ at: NOW, kind: 'receiptRefused' }]);
  });

  it.each([
    ['branch', 'branch', 'dispute'],
    ['turnedBack', 'carrierToBuyer', 'close'],
    ['notArrived', 'carrierToBranch', 'close'],
  ] as const)('says where the goods are: %s', (goods, goodsHeldBy, outcome) => {
    const { facts } = moved(shipped, { ...say.refuse, goods });
    expect(facts).toMatchObject({ goodsHeldBy, deadline: { outcome, field: 'reconsiderDays' } });
  });
});

describe('reportLost', () => {
  it('refunds at once and holds the carrier liable, by assumption', () => {
    const { facts, transition } = moved(shipped, say.reportLost);
    expect(facts).toMatchObject({
      state: 'REFUNDING',
      goodsHeldBy: 'lost',
      liability: { party: 'carrier', rule: 'reportLost', basis: 'assumed' },
    });
    expect(transition.effects).toContainEqual({ kind: 'refundDecided', amount: 18_900, goodsBack: false });
    expect(transition.trace.at(-1)).toMatchObject({ rule: 'liability', facts: { party: 'carrier' } });
  });

  it('cannot lose what was delivered', () => {
    expect(refused(arrived, say.reportLost).code).toBe('ALREADY_DELIVERED');
  });
});

describe('shipBack', () => {
  it('sends the goods to the buyer, so that the clock may close the case', () => {
    const held = after(arrived, [say.refuse]);
    const { facts, transition } = moved(held, say.shipBack, at(NOW + DAY));
    expect(facts).toMatchObject({ state: 'RECEIPT_REFUSED', goodsHeldBy: 'carrierToBuyer', shippedBackAt: NOW + DAY });
    expect(facts.deadline).toEqual({ ...held.deadline, outcome: 'close' });
    expect(transition.effects).toEqual([{ kind: 'shippedBack', carrier: 'SF', tracking: 'SF3003' }]);
  });

  it('needs goods to ship, and particulars', () => {
    expect(refused(caseIn('DISPUTED'), say.shipBack).code).toBe('GOODS_NOT_HELD');
    expect(refused(after(arrived, [say.refuse]), { ...say.shipBack, tracking: '' }).code).toBe('TRACKING_REQUIRED');
  });
});
