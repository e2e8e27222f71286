import fc from 'fast-check';
import { Agenda } from './agenda.js';

describe('the agenda', () => {
  it('hands out what is due, the earliest first, and what came first among equals', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: 0, max: 20 }), (times, until) => {
        const agenda = new Agenda<number>();
        times.forEach((at, place) => agenda.add(at, place));
        const taken: [number, number][] = [];
        for (let next = agenda.take(until); next; next = agenda.take(until)) taken.push([next.at, next.what]);
        const due = times.map((at, place): [number, number] => [at, place]).filter(([at]) => at <= until);
        expect(taken).toEqual(due.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
      }),
    );
  });

  it('takes in what comes up while it is worked off', () => {
    const agenda = new Agenda<string>();
    agenda.add(5, 'late');
    agenda.add(1, 'early');
    expect(agenda.take(9)?.what).toBe('early');
    agenda.add(2, 'between');
    expect([agenda.take(9)?.what, agenda.take(9)?.what, agenda.take(9)]).toEqual(['between', 'late', null]);
  });
});
