import { NOW } from './testing/cases.js';
import { orderUmbrella, umbrella, type CaseStatus } from './umbrella.js';
import { caseTypes, isTerminal, statesOf, umbrellas } from './vocabulary.js';

it('says in progress of everything that has not ended, and ended of what has', () => {
  for (const type of caseTypes) {
    const ended = statesOf[type].filter((state) => umbrella(type, state) !== 'inProgress');
    expect(ended).toEqual(statesOf[type].filter(isTerminal));
    expect(statesOf[type].every((state) => umbrellas.includes(umbrella(type, state)))).toBe(true);
  }
});

it('tells an exchange that was made from one that was closed', () => {
  const ends = (['DONE', 'CLOSED', 'REFUNDED'] as const).map((state) => umbrella('EX', state));
  expect(ends).toEqual(['exchanged', 'exchangeClosed', 'ended']);
  expect((['RS', 'RP'] as const).map((type) => umbrella(type, 'DONE'))).toEqual(['ended', 'ended']);
});

describe('of an order', () => {
  const open: CaseStatus = { type: 'RR', state: 'AWAIT_RETURN', endedAt: null };
  const ended: CaseStatus = { type: 'RO', state: 'REFUNDED', endedAt: NOW };

  it('is nothing without cases', () => {
    expect(orderUmbrella([])).toBeNull();
  });

  it('is in progress while any case is open', () => {
    expect(orderUmbrella([ended, open, { ...ended, endedAt: NOW + 1 }])).toBe('inProgress');
  });

  it('has ended once the last case has', () => {
    expect(orderUmbrella([ended, { ...ended, state: 'CLOSED' }])).toBe('ended');
  });
});
