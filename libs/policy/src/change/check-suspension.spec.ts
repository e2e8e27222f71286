import { chainOf, id } from '../testing/chain.js';
import { checkSuspension } from './check-suspension.js';

const codes = (more: Partial<Parameters<typeof checkSuspension>[1]> = {}) =>
  checkSuspension(chainOf(), {
    ...{ kind: 'returnShippingSubsidy', nodeId: id('s1'), from: 100, to: null, reason: '费用异常' },
    ...more,
  }).map(({ code }) => code);

describe('a suspension', () => {
  it('is fine with a reason, for a kind that can be switched off', () => {
    expect(codes()).toEqual([]);
    expect(codes({ to: 200 })).toEqual([]);
  });

  it('is refused without a reason, for other kinds, in a wrong place, and for no time', () => {
    expect(codes({ reason: ' ' })).toEqual(['REASON_MISSING']);
    expect(codes({ kind: 'afterSalesRules' })).toEqual(['NOT_SUSPENDABLE']);
    expect(codes({ nodeId: id('ghost') })).toEqual(['UNKNOWN_NODE']);
    expect(codes({ nodeId: id('closed'), from: 500 })).toEqual(['ARCHIVED']);
    expect(codes({ to: 99 })).toEqual(['EMPTY_INTERVAL']);
  });
});
