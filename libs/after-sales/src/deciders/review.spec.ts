import { after, applied, at, caseIn, HOUR, moved, NOW, refused, say } from '../testing/cases.js';

const refundOnly = applied({ type: 'RO' });

describe('approve', () => {
  it('decides the refund of a refund-only case at once and asks for its payout', () => {
    const { facts, transition } = moved(refundOnly, say.approve);
    expect(facts).toMatchObject({ state: 'REFUNDING', approvedAmount: 18_900, refundDecidedAt: NOW, payoutAttempts: 1 });
    expect(transition.effects).toEqual([
      { kind: 'refundDecided', amount: 18_900, goodsBack: false },
      { kind: 'payoutRequested', amount: 18_900, attempt: 1 },
    ]);
  });

  it('asks the buyer to send back what is to be returned, and decides no money yet', () => {
    const { facts, transition } = moved(applied(), say.approve);
    expect(facts).toMatchObject({ state: 'AWAIT_RETURN', approvedAmount: 18_900, refundDecidedAt: null });
    expect(transition.effects).toEqual([]);
  });

  it('asks for no second parcel where the branch still holds the goods of a refused one', () => {
    const refusedOnce = after(applied(), [say.approve, say.ship, say.refuse, say.modify]);
    expect(moved(refusedOnce, say.approve).facts).toMatchObject({ state: 'AWAIT_RECEIPT', approvedAmount: 15_000 });
  });

  it('needs an address that the goods can go back to', () => {
    const nowhere = at(NOW, { returnAddress: null });
    expect(refused(applied(), say.approve, nowhere)).toMatchObject({ code: 'RETURN_ADDRESS_REQUIRED', field: 'returnAddress' });
    expect(moved(refundOnly, say.approve, nowhere).facts.state).toBe('REFUNDING');
  });
});

it.each([
  ['reject', { ...say.reject, reason: ' ' }, 'REASON_REQUIRED', 'reason'],
  ['askInfo', { ...say.askInfo, question: '' }, 'QUESTION_REQUIRED', 'question'],
  ['propose', { ...say.offer, reason: '' }, 'REASON_REQUIRED', 'reason'],
] as const)('%s needs its text', (_verb, command, code, field) => {
  expect(refused(applied(), command)).toMatchObject({ code, field });
});

it('supplyInfo needs an answer', () => {
  expect(refused(caseIn('NEED_INFO'), { ...say.supplyInfo, answer: '　' })).toMatchObject({
    code: 'ANSWER_REQUIRED',
    field: 'answer',
  });
});

describe('propose', () => {
  it('keeps what was asked for until the buyer agrees', () => {
    const { facts } = moved(applied(), say.offer);
    expect(facts).toMatchObject({
      amount: 18_900,
      approvedAmount: null,
      proposal: { resolution: 'refund', amount: 10_000 },
      cameFrom: 'APPLIED',
    });
  });

  it('never offers more than was asked for, nor nothing', () => {
    expect(refused(applied(), { ...say.offer, amount: 18_901 })).toMatchObject({ code: 'AMOUNT_TOO_HIGH', limit: 18_900 });
    expect(refused(applied(), { ...say.offer, amount: 0 })).toMatchObject({ code: 'AMOUNT_INVALID', field: 'amount' });
    expect(refused(applied(), { ...say.offer, amount: 10.5 })).toMatchObject({ code: 'AMOUNT_INVALID' });
  });

  it('cannot ask a refund-only buyer for the goods', () => {
    const wanted = { ...say.offer, resolution: 'returnRefund' } as const;
    expect(refused(refundOnly, wanted)).toMatchObject({ code: 'RESOLUTION_NOT_POSSIBLE', field: 'resolution' });
    expect(moved(applied(), wanted).facts.state).toBe('AWAIT_CONSENT');
  });

  it('cannot ask for goods that have come back', () => {
    const back = after(applied(), [say.approve, say.ship]);
    expect(refused(back, { ...say.offer, resolution: 'returnRefund' })).toMatchObject({ code: 'RESOLUTION_NOT_POSSIBLE' });
  });

  it('registers the goods as received, for only who has them can find a fault', () => {
    const back = after(applied(), [say.approve, say.ship]);
    expect(moved(back, say.offer, at(NOW + HOUR)).facts).toMatchObject({
      goodsHeldBy: 'branch',
      receivedAt: NOW + HOUR,
      deliveredAt: null,
    });
  });

  it('happens at most twice on one case, wherever it is made', () => {
    const offeredTwice = after(applied(), [say.offer, say.decline, say.approve, say.ship, say.offer, say.decline]);
    expect(refused(offeredTwice, say.offer)).toMatchObject({ code: 'REPEAT_LIMIT', field: 'repeatMax', limit: 2 });
    expect(refused(offeredTwice, say.offer).allowed).toEqual(['receive', 'askInfo', 'refuseReceipt', 'recordTracking']);
  });
});

describe('accept', () => {
  it('pays what was proposed without a return', () => {
    const { facts, transition } = moved(moved(applied(), say.offer).facts, say.accept);
    expect(facts).toMatchObject({ state: 'REFUNDING', approvedAmount: 10_000, proposal: null, cameFrom: null });
    expect(transition.effects).toEqual([
      { kind: 'refundDecided', amount: 10_000, goodsBack: false },
      { kind: 'payoutRequested', amount: 10_000, attempt: 1 },
    ]);
  });

  it('books what is withheld from returned goods as a deduction', () => {
    const offered = after(applied(), [say.approve, say.ship, say.offer]);
    expect(moved(offered, say.accept).transition.effects).toEqual([
      { kind: 'refundDecided', amount: 18_900, goodsBack: true },
      { kind: 'deduction', amount: 8_900 },
      { kind: 'payoutRequested', amount: 10_000, attempt: 1 },
    ]);
  });

  it('sends the goods back for the amount agreed', () => {
    const offered = after(applied(), [{ ...say.offer, resolution: 'returnRefund' }]);
    const shipped = after(offered, [say.accept, say.ship]);
    expect(shipped).toMatchObject({ state: 'AWAIT_RECEIPT', approvedAmount: 10_000 });
    expect(moved(shipped, say.receive).transition.effects).toContainEqual({
      kind: 'payoutRequested',
      amount: 10_000,
      attempt: 1,
    });
  });
});

describe('decline', () => {
  it('leads back to where the proposal was made', () => {
    expect(after(applied(), [say.offer, say.decline])).toMatchObject({ state: 'APPLIED', proposal: null, cameFrom: null });
    expect(after(applied(), [say.approve, say.ship, say.offer, say.decline])).toMatchObject({ state: 'AWAIT_RECEIPT' });
  });

  it('opens the way to HQ on the second proposal, not on the first', () => {
    const first = moved(applied(), say.offer).facts;
    expect(refused(first, say.escalate).code).toBe('NOT_DECLINED_BEFORE');
    const second = after(first, [say.decline, say.offer]);
    expect(moved(second, say.escalate).facts).toMatchObject({ state: 'DISPUTED', proposal: null, cameFrom: null });
  });
});

it('asks for information at most twice', () => {
  const asked = after(applied(), [say.askInfo, say.supplyInfo, say.askInfo, say.supplyInfo]);
  expect(refused(asked, say.askInfo)).toMatchObject({
    code: 'REPEAT_LIMIT',
    limit: 2,
    allowed: ['approve', 'reject', 'propose'],
  });
});

it('tells the rules an answer rests on', () => {
  const { transition } = moved(applied(), say.askInfo);
  expect(transition.trace).toEqual([
    {
      rule: 'lifecycle',
      passes: true,
      facts: { type: 'RR', state: 'APPLIED', verb: 'askInfo', actor: 'branch', to: 'NEED_INFO' },
    },
    { rule: 'repeatMax', passes: true, facts: { counter: 'askInfo', used: 0, limit: 2 } },
    { rule: 'infoDays', passes: true, facts: { value: 7, at: NOW + 7 * 24 * HOUR, outcome: 'close', legalCeiling: false } },
  ]);
});
