import type { Directives } from '../facts/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import { address, chainOf, exempt, hqRules, id, rules, subsidy, version } from '../testing/chain.js';
import type { KindKey } from '../values/types.js';
import { checkAssignment, checkDocuments } from './check-assignment.js';
import type { Proposal } from './proposal.js';

const cap = (fen: number) => ({ kind: 'actual' as const, cap: fen });

const proposal = (place: string, directives: Directives | null, more: Partial<Proposal> = {}): Proposal => {
  const kind: KindKey = more.kind ?? 'afterSalesRules';
  const [node = '', track] = place.split('/');
  return {
    ...{ kind, nodeId: id(node), track: track === 'own' ? 'own' : 'library', from: 100, to: null, ...more },
    version: directives && version(kind, directives),
  };
};

const check = (snapshot: PolicySnapshot, ...proposed: Parameters<typeof proposal>) =>
  checkAssignment(snapshot, proposal(...proposed));
const onSubsidy = { kind: 'returnShippingSubsidy' as const };

describe('an assignment', () => {
  it('is fine inside all bounds', () => {
    expect(check(chainOf(hqRules()), 'east/library', { selfServiceDays: { set: 30, lock: true } })).toEqual([]);
  });

  it('is refused out of a guard above, with the limit and who set it', () => {
    const snapshot = chainOf(hqRules({ selfServiceDays: { set: 15, guard: { min: 10, max: 30 } } }));
    expect(check(snapshot, 's1/own', { selfServiceDays: { set: 60 } })).toEqual([
      {
        ...{
          code: 'OUT_OF_BOUNDS',
          kind: 'afterSalesRules',
          field: 'selfServiceDays',
          path: 'set',
          allowed: { min: 10, max: 30 },
        },
        ...{ nodeId: 's1', setBy: 'HQ', at: 100, value: 60 },
      },
    ]);
    expect(check(snapshot, 's1/own', { selfServiceDays: { set: 30 } })).toEqual([]);
  });

  it('is refused out of a guard on the amount within a mode, and on a set', () => {
    const caps = chainOf(subsidy('HQ/library', { mode: { guard: { max: 3000 } } }));
    expect(check(caps, 's1/own', { mode: { set: cap(3001) } }, onSubsidy)).toMatchObject([
      { code: 'OUT_OF_BOUNDS', allowed: { min: 0, max: 3000 }, setBy: 'HQ' },
    ]);
    const types = chainOf(hqRules({ types: { set: ['returnRefund'], guard: { allowed: ['returnRefund'] } } }));
    expect(check(types, 's1/own', { types: { set: ['refundOnly', 'returnRefund'] } })).toMatchObject([
      { code: 'OUT_OF_BOUNDS', allowed: { oneOf: ['returnRefund'] }, setBy: 'HQ' },
    ]);
  });

  it('is refused under a lock, also one in the unit’s own library track', () => {
    const snapshot = chainOf(
      hqRules({ selfServiceDays: { set: 15, lock: true } }),
      rules('s3/library', { qualityDays: { set: 60, lock: true } }),
    );
    expect(check(snapshot, 's3/own', { selfServiceDays: { set: 20 }, qualityDays: { set: 70 } })).toMatchObject([
      { code: 'LOCKED', field: 'selfServiceDays', setBy: 'HQ', nodeId: 's3' },
      { code: 'LOCKED', field: 'qualityDays', setBy: 's3' },
    ]);
  });

  it('is refused where its guard would leave nothing, with what the units above left', () => {
    const snapshot = chainOf(hqRules({ selfServiceDays: { guard: { max: 30 } } }));
    expect(check(snapshot, 'east/own', { selfServiceDays: { guard: { min: 31 } } })).toMatchObject([
      { code: 'GUARD_CONFLICT', path: 'guard', allowed: { min: 0, max: 30 }, setBy: 'HQ', nodeId: 'east' },
    ]);
    const bounded = chainOf(
      hqRules({ selfServiceDays: { guard: { min: 10 } } }),
      rules('east/own', { selfServiceDays: { guard: { max: 30 } } }),
    );
    const guarded = (guard: { min?: number; max?: number }) => check(bounded, 's3/own', { selfServiceDays: { guard } });
    expect(guarded({ max: 9 })).toMatchObject([{ code: 'GUARD_CONFLICT', setBy: 'HQ' }]);
    expect(guarded({ min: 31 })).toMatchObject([{ code: 'GUARD_CONFLICT', setBy: 'east' }]);
  });

  it('is refused for what is known to come before it ends, from that instant', () => {
    const snapshot = chainOf(hqRules(), rules('east/own', { selfServiceDays: { guard: { max: 20 } } }, { from: 200, to: 300 }));
    expect(check(snapshot, 's1/own', { selfServiceDays: { set: 60 } })).toMatchObject([
      { code: 'OUT_OF_BOUNDS', setBy: 'east', at: 200 },
    ]);
    expect(check(snapshot, 's1/own', { selfServiceDays: { set: 60 } }, { to: 200 })).toEqual([]);
    expect(check(snapshot, 's1/own', { selfServiceDays: { set: 60 } }, { from: 300 })).toEqual([]);
  });

  it('is refused once for a limit that stays, from the first instant', () => {
    const later = rules('HQ/own', { qualityDays: { set: 60 } }, { from: 200 });
    const snapshot = chainOf(hqRules({ selfServiceDays: { guard: { max: 20 } } }), later);
    expect(check(snapshot, 's1/own', { selfServiceDays: { set: 60 } })).toMatchObject([{ code: 'OUT_OF_BOUNDS', at: 100 }]);
  });

  it('is not held up by a lock that comes back when an exemption ends, but by any other', () => {
    const locked = hqRules({ selfServiceDays: { set: 15, lock: true } });
    const freed = exempt('mall', ['selfServiceDays'], { from: 50, to: 200 });
    expect(check(chainOf(locked, freed), 's1/own', { selfServiceDays: { set: 60 } })).toEqual([]);
    expect(check(chainOf(locked, freed), 's1/own', { selfServiceDays: { set: 60 } }, { from: 200 })).toMatchObject([
      { code: 'LOCKED', setBy: 'HQ', at: 200 },
    ]);
    const other = rules('mall/own', { selfServiceDays: { lock: true } }, { from: 150 });
    expect(check(chainOf(locked, freed, other), 's1/own', { selfServiceDays: { set: 60 } })).toMatchObject([
      { code: 'LOCKED', setBy: 'mall', at: 150 },
    ]);
  });

  it('is judged where it stands, though the unit’s own track speaks over it', () => {
    const snapshot = chainOf(
      hqRules({ selfServiceDays: { guard: { max: 20 } } }),
      rules('s1/own', { selfServiceDays: { set: 10 } }),
    );
    expect(check(snapshot, 's1/library', { selfServiceDays: { set: 60 } })).toMatchObject([{ code: 'OUT_OF_BOUNDS', value: 60 }]);
  });

  it('is refused in a wrong place or for no time', () => {
    const codes = (...proposed: Parameters<typeof proposal>) => check(chainOf(hqRules()), ...proposed).map(({ code }) => code);
    expect(codes('ghost/own', {})).toEqual(['UNKNOWN_NODE']);
    expect(codes('closed/own', {}, { from: 500 })).toEqual(['ARCHIVED']);
    expect(codes('s1/own', {}, { from: 100, to: 100 })).toEqual(['EMPTY_INTERVAL']);
    expect(codes('s1/own', { mode: { set: cap(1) } })).toEqual(['UNKNOWN_FIELD']);
  });

  it('does not mind that values below will be fitted to its guard', () => {
    const snapshot = chainOf(hqRules(), rules('s1/own', { selfServiceDays: { set: 60 } }));
    expect(check(snapshot, 'east/own', { selfServiceDays: { guard: { max: 30 } } })).toEqual([]);
  });
});

describe('the documents an assignment produces (P1)', () => {
  it('take no compulsory field from the default', () => {
    expect(check(chainOf(), 'east/own', { selfServiceDays: { set: 30 } })).toMatchObject([
      { code: 'COMPULSORY_FROM_DEFAULT', field: 'noReasonDays', nodeId: 'east', branches: 4 },
      { code: 'COMPULSORY_FROM_DEFAULT', field: 'freightPayer', nodeId: 'east' },
      { code: 'COMPULSORY_FROM_DEFAULT', field: 'conditions', nodeId: 'east' },
    ]);
    expect(
      check(chainOf(), 'east/own', { noReasonDays: { set: 7 }, freightPayer: { reset: true }, conditions: { reset: true } }),
    ).toEqual([]);
  });

  it('are looked at below the unit and at each known change', () => {
    const snapshot = chainOf(hqRules(), rules('HQ/library', { noReasonDays: { set: 7 } }, { from: 200 }));
    expect(check(snapshot, 'mall/own', { selfServiceDays: { set: 30 } })).toMatchObject([
      { code: 'COMPULSORY_FROM_DEFAULT', field: 'freightPayer', nodeId: 'mall', at: 200, branches: 2 },
      { code: 'COMPULSORY_FROM_DEFAULT', field: 'conditions', nodeId: 'mall', at: 200, branches: 2 },
    ]);
    expect(check(chainOf(hqRules(), rules('s1/own', { qualityDays: { set: 60 } })), 'HQ/library', null)).toMatchObject([
      { field: 'noReasonDays', nodeId: 'HQ' },
      { field: 'freightPayer', nodeId: 'HQ' },
      { field: 'conditions', nodeId: 'HQ' },
      { field: 'noReasonDays', nodeId: 's1' },
      { field: 'freightPayer', nodeId: 's1' },
      { field: 'conditions', nodeId: 's1' },
    ]);
  });

  it('are those that differ, were it by a lock alone', () => {
    const snapshot = chainOf(rules('s1/own', { selfServiceDays: { set: 20 } }));
    const broken = (...proposed: Parameters<typeof proposal>) =>
      check(snapshot, ...proposed).map(({ nodeId, branches }) => [nodeId, branches]);
    expect(broken('mall/own', { selfServiceDays: { set: 30 } })).toEqual([
      ['mall', 1],
      ['mall', 1],
      ['mall', 1],
    ]);
    expect(broken('s2/own', { selfServiceDays: { lock: true } })).toEqual([
      ['s2', 1],
      ['s2', 1],
      ['s2', 1],
    ]);
  });

  it('are those of units that are not archived by then', () => {
    expect(check(chainOf(), 'east/own', { qualityDays: { set: 60 } }, { from: 500 })[0]).toMatchObject({
      nodeId: 'east',
      branches: 3,
    });
    expect(check(chainOf(hqRules()), 'east/own', { enabled: { set: true } }, { ...onSubsidy, from: 500 })).toMatchObject([
      { branches: 3 },
    ]);
  });

  it('inspect no later than the refund is due, and the message names the unit that set the limit', () => {
    const snapshot = chainOf(hqRules({ refundDueDays: { set: 4 } }), rules('s1/own', { inspectDays: { set: 4 } }));
    expect(check(snapshot, 'mall/own', { refundDueDays: { set: 3 } })).toMatchObject([
      {
        code: 'INSPECTION_AFTER_REFUND_DUE',
        field: 'inspectDays',
        nodeId: 's1',
        allowed: { max: 3 },
        setBy: 'mall',
        value: 4,
        branches: 1,
      },
    ]);
    expect(check(snapshot, 's2/own', { refundDueDays: { set: 3 } })).toEqual([]);
  });

  it('have a return address wherever free returns are on, whichever kind the change is about', () => {
    const on = { enabled: { set: true } };
    const missing = check(chainOf(hqRules()), 'east/own', on, onSubsidy);
    expect(missing).toMatchObject([
      { code: 'RETURN_ADDRESS_MISSING', kind: 'afterSalesRules', field: 'returnAddress', nodeId: 's1', branches: 4, at: 100 },
    ]);
    expect(check(chainOf(hqRules({ returnAddress: { set: address } })), 'east/own', on, onSubsidy)).toEqual([]);
    const partly = chainOf(hqRules(), rules('mall/own', { returnAddress: { set: address } }));
    expect(check(partly, 'east/own', on, onSubsidy)).toMatchObject([
      { code: 'RETURN_ADDRESS_MISSING', nodeId: 's3', branches: 2 },
    ]);
    const ending = chainOf(
      hqRules({ returnAddress: { set: address } }),
      subsidy('east/own', on),
      rules('s3/own', { qualityDays: { set: 60 } }),
    );
    expect(check(ending, 's3/own', { returnAddress: { set: null } })).toMatchObject([
      { code: 'RETURN_ADDRESS_MISSING', nodeId: 's3', branches: 1 },
    ]);
    expect(check(ending, 's4/own', { returnAddress: { set: null } })).toEqual([]);
  });

  it('are no business of the change where it leaves them as they were', () => {
    const snapshot = chainOf(
      hqRules({ selfServiceDays: { set: 15, lock: true } }),
      subsidy('s3/own', { enabled: { set: true } }),
    );
    expect(check(snapshot, 'mall/own', { qualityDays: { set: 60 } })).toEqual([]);
    expect(check(snapshot, 's3/own', { qualityDays: { set: 60 } })).toMatchObject([{ code: 'RETURN_ADDRESS_MISSING' }]);
    const deaf = chainOf(hqRules(), subsidy('s3/own', { enabled: { set: true } }), rules('s3/own', { qualityDays: { set: 90 } }));
    expect(check(deaf, 'east/own', { qualityDays: { set: 60 } })).toEqual([]);
  });
});

describe('a withdrawal', () => {
  it('is judged by the documents that hold again', () => {
    const before = chainOf(hqRules());
    const [held] = before.factsOf('afterSalesRules', id('HQ')).library;
    const after = before.withFacts({ assignments: [{ ...held!.assignment, recordedTo: 2 }] }, 2);
    const span = { kind: 'afterSalesRules' as const, nodeId: id('HQ'), from: 100, to: null };
    expect(checkDocuments(before, after, span).map(({ code, field }) => [code, field])).toEqual([
      ['COMPULSORY_FROM_DEFAULT', 'noReasonDays'],
      ['COMPULSORY_FROM_DEFAULT', 'freightPayer'],
      ['COMPULSORY_FROM_DEFAULT', 'conditions'],
    ]);
    expect(checkDocuments(before, after, { ...span, nodeId: id('mall') })[0]).toMatchObject({ nodeId: 'mall', branches: 2 });
    expect(checkDocuments(before, before, span)).toEqual([]);
  });
});
