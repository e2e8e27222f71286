import { after, applied, at, caseIn, DAY, moved, NOW, refused, say } from '../testing/cases.js';
import { timeout } from '../lifecycle/decide.js';
import type { CaseFacts } from '../facts.js';

const disputed = caseIn('DISPUTED');
const held = after(applied(), [say.approve, say.ship, say.delivered, say.refuse, say.escalate]);
const undelivered = caseIn('DISPUTED', { goodsHeldBy: 'carrierToBranch', shippedAt: NOW - 15 * DAY });

describe('verdict', () => {
  it('pays what was asked for, or what HQ says', () => {
    expect(moved(disputed, say.verdict).facts.approvedAmount).toBe(18_900);
    expect(moved(disputed, { ...say.verdict, amount: 5_000 }).facts.approvedAmount).toBe(5_000);
  });

  it('never pays more than was paid', () => {
    expect(refused(disputed, { ...say.verdict, amount: 18_901 })).toMatchObject({ code: 'AMOUNT_TOO_HIGH', limit: 18_900 });
  });

  it('needs a reason', () => {
    expect(refused(disputed, { ...say.verdict, reason: '' })).toMatchObject({ code: 'REASON_REQUIRED', field: 'reason' });
  });

  it('says who is liable', () => {
    const liability = { party: 'branch', rule: 'verdict', basis: 'proven' };
    expect(moved(disputed, { ...say.verdict, liable: 'branch' }).facts.liability).toMatchObject(liability);
    expect(moved(disputed, { ...say.verdict, to: 'CLOSED', liable: 'buyer' }).facts).toMatchObject({
      state: 'CLOSED',
      outcome: 'VERDICT',
      liability: { party: 'buyer' },
    });
  });

  it('keeps the liability found before where it says nothing', () => {
    const liability = { party: 'carrier', rule: 'reportLost', basis: 'assumed' } as const;
    expect(moved({ ...disputed, liability }, say.verdict).facts.liability).toEqual(liability);
  });

  it('closes nothing while the branch holds the goods', () => {
    expect(refused(held, { ...say.verdict, to: 'CLOSED' })).toMatchObject({ code: 'GOODS_HELD', allowed: ['verdict', 'extend'] });
    expect(after(held, [say.shipBack, { ...say.verdict, to: 'CLOSED' }]).state).toBe('CLOSED');
  });

  it('sends a case only where its goods can go', () => {
    expect(refused(disputed, { ...say.verdict, to: 'AWAIT_RECEIPT' })).toMatchObject({
      code: 'TARGET_NOT_POSSIBLE',
      field: 'to',
    });
    expect(refused(held, { ...say.verdict, to: 'AWAIT_RETURN' }).code).toBe('TARGET_NOT_POSSIBLE');
    expect(refused(caseIn('DISPUTED', { type: 'RO' }), { ...say.verdict, to: 'AWAIT_RETURN' }).code).toBe('TARGET_NOT_POSSIBLE');
  });

  it('gives the branch a whole new inspection of goods it holds', () => {
    const { facts } = moved(held, { ...say.verdict, to: 'AWAIT_RECEIPT' }, at(NOW + DAY));
    expect(facts.deadline).toMatchObject({ at: Date.parse('2026-11-27T00:00:00+08:00'), outcome: 'receive' });
  });

  it('sends a case back at most twice, then it must end', () => {
    const sentTwice: CaseFacts = { ...disputed, counts: { ...disputed.counts, sendBack: 2 } };
    expect(refused(sentTwice, { ...say.verdict, to: 'AWAIT_RETURN' })).toMatchObject({ code: 'REPEAT_LIMIT', limit: 2 });
    expect(moved(sentTwice, say.verdict).facts.state).toBe('REFUNDING');
  });
});

describe('a dispute nobody decides', () => {
  const defaulted = (facts: CaseFacts) => timeout(facts, at(facts.deadline!.at));

  it('alerts HQ on the way', () => {
    const { reminders } = moved(caseIn('REJECTED'), say.escalate).transition;
    expect(reminders).toEqual([{ at: NOW + 5 * DAY, kind: 'disputeOpen' }]);
  });

  it('is decided for the buyer: the money where the goods are not the buyer’s any more', () => {
    expect(defaulted(held)).toMatchObject({ ok: true, to: 'REFUNDING', patch: { approvedAmount: 18_900 } });
    expect(defaulted(undelivered)).toMatchObject({ ok: true, to: 'REFUNDING' });
  });

  it('is decided for the buyer: a return where the goods can still be sent', () => {
    expect(defaulted(disputed)).toMatchObject({ ok: true, to: 'AWAIT_RETURN', patch: { counts: { sendBack: 1 } } });
  });

  it('ends in money once it was sent back as often as may be', () => {
    expect(defaulted({ ...disputed, counts: { ...disputed.counts, sendBack: 2 } })).toMatchObject({ ok: true, to: 'REFUNDING' });
  });
});
