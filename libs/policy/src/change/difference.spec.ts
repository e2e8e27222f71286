import type { Directives } from '../facts/types.js';
import { chainOf, hqRules, id, rules, subsidy, type Recordable } from '../testing/chain.js';
import type { Scope } from '../values/types.js';
import { documentDifferences, versionDifferences } from './difference.js';

const cap = (fen: number) => ({ kind: 'actual' as const, cap: fen });
const row = (covered: boolean, more: object = {}) => ({
  ...{ categories: null, priceFrom: null, priceTo: null, channels: null, covered },
  ...more,
});

describe('two effective documents', () => {
  const between = (here: string, there: string, ...facts: Recordable[]) => {
    const snapshot = chainOf(...facts);
    const [before, after] = [here, there].map((node) => snapshot.resolve('afterSalesRules', id(node), 10));
    return documentDifferences(before!, after!).map(({ field, effect }) => [field, effect]);
  };

  it('of one content do not differ, whoever set it', () => {
    expect(between('s4', 's1', hqRules(), rules('s1/own', { noReasonDays: { set: 7 } }))).toEqual([]);
  });

  it('differ field by field, in the schema’s order, each with what it means to a buyer', () => {
    const own = {
      ...{ respondHours: { set: 60 }, shipDays: { set: 10 }, selfServiceDays: { set: 10 }, noReasonDays: { set: 15 } },
      ...{ types: { set: ['refundOnly' as const] }, resumeHours: { set: 1 } },
    };
    expect(between('s4', 's1', hqRules(), rules('s1/own', own))).toEqual([
      ['noReasonDays', 'kinder'],
      ['selfServiceDays', 'stricter'],
      ['types', 'stricter'],
      ['respondHours', 'stricter'],
      ['resumeHours', 'internal'],
      ['shipDays', 'kinder'],
    ]);
  });

  it('tell what was and what is', () => {
    const snapshot = chainOf(subsidy('HQ/library', { mode: { set: cap(1500) } }), subsidy('s1/own', { enabled: { set: true } }));
    const [hq, s1] = ['HQ', 's1'].map((node) => snapshot.resolve('returnShippingSubsidy', id(node), 10));
    expect(documentDifferences(hq!, s1!)).toEqual([{ field: 'enabled', before: false, after: true, effect: 'kinder' }]);
  });
});

describe('two versions', () => {
  const said = (before: Directives, after: Directives) =>
    versionDifferences('returnShippingSubsidy', before, after).map(({ field, effect }) => [field, effect]);
  const scopes = (before: Scope, after: Scope) => said({ scope: { set: before } }, { scope: { set: after } })[0]?.[1];

  it('differ where one says nothing, and what that does depends on where it stands', () => {
    expect(said({ mode: { set: cap(1500) } }, {})).toEqual([['mode', null]]);
    expect(said({}, { bearers: { lock: true } })).toEqual([['bearers', 'internal']]);
  });

  it('differ in a lock or a guard alone, which no buyer meets', () => {
    expect(said({ mode: { set: cap(1500) } }, { mode: { set: cap(1500), lock: true } })).toEqual([['mode', 'internal']]);
  });

  it.each([
    ['a higher cap', cap(2000), 'kinder'],
    ['a lower cap', cap(900), 'stricter'],
    ['another mode', { kind: 'selfShip' as const, flat: 2000 }, 'changed'],
  ])('differ in the mode: %s', (_, mode, effect) => {
    expect(said({ mode: { set: cap(1500) } }, { mode: { set: mode } })).toEqual([['mode', effect]]);
  });

  it.each<[string, Scope, Scope, string]>([
    ['more goods are covered', [row(true, { channels: ['express'] })], [], 'kinder'],
    ['a price is left out', [], [row(true, { priceFrom: 5_000 })], 'stricter'],
    ['some come in and others go', [row(true, { categories: ['shoes'] })], [row(true, { categories: ['coat'] })], 'changed'],
    ['the same is said otherwise', [row(true)], [], 'internal'],
  ])('differ in the scope: %s', (_, before, after, effect) => {
    expect(scopes(before, after)).toBe(effect);
  });

  it('of one content do not differ', () => {
    expect(said({ mode: { set: cap(1500) } }, { mode: { set: cap(1500) } })).toEqual([]);
  });
});
