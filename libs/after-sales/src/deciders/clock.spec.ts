import { timeout } from '../lifecycle/decide.js';
import { after, applied, at, caseIn, DAY, HOUR, moved, NOW, refused, say } from '../testing/cases.js';
import type { CaseFacts } from '../facts.js';

const shipped = after(applied(), [say.approve, say.ship]);
const arrived = after(shipped, [say.delivered]);
const ring = (facts: CaseFacts) => moved(facts, say.timeout, at(facts.deadline!.at));

describe('a clock that runs out', () => {
  it('approves for a branch that does not answer, and makes it liable', () => {
    const { facts } = ring(applied());
    expect(facts).toMatchObject({ state: 'AWAIT_RETURN', liability: { party: 'branch', rule: 'respondHours', basis: 'proven' } });
  });

  it('approves even where there is no address: that is the branch’s to mend, not the buyer’s', () => {
    const nowhere = at(NOW + 48 * HOUR, { returnAddress: null });
    expect(moved(applied(), say.timeout, nowhere).facts.state).toBe('AWAIT_RETURN');
  });

  it('receives for a branch that does not inspect, and makes it liable', () => {
    const { facts, transition } = ring(arrived);
    expect(facts).toMatchObject({ state: 'REFUNDING', receivedAt: NOW, liability: { party: 'branch', rule: 'inspectDays' } });
    expect(transition.effects).toContainEqual({ kind: 'payoutRequested', amount: 18_900, attempt: 1 });
  });

  it('closes for a buyer who does not act', () => {
    const { facts } = ring(caseIn('AWAIT_RETURN'));
    expect(facts).toMatchObject({ state: 'CLOSED', outcome: 'BUYER_TIMEOUT', liability: null });
  });

  it('brings a parcel that never arrives to HQ', () => {
    expect(shipped.deadline).toMatchObject({ at: NOW + 15 * DAY, outcome: 'dispute', field: 'noDeliveryDays' });
    expect(ring(shipped).facts).toMatchObject({ state: 'DISPUTED', liability: null });
  });

  it('lets a proposal lapse to where it was made', () => {
    const offered = after(arrived, [say.offer]);
    expect(ring(offered).facts).toMatchObject({ state: 'AWAIT_RECEIPT', proposal: null, counts: { decline: 0 } });
  });

  it('does nothing early, and says from when', () => {
    const facts = applied();
    expect(timeout(facts, at(NOW + 48 * HOUR - 1))).toMatchObject({ ok: false, code: 'TOO_EARLY', at: NOW + 48 * HOUR });
  });

  it('does nothing to a case that has ended', () => {
    expect(timeout(after(applied(), [say.withdraw]), at(NOW))).toMatchObject({ ok: false, code: 'WRONG_STATE' });
  });

  it('gives the next state its whole time, however late it fires', () => {
    const late = NOW + 48 * HOUR + 3 * DAY;
    expect(moved(applied(), say.timeout, at(late)).facts.deadline?.at).toBe(late + 7 * DAY);
  });
});

it('leaves nothing to decide once a deadline has passed, though its clock has yet to fire', () => {
  const late = at(NOW + 48 * HOUR);
  expect(refused(applied(), say.reject, late)).toMatchObject({
    code: 'DEADLINE_PASSED',
    field: 'respondHours',
    at: NOW + 48 * HOUR,
    allowed: [],
  });
});

describe('a refund that is late', () => {
  const refunding = after(arrived, [say.receive]);
  const due = Date.parse('2026-11-30T00:00:00+08:00');

  it('is announced a day before and alerted when due', () => {
    expect(moved(arrived, say.receive).transition.reminders).toEqual([{ at: due - DAY, kind: 'refundDueSoon' }]);
    expect(refunding.deadline).toMatchObject({ at: due, outcome: 'alert' });
  });

  it('is alerted every day, and never ends by the clock', () => {
    const first = ring(refunding);
    expect(first.transition).toMatchObject({ to: 'REFUNDING', effects: [{ kind: 'refundAlert', dueAt: due }] });
    expect(first.facts.deadline?.at).toBe(due + DAY);
    expect(ring(first.facts).facts.deadline?.at).toBe(due + 2 * DAY);
  });

  it('catches up with one alert after a long silence', () => {
    expect(moved(refunding, say.timeout, at(due + 5 * DAY + HOUR)).facts.deadline?.at).toBe(due + 6 * DAY);
  });

  it('is alerted at once where it was due before it was decided', () => {
    const inDispute = after(arrived, [say.refuse, say.escalate]);
    const { facts, transition } = moved(inDispute, say.verdict, at(NOW + 9 * DAY));
    expect(facts.deadline).toMatchObject({ at: NOW + 9 * DAY, outcome: 'alert' });
    expect(transition.reminders).toEqual([]);
  });

  it('can still be paid', () => {
    expect(moved(refunding, say.paid, at(due + DAY)).facts.state).toBe('REFUNDED');
  });
});

describe('extend', () => {
  const until = (instant: number) => ({ verb: 'extend', actor: 'HQ', until: instant }) as const;

  it('moves the deadline and nothing else', () => {
    const { facts, transition } = moved(applied(), until(NOW + 5 * DAY));
    expect(facts).toEqual({ ...applied(), deadline: { ...applied().deadline, at: NOW + 5 * DAY } });
    expect(transition.reminders).toBeNull();
  });

  it('never shortens', () => {
    expect(refused(applied(), until(NOW + 48 * HOUR))).toMatchObject({ code: 'NOT_LATER', field: 'until', at: NOW + 48 * HOUR });
  });

  it('never reaches out of sight', () => {
    expect(refused(applied(), until(NOW + 91 * DAY))).toMatchObject({ code: 'TOO_LATE', at: NOW + 90 * DAY });
  });

  it('never lengthens what the law ends', () => {
    expect(refused(arrived, until(NOW + 20 * DAY))).toMatchObject({ code: 'LEGAL_CEILING', field: 'inspectDays' });
    expect(refused(after(arrived, [say.receive]), until(NOW + 20 * DAY)).code).toBe('WRONG_STATE');
    expect(moved(shipped, until(NOW + 20 * DAY)).facts.deadline?.at).toBe(NOW + 20 * DAY);
  });

  it('is HQ’s', () => {
    expect(refused(applied(), { ...until(NOW + 5 * DAY), actor: 'branch' }).code).toBe('NOT_ALLOWED_FOR_ACTOR');
  });
});
