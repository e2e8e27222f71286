import { areDirectives, checkDirectives } from './check-directives.js';

const codes = (directives: unknown, kind: 'returnShippingSubsidy' | 'afterSalesRules' = 'returnShippingSubsidy') =>
  checkDirectives(kind, directives).map(({ code, field, path }) => [code, field, path].filter(Boolean).join(' '));

describe('directives', () => {
  it('set, reset, lock or bound fields of the kind', () => {
    const fine = {
      enabled: { set: true, lock: true },
      scope: { reset: true },
      bearers: { lock: true },
      mode: { guard: { min: 500, max: 3000 } },
    };
    expect(codes(fine)).toEqual([]);
    expect(areDirectives('returnShippingSubsidy', fine)).toBe(true);
    expect(areDirectives('afterSalesRules', fine)).toBe(false);
  });

  it('name only fields of the kind', () => {
    expect(checkDirectives('returnShippingSubsidy', { noReasonDays: { set: 7 } })).toEqual([
      {
        code: 'UNKNOWN_FIELD',
        kind: 'returnShippingSubsidy',
        field: 'noReasonDays',
        path: '',
        allowed: { oneOf: ['enabled', 'scope', 'mode', 'reasons', 'oncePerOrder', 'perBuyer', 'bearers', 'premium', 'badge'] },
      },
    ]);
  });

  it('say something, and not two things at once', () => {
    expect(codes({ enabled: {} })).toEqual(['EMPTY_DIRECTIVE enabled']);
    expect(codes({ enabled: { set: undefined } })).toEqual(['EMPTY_DIRECTIVE enabled']);
    expect(codes({ enabled: { set: true, reset: true } })).toEqual(['SET_AND_RESET enabled']);
  });

  it('have the right shape', () => {
    expect(codes([])).toEqual(['WRONG_TYPE']);
    expect(codes({ enabled: true })).toEqual(['WRONG_TYPE enabled']);
    expect(codes({ enabled: { lock: false } })).toEqual(['WRONG_TYPE enabled lock']);
    expect(codes({ enabled: { set: true, note: 'x' } })).toEqual(['WRONG_TYPE enabled note']);
    expect(codes({ mode: { set: { kind: 'actual', cap: -1 } } })).toEqual(['OUT_OF_BOUNDS mode set.cap']);
  });

  it('bound only what can be bounded', () => {
    expect(codes({ enabled: { guard: { min: 0 } } })).toEqual(['GUARD_NOT_ALLOWED enabled guard']);
    expect(codes({ returnAddress: { guard: { allowed: [] } } }, 'afterSalesRules')).toEqual([
      'GUARD_NOT_ALLOWED returnAddress guard',
    ]);
    expect(codes({ types: { guard: { allowed: ['returnRefund'] } } }, 'afterSalesRules')).toEqual([]);
    expect(codes({ types: { guard: { allowed: [] } } }, 'afterSalesRules')).toEqual(['OUT_OF_BOUNDS types guard.allowed']);
    expect(codes({ types: { guard: { min: 1 } } }, 'afterSalesRules')).toEqual([
      'WRONG_TYPE types guard.min',
      'WRONG_TYPE types guard.allowed',
    ]);
  });

  it('bound so that something is left within the product’s own bounds', () => {
    expect(codes({ mode: { guard: {} } })).toEqual(['EMPTY_DIRECTIVE mode guard']);
    expect(codes({ mode: { guard: { min: 9, max: 8 } } })).toEqual(['EMPTY_RANGE mode guard']);
    expect(checkDirectives('returnShippingSubsidy', { mode: { guard: { min: 10_001 } } })).toMatchObject([
      { code: 'GUARD_CONFLICT', path: 'guard', allowed: { min: 0, max: 10_000 } },
    ]);
    expect(codes({ mode: { guard: { max: 99_999 } } })).toEqual([]);
  });

  it('do not contradict their own guard', () => {
    expect(checkDirectives('afterSalesRules', { selfServiceDays: { set: 40, guard: { max: 30 } } })).toMatchObject([
      { code: 'OUT_OF_BOUNDS', field: 'selfServiceDays', path: 'set', allowed: { min: 0, max: 30 } },
    ]);
    expect(codes({ selfServiceDays: { reset: true, guard: { max: 10 } } }, 'afterSalesRules')).toEqual([
      'OUT_OF_BOUNDS selfServiceDays set',
    ]);
    expect(codes({ selfServiceDays: { guard: { max: 10 } } }, 'afterSalesRules')).toEqual([]);
  });
});
