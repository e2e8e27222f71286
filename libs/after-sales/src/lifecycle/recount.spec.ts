import fc from 'fast-check';
import { after, applied, at, caseIn, DAY, HOUR, moved, NOW, refused, say } from '../testing/cases.js';
import { openings, steps, walk } from '../testing/arbitraries.js';
import { runs } from '../testing/runs.js';
import type { CaseFacts } from '../facts.js';
import { inspectionLatest } from './clocks.js';
import { countsOpenTime, recounted } from './recount.js';

const day = (text: string) => Date.parse(`${text}T00:00:00+08:00`);
const closedOn = (...days: string[]) => ({ ...at(NOW), closedDays: new Set(days) });
/** From nothing closed, unless said otherwise. */
const change = (after: string[], before: string[] = []) => ({ before, after, since: NOW });
const deadlineOf = (facts: CaseFacts) => facts.deadline!.at;
const arrived = after(applied(), [say.approve, say.ship, say.delivered]);
const owed = after(applied({ type: 'RS' }), [say.approve]);

describe('a change of the calendar', () => {
  it.each([
    ['to answer in', applied(), NOW + 72 * HOUR],
    ['to inspect in, which ends with a day', arrived, day('2026-11-27')],
    ['to send in what is owed', owed, NOW + 8 * DAY],
  ])('gives the branch another day %s for one that is closed', (_, facts, until) => {
    const recount = { verb: 'recount', actor: 'system', ...change(['2026-11-23']) } as const;
    const { facts: later, transition } = moved(facts, recount);
    expect(later).toEqual({ ...facts, counts: facts.counts, deadline: { ...facts.deadline, at: until } });
    expect(transition.trace).toContainEqual(expect.objectContaining({ rule: facts.deadline?.field }));
  });

  it('counts what begins on a closed day as what began before it was closed', () => {
    const known = after(applied({ type: 'RS' }), [say.approve], closedOn('2026-11-23'));
    expect(deadlineOf(known)).toBe(NOW + 8 * DAY);
    const inspected = after(applied(), [say.approve, say.ship, say.delivered], closedOn('2026-11-22', '2026-11-23'));
    expect(recounted(arrived, change(['2026-11-22', '2026-11-23']), at(NOW))?.at).toBe(deadlineOf(inspected));
  });

  it('never puts an inspection off beyond the law’s own day', () => {
    const days = Array.from({ length: 7 }, (_, index) => `2026-11-${String(23 + index)}`);
    const held = recounted(arrived, change(days), at(NOW))!;
    expect(held.at).toBe(inspectionLatest(NOW, at(NOW)));
    expect(recounted({ ...arrived, deadline: held }, change([], days), at(NOW))).toBeNull();
  });

  it('brings a deadline forward with a day that opens, but leaves the whole time that people were told', () => {
    const closed = ['2026-11-23', '2026-11-24', '2026-11-25'];
    const waiting = applied({ deadline: { ...applied().deadline!, at: NOW + 5 * DAY } });
    expect(recounted(waiting, change([], closed), at(NOW))?.at).toBe(NOW + 48 * HOUR);
    expect(recounted(waiting, change([], closed), at(NOW + 30 * HOUR))?.at).toBe(NOW + 78 * HOUR);
    const soon = applied({ deadline: { ...applied().deadline!, at: NOW + 30 * HOUR } });
    expect(recounted(soon, change([], ['2026-11-23']), at(NOW))).toBeNull();
  });

  it('moves no clock of the buyer’s, of HQ’s or of the law’s', () => {
    for (const state of ['NEED_INFO', 'AWAIT_RETURN', 'DISPUTED', 'REFUNDING'] as const)
      expect(recounted(caseIn(state), change(['2026-11-23']), at(NOW))).toBeNull();
    const underWay = after(applied(), [say.approve, say.ship]);
    expect(refused(underWay, { verb: 'recount', actor: 'system', ...change(['2026-11-23']) }).code).toBe('NOTHING_CHANGED');
  });

  it('goes with the clock that was put away for the buyer', () => {
    const asked = moved(owed, say.outOfStock, at(NOW + 24 * HOUR)).facts;
    const back = moved(asked, say.decline, { ...closedOn('2026-11-26'), now: NOW + 60 * HOUR }).facts;
    expect(deadlineOf(back)).toBe(NOW + 60 * HOUR + 7 * DAY);
  });

  it('gives back what it took, later than now and never beyond what it was, wherever a case stands', () => {
    const dates = fc.uniqueArray(
      fc.integer({ min: 0, max: 40 }).map((each) => new Date(NOW + each * DAY).toISOString().slice(0, 10)),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(openings, steps(12), dates, (start, taken, days) => {
        const { facts, now } = walk(start, taken).at(-1)!;
        if (!countsOpenTime(facts) || deadlineOf(facts) <= now) return;
        const closed = recounted(facts, { before: [], after: days, since: now }, at(now)) ?? facts.deadline!;
        expect(closed.at).toBeGreaterThanOrEqual(deadlineOf(facts));
        const opened = recounted({ ...facts, deadline: closed }, { before: days, after: [], since: now }, at(now)) ?? closed;
        expect(opened.at).toBeGreaterThan(now);
        expect(opened.at).toBeLessThanOrEqual(closed.at);
        expect(opened.at).toBeGreaterThanOrEqual(Math.min(closed.at, deadlineOf(facts)));
      }),
      runs(150),
    );
  });
});
