import { at, caseIn, moved, NOW } from './testing/cases.js';
import { nextByItself } from './lifecycle/actions.js';
import { restockingFeeOf } from './restocking.js';

const fee = (bps: number) => ({ restockingFee: [{ reasonClass: 'expectation' as const, bps }] });
const held = { goodsHeldBy: 'branch', shippedAt: NOW, deliveredAt: NOW, receivedAt: NOW } as const;

describe('the restocking fee', () => {
  it('is kept of the refund when the goods are in, as a deduction that the trace tells', () => {
    const context = at(NOW, fee(1500));
    const back = caseIn('AWAIT_RECEIPT', { ...held, approvedAmount: 18_999 }, context);
    const { facts, transition } = moved(back, { verb: 'receive', actor: 'branch' }, context);
    expect(facts).toMatchObject({ approvedAmount: 16_150, feeKept: 2_849 });
    expect(transition.effects).toEqual([
      { kind: 'refundDecided', amount: 18_999, goodsBack: true },
      { kind: 'deduction', amount: 2_849 },
      { kind: 'payoutRequested', amount: 16_150, attempt: 1 },
    ]);
    expect(transition.trace).toContainEqual({
      rule: 'restockingFee',
      passes: true,
      facts: { reason: 'changedMind', bps: 1500, amount: 18_999, fee: 2_849 },
    });
    expect(nextByItself(back, context)).toMatchObject({ refund: 16_150 });
  });

  it('is nothing within the right of the law, of what was lost, and of any case but a return', () => {
    const context = at(NOW, fee(2000));
    const free = caseIn('AWAIT_RECEIPT', { ...held, feeFree: true }, context);
    expect(moved(free, { verb: 'receive', actor: 'branch' }, context).facts).toMatchObject({
      approvedAmount: 18_900,
      feeKept: 0,
    });
    const lost = caseIn('AWAIT_RECEIPT', { shippedAt: NOW, goodsHeldBy: 'carrierToBranch' }, context);
    expect(moved(lost, { verb: 'reportLost', actor: 'branch' }, context).facts).toMatchObject({ approvedAmount: 18_900 });
    expect(restockingFeeOf({ type: 'RO', reason: 'changedMind', feeFree: false }, 1000, context.rules)).toBe(0);
  });

  it('is not taken of an amount that the buyer agreed to send the goods back for', () => {
    const context = at(NOW, fee(2000));
    const offered = caseIn(
      'AWAIT_CONSENT',
      { proposal: { resolution: 'returnRefund', amount: 9_000 }, cameFrom: 'APPLIED' },
      context,
    );
    expect(moved(offered, { verb: 'accept', actor: 'buyer' }, context).facts).toMatchObject({
      approvedAmount: 9_000,
      feeFree: true,
    });
  });
});
