import { after, applied, at, caseIn, DAY, moved, NOW, refused, say } from '../testing/cases.js';

const rejected = caseIn('REJECTED');

describe('modify', () => {
  it('keeps the date of the first application and asks the branch again', () => {
    const later = at(NOW + DAY);
    const { facts } = moved(rejected, { ...say.modify, reason: 'manufacturingDefect' }, later);
    expect(facts).toMatchObject({
      state: 'APPLIED',
      amount: 15_000,
      reason: 'manufacturingDefect',
      appliedAt: NOW,
      approvedAmount: null,
    });
  });

  it('never asks for more than was paid', () => {
    expect(refused(rejected, { ...say.modify, amount: 18_901 })).toMatchObject({ code: 'AMOUNT_TOO_HIGH', limit: 18_900 });
  });

  it('asks for no more than another reason lets be refunded, and for all of it where it did before', () => {
    const dearer = { verb: 'modify', actor: 'buyer', reason: 'manufacturingDefect', maxAmount: 19_700 } as const;
    expect(moved(rejected, dearer).facts).toMatchObject({ amount: 19_700, maxAmount: 19_700 });
    expect(moved(rejected, { ...dearer, amount: 19_000 }).facts).toMatchObject({ amount: 19_000, maxAmount: 19_700 });
    expect(refused(rejected, { ...dearer, amount: 19_701 })).toMatchObject({ code: 'AMOUNT_TOO_HIGH', limit: 19_700 });
    const partly = { ...rejected, amount: 15_000 };
    expect(moved(partly, dearer).facts).toMatchObject({ amount: 15_000, maxAmount: 19_700 });
    expect(moved(partly, { ...dearer, maxAmount: 14_000 }).facts).toMatchObject({ amount: 14_000, maxAmount: 14_000 });
  });

  it('has to change something', () => {
    const same = { verb: 'modify', actor: 'buyer', amount: 18_900, type: 'RR' } as const;
    expect(refused(rejected, same).code).toBe('NOTHING_CHANGED');
  });

  it('refuses a reason nobody knows', () => {
    const unknown = JSON.parse('{"verb":"modify","actor":"buyer","reason":"bored"}');
    expect(refused(rejected, unknown)).toMatchObject({ code: 'REASON_UNKNOWN', field: 'reason' });
  });

  it('changes the type where policy allows it and the goods are with the buyer', () => {
    const refundOnly = { verb: 'modify', actor: 'buyer', type: 'RO' } as const;
    expect(moved(rejected, refundOnly).facts).toMatchObject({ type: 'RO', state: 'APPLIED' });
    expect(refused(rejected, refundOnly, at(NOW, { types: ['returnRefund'] }))).toMatchObject({
      code: 'TYPE_NOT_ALLOWED',
      field: 'type',
    });
    const held = after(applied(), [say.approve, say.ship, say.refuse]);
    expect(refused(held, refundOnly)).toMatchObject({ code: 'GOODS_NOT_WITH_BUYER', field: 'type' });
  });

  it('happens as often as policy says', () => {
    const once = at(NOW, { modifyMax: 1 });
    const again = after(moved(rejected, say.modify, once).facts, [say.reject], once);
    expect(refused(again, { ...say.modify, amount: 12_000 }, once)).toMatchObject({
      code: 'MODIFY_LIMIT',
      field: 'modifyMax',
      limit: 1,
      allowed: ['escalate', 'withdraw'],
    });
  });
});

describe('escalate', () => {
  it('needs a reason', () => {
    expect(refused(rejected, { ...say.escalate, reason: '' })).toMatchObject({ code: 'REASON_REQUIRED', field: 'reason' });
  });

  it('happens at most twice', () => {
    const twice = { ...rejected, counts: { ...rejected.counts, escalate: 2 } };
    expect(refused(twice, say.escalate)).toMatchObject({ code: 'REPEAT_LIMIT', limit: 2 });
  });
});

describe('withdraw', () => {
  it('ends the case without money', () => {
    const { facts, transition } = moved(applied(), say.withdraw);
    expect(facts).toMatchObject({ state: 'CLOSED', outcome: 'WITHDRAWN', endedAt: NOW, deadline: null });
    expect(transition).toMatchObject({ effects: [], reminders: [] });
  });

  it('releases the freight of a return that had gone out', () => {
    const turnedBack = after(applied(), [say.approve, say.ship, { ...say.refuse, goods: 'turnedBack' }]);
    expect(moved(turnedBack, say.withdraw).transition.effects).toEqual([{ kind: 'returnAbandoned' }]);
  });

  it('waits until the branch has shipped back what it holds', () => {
    const held = after(applied(), [say.approve, say.ship, say.refuse]);
    expect(refused(held, say.withdraw)).toMatchObject({ code: 'GOODS_HELD', allowed: ['modify', 'escalate'] });
    expect(after(held, [say.shipBack, say.withdraw]).state).toBe('CLOSED');
  });
});
