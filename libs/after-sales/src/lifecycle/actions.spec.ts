import { after, applied, at, caseIn, context, HOUR, NOW, say } from '../testing/cases.js';
import { allowedActions, nextByItself } from './actions.js';

const verbs = (...[facts, actor, now]: Parameters<typeof allowedActions>) =>
  allowedActions(facts, actor, now).map(({ verb }) => verb);

describe('allowedActions', () => {
  it('shows each side its own buttons, in the order of the table', () => {
    expect(verbs(applied(), 'branch', context)).toEqual(['approve', 'reject', 'askInfo', 'propose']);
    expect(verbs(applied(), 'buyer', context)).toEqual(['withdraw']);
    expect(verbs(applied(), 'HQ', context)).toEqual(['extend']);
    expect(verbs(applied(), 'finance', context)).toEqual([]);
    expect(verbs(applied(), 'system', context)).toEqual([]);
  });

  it('says where an action leads, how often it is left, and up to what amount', () => {
    const [approve, , askInfo, propose] = allowedActions(applied(), 'branch', context);
    expect(approve).toEqual({ verb: 'approve', to: ['AWAIT_RETURN'], left: null, maxAmount: null, refund: null });
    expect(askInfo).toEqual({ verb: 'askInfo', to: ['NEED_INFO'], left: 2, maxAmount: null, refund: null });
    expect(propose).toMatchObject({ left: 2, maxAmount: 18_900 });
  });

  it('says what an action refunds at once', () => {
    const refunds = (...[facts, actor]: [ReturnType<typeof caseIn>, 'branch' | 'buyer']) =>
      Object.fromEntries(allowedActions(facts, actor, context).map(({ verb, refund }) => [verb, refund]));
    expect(refunds(applied({ type: 'RO' }), 'branch')).toMatchObject({ approve: 18_900, reject: null, propose: null });
    const arrived = caseIn('AWAIT_RECEIPT', { goodsHeldBy: 'branch', receivedAt: NOW, approvedAmount: 15_000 });
    expect(refunds(arrived, 'branch')).toMatchObject({ receive: 15_000, refuseReceipt: null });
  });

  it('drops what is used up or not possible', () => {
    const asked = after(applied(), [say.askInfo, say.supplyInfo, say.askInfo, say.supplyInfo]);
    expect(verbs(asked, 'branch', context)).toEqual(['approve', 'reject', 'propose']);
    expect(verbs(applied(), 'branch', at(NOW, { returnAddress: null }))).toEqual(['reject', 'askInfo', 'propose']);
  });

  it('shows nothing once the deadline has passed', () => {
    expect(verbs(applied(), 'branch', at(NOW + 48 * HOUR))).toEqual([]);
  });

  it('offers HQ only the verdicts that can be carried out', () => {
    const targets = (...[facts]: [ReturnType<typeof caseIn>]) =>
      allowedActions(facts, 'HQ', context).find(({ verb }) => verb === 'verdict');
    expect(targets(caseIn('DISPUTED'))).toMatchObject({ to: ['AWAIT_RETURN', 'REFUNDING', 'CLOSED'], maxAmount: 18_900 });
    expect(targets(caseIn('DISPUTED', { goodsHeldBy: 'branch' }))?.to).toEqual(['AWAIT_RECEIPT', 'REFUNDING']);
    expect(targets(caseIn('DISPUTED', { type: 'RO' }))?.to).toEqual(['REFUNDING', 'CLOSED']);
    const sentTwice = caseIn('DISPUTED', { counts: { ...applied().counts, sendBack: 2 } });
    expect(targets(sentTwice)?.to).toEqual(['REFUNDING', 'CLOSED']);
  });
});

describe('nextByItself', () => {
  it('says what happens, when, by which field, who becomes liable and what is refunded', () => {
    expect(nextByItself(applied({ type: 'RO' }), context)).toMatchObject({
      at: NOW + 48 * HOUR,
      outcome: 'approve',
      field: 'respondHours',
      to: 'REFUNDING',
      liability: { party: 'branch', rule: 'respondHours', basis: 'proven' },
      refund: 18_900,
    });
  });

  it('tells a case that closes from one that goes to HQ because the branch holds the goods', () => {
    const refusedParcel = after(applied(), [say.approve, say.ship, say.refuse]);
    expect(nextByItself(refusedParcel, context)).toMatchObject({ outcome: 'dispute', to: 'DISPUTED', refund: null });
    expect(nextByItself(after(refusedParcel, [say.shipBack]), context)).toMatchObject({ outcome: 'close', to: 'CLOSED' });
  });

  it('has nothing to say of a case that has ended', () => {
    expect(nextByItself(after(applied(), [say.withdraw]), context)).toBeNull();
  });
});
