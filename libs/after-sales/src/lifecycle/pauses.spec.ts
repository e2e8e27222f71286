import { isPaused } from './clocks.js';
import { after, applied, at, HOUR, moved, NOW, refused, say } from '../testing/cases.js';

const asked = (hours: number) => moved(applied(), say.askInfo, at(NOW + hours * HOUR)).facts;

describe('the branch’s clock', () => {
  it('stops while the buyer has the case and goes on with what was left', () => {
    const paused = asked(10);
    expect(paused.pauses).toEqual({ respond: 38 * HOUR, inspect: null, reship: null });
    const resumed = moved(paused, say.supplyInfo, at(NOW + 100 * HOUR)).facts;
    expect(resumed).toMatchObject({
      state: 'APPLIED',
      deadline: { at: NOW + 138 * HOUR, field: 'respondHours' },
      pauses: { respond: null },
    });
  });

  it('is shown as paused while the buyer has the case, not once the goods are on their way', () => {
    expect(isPaused(applied())).toBe(false);
    expect(isPaused(asked(10))).toBe(true);
    const agreed = after(applied(), [say.approve]);
    expect(isPaused(agreed)).toBe(true);
    expect(isPaused(after(agreed, [say.ship]))).toBe(false);
  });

  it('leaves at least the hours that the rules grant after a pause', () => {
    const resumed = moved(asked(47), say.supplyInfo, at(NOW + 50 * HOUR)).facts;
    expect(resumed.deadline?.at).toBe(NOW + 62 * HOUR);
  });

  it('adds up over several pauses', () => {
    const back = moved(asked(10), say.supplyInfo, at(NOW + 20 * HOUR)).facts;
    const again = moved(back, say.offer, at(NOW + 30 * HOUR)).facts;
    expect(again.pauses.respond).toBe(28 * HOUR);
    expect(moved(again, say.decline, at(NOW + 40 * HOUR)).facts.deadline?.at).toBe(NOW + 68 * HOUR);
  });

  it('goes on after a modification too', () => {
    const rejected = moved(applied(), say.reject, at(NOW + 20 * HOUR)).facts;
    expect(moved(rejected, say.modify, at(NOW + 30 * HOUR)).facts.deadline?.at).toBe(NOW + 58 * HOUR);
  });

  it('keeps the time that HQ added', () => {
    const extended = moved(applied(), { verb: 'extend', actor: 'HQ', until: NOW + 72 * HOUR }).facts;
    expect(moved(extended, say.askInfo, at(NOW + 10 * HOUR)).facts.pauses.respond).toBe(62 * HOUR);
  });

  it('stops for the inspection in the same way', () => {
    const arrived = after(applied(), [say.approve, say.ship, say.delivered]);
    const left = arrived.deadline!.at - NOW;
    const offered = moved(arrived, say.offer, at(NOW + 10 * HOUR)).facts;
    expect(offered.pauses.inspect).toBe(left - 10 * HOUR);
    const declined = moved(offered, say.decline, at(NOW + 60 * HOUR)).facts;
    expect(declined).toMatchObject({
      deadline: { at: NOW + 60 * HOUR + left - 10 * HOUR, outcome: 'receive' },
      pauses: { inspect: null },
    });
  });

  it('stops while the buyer completes what came back, and goes on with his answer or his silence', () => {
    const arrived = after(applied(), [say.approve, say.ship, say.delivered]);
    const left = arrived.deadline!.at - NOW;
    const asked = moved(arrived, say.askInfo, at(NOW + 10 * HOUR)).facts;
    expect(asked).toMatchObject({ state: 'NEED_INFO', deadline: { outcome: 'comeBack' }, pauses: { inspect: left - 10 * HOUR } });
    const answered = moved(asked, say.supplyInfo, at(NOW + 20 * HOUR)).facts;
    const silent = moved(asked, say.timeout, at(asked.deadline!.at)).facts;
    for (const [facts, since] of [[answered, NOW + 20 * HOUR] as const, [silent, asked.deadline!.at] as const])
      expect(facts).toMatchObject({
        ...{ state: 'AWAIT_RECEIPT', cameFrom: null, pauses: { inspect: null } },
        deadline: { at: since + left - 10 * HOUR, outcome: 'receive' },
      });
    expect(refused(after(applied(), [say.approve, say.ship]), say.askInfo).code).toBe('GOODS_NOT_HELD');
  });

  it('begins anew with the goods that went back while the buyer was asked', () => {
    const asked = after(applied(), [say.approve, say.ship, say.delivered, say.askInfo]);
    const back = moved(asked, say.shipBack).facts;
    expect(back.deadline).toMatchObject({ outcome: 'close' });
    const answered = moved(back, say.supplyInfo).facts;
    expect(answered).toMatchObject({ state: 'APPLIED', cameFrom: null, pauses: { inspect: null } });
  });

  it('starts the inspection with the deduction where the carrier reported no delivery', () => {
    const offered = after(applied(), [say.approve, say.ship, say.offer]);
    expect(offered.pauses.inspect).toBe(Date.parse('2026-11-26T00:00:00+08:00') - NOW);
  });

  it('stops for the dispatch too, and counts what the buyer waited for from the first day', () => {
    const owed = after(applied({ type: 'RS' }), [say.approve]);
    const offered = moved(owed, say.outOfStock, at(NOW + 24 * HOUR)).facts;
    expect(offered.pauses.reship).toBe(144 * HOUR);
    const declined = moved(offered, say.decline, at(NOW + 60 * HOUR)).facts;
    expect(declined).toMatchObject({
      state: 'AWAIT_RESHIP',
      reshipSince: NOW,
      deadline: { at: NOW + 204 * HOUR, outcome: 'refund', field: 'reshipFailDays' },
      pauses: { reship: null },
    });
    expect(moved(declined, say.changeIntent, at(NOW + 60 * HOUR)).facts.state).toBe('REFUNDING');
  });

  it('starts anew once HQ has decided', () => {
    const rejected = moved(applied(), say.reject, at(NOW + 40 * HOUR)).facts;
    const judged = after(rejected, [say.escalate, { ...say.verdict, to: 'AWAIT_RETURN' }], at(NOW + 41 * HOUR));
    expect(moved(judged, say.modify, at(NOW + 42 * HOUR)).facts.deadline?.at).toBe(NOW + 90 * HOUR);
  });
});
