import { changesBetween, isUnfinished, sameValue, unfinished, verbOf, withGuard, withLock, withVerb } from './directives';
import type { Directives } from './values';

const mode = { kind: 'actual', cap: 1500 };
const draft: Directives = { mode: { set: mode, lock: true, guard: { min: 500, max: 3000 } }, enabled: { set: true } };

describe('editing what a version says', () => {
  it('adds nothing where nothing was touched', () => {
    expect(changesBetween(draft, draft)).toEqual({});
    expect(
      changesBetween(draft, {
        ...draft,
        mode: { guard: { max: 3000, min: 500 }, lock: true, set: { cap: 1500, kind: 'actual' } },
      }),
    ).toEqual({});
  });

  it('adds nothing where a field was customised and inherits again', () => {
    const opened = withVerb({}, 'selfServiceDays', 'set', 15);
    expect(opened).toEqual({ selfServiceDays: { set: 15 } });
    expect(withVerb(opened, 'selfServiceDays', 'inherit')).toEqual({});
    expect(withLock(withLock({}, 'mode', true), 'mode', false)).toEqual({});
    expect(withGuard(withGuard({}, 'mode', { max: 3000 }), 'mode', null)).toEqual({});
  });

  it('keeps an own value that equals the inherited one: it no longer follows', () => {
    expect(changesBetween({}, withVerb({}, 'selfServiceDays', 'set', 15))).toEqual({ selfServiceDays: { set: 15 } });
  });

  it('says inherit, set and reset as three things', () => {
    expect(verbOf(undefined)).toBe('inherit');
    expect(verbOf({ lock: true })).toBe('inherit');
    expect(verbOf({ set: false })).toBe('set');
    expect(verbOf({ set: null })).toBe('set');
    expect(verbOf({ reset: true })).toBe('reset');
    expect(withVerb(draft, 'enabled', 'reset')['enabled']).toEqual({ reset: true });
    expect(withVerb(withVerb(draft, 'enabled', 'reset'), 'enabled', 'set', false)['enabled']).toEqual({ set: false });
  });

  it('leaves lock and bounds beside the value alone', () => {
    expect(withVerb(draft, 'mode', 'inherit')['mode']).toEqual({ lock: true, guard: { min: 500, max: 3000 } });
    expect(withLock(draft, 'mode', false)['mode']).toEqual({ set: mode, guard: { min: 500, max: 3000 } });
    expect(withGuard(draft, 'mode', null)['mode']).toEqual({ set: mode, lock: true });
  });

  it('tells what differs, and null for what goes back to inherit', () => {
    const after = withVerb(withVerb(draft, 'enabled', 'inherit'), 'scope', 'set', []);
    expect(changesBetween(draft, after)).toEqual({ enabled: null, scope: { set: [] } });
  });

  it('finds what was typed and is no number, however deep', () => {
    expect(isUnfinished({ kind: 'actual', cap: Number.NaN })).toBe(true);
    expect(isUnfinished([{ shares: { HQ: 6000, branch: 4000 } }, { text: 'NaN', none: null }])).toBe(false);
    expect(unfinished({ ...draft, noReasonDays: { guard: { min: Number.NaN, max: null } } })).toEqual(['noReasonDays']);
  });
});

describe('equality of values', () => {
  it('does not mind the order of keys, and minds the order of rows', () => {
    expect(sameValue({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
    expect(sameValue([], {})).toBe(false);
    expect(sameValue({ a: undefined }, {})).toBe(true);
    expect(sameValue(null, {})).toBe(false);
  });
});
