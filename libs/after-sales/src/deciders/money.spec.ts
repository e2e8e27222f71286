import { after, applied, at, DAY, moved, NOW, refused, say } from '../testing/cases.js';
import { refundDueAt } from '../lifecycle/clocks.js';

const received = after(applied(), [say.approve, say.ship, say.delivered, say.receive]);

it('ends with the payout', () => {
  const { facts, transition } = moved(received, say.paid, at(NOW + DAY));
  expect(facts).toMatchObject({ state: 'REFUNDED', outcome: 'REFUNDED', endedAt: NOW + DAY, deadline: null });
  expect(transition.effects).toEqual([{ kind: 'refundPaid', amount: 18_900, reference: 'PAY-1' }]);
});

it('cannot be paid twice', () => {
  const paid = after(received, [say.paid]);
  expect(refused(paid, say.paid)).toMatchObject({ code: 'WRONG_STATE', allowed: [] });
  expect(refused(paid, say.manualVoucher).code).toBe('WRONG_STATE');
});

it('keeps a failed attempt as data and tries again on request', () => {
  const failed = moved(received, say.payoutFailed);
  expect(failed.facts).toMatchObject({ state: 'REFUNDING', payoutFailed: true, payoutAttempts: 1, deadline: received.deadline });
  const again = moved(failed.facts, say.retry);
  expect(again.facts).toMatchObject({ payoutFailed: false, payoutAttempts: 2 });
  expect(again.transition.effects).toEqual([{ kind: 'payoutRequested', amount: 18_900, attempt: 2 }]);
});

it('retries nothing that has not failed, and fails nothing twice', () => {
  expect(refused(received, say.retry).code).toBe('NO_FAILED_PAYOUT');
  expect(refused(after(received, [say.payoutFailed]), say.payoutFailed).code).toBe('PAYOUT_ALREADY_FAILED');
});

it('can be paid by hand where the gateway could not, by finance alone', () => {
  const failed = after(received, [say.payoutFailed]);
  const { facts, transition } = moved(failed, say.manualVoucher);
  expect(facts).toMatchObject({ state: 'REFUNDED', outcome: 'REFUNDED_BY_VOUCHER' });
  expect(transition.effects).toEqual([{ kind: 'manualVoucher', amount: 18_900, reference: 'V-77' }]);
  expect(refused(failed, { ...say.manualVoucher, actor: 'branch' }).code).toBe('NOT_ALLOWED_FOR_ACTOR');
});

it('is not paid by hand while the gateway may be paying it', () => {
  expect(refused(received, say.manualVoucher)).toMatchObject({ code: 'NO_FAILED_PAYOUT', allowed: ['paid', 'payoutFailed'] });
  expect(refused(after(received, [say.payoutFailed, say.retry]), say.manualVoucher).code).toBe('NO_FAILED_PAYOUT');
});

it('wants a reference for money that went out, and a cause for money that did not', () => {
  expect(refused(received, { ...say.paid, reference: '' })).toMatchObject({ code: 'REFERENCE_REQUIRED', field: 'reference' });
  expect(refused(after(received, [say.payoutFailed]), { ...say.manualVoucher, reference: '' }).code).toBe('REFERENCE_REQUIRED');
  expect(refused(received, { ...say.payoutFailed, detail: '' })).toMatchObject({ code: 'REASON_REQUIRED', field: 'detail' });
});

describe('the due date', () => {
  it('counts from receipt of the goods', () => {
    expect(refundDueAt(received, at(NOW))).toBe(Date.parse('2026-11-30T00:00:00+08:00'));
  });

  it('counts from the decision where nothing comes back', () => {
    const refundOnly = after(applied({ type: 'RO' }), [say.approve], at(NOW + DAY));
    expect(refundDueAt(refundOnly, at(NOW))).toBe(Date.parse('2026-12-01T00:00:00+08:00'));
  });

  it('does not exist before a decision', () => {
    expect(refundDueAt(applied(), at(NOW))).toBeNull();
  });
});
