import { chainOf, exempt, id, rules, subsidy, suspend } from '../testing/chain.js';
import type { FieldKey } from '../values/types.js';
import { explain } from './explain.js';

const cap = (fen: number) => ({ kind: 'actual' as const, cap: fen });

const told = (snapshot: ReturnType<typeof chainOf>, field: FieldKey, node: string, at = 100) =>
  explain(snapshot, {
    kind: field in { enabled: 1, mode: 1 } ? 'returnShippingSubsidy' : 'afterSalesRules',
    field,
    nodeId: id(node),
    at,
  });

describe('an explanation', () => {
  it('shows the loser under the winner, and what would hold without it', () => {
    const why = told(
      chainOf(subsidy('HQ/library', { mode: { set: cap(1500) } }), subsidy('s1/own', { mode: { set: cap(1000) } })),
      'mode',
      's1',
    );
    expect(why).toMatchObject({ value: cap(1000), source: { nodeId: 's1', track: 'own' }, lock: null, adjusted: null });
    expect(why.candidates.map(({ nodeId, value }) => [nodeId, value])).toEqual([
      ['HQ', 'overridden'],
      ['s1', 'applied'],
    ]);
    expect(why.runnerUp).toMatchObject({ value: cap(1500), source: { nodeId: 'HQ' } });
    expect(why.inherited).toMatchObject({ value: cap(1500), source: { nodeId: 'HQ' } });
  });

  it('names the lock that beat a unit’s own value, lock and guard', () => {
    const own = { mode: { set: cap(1000), lock: true as const, guard: { max: 1000 } } };
    const why = told(
      chainOf(subsidy('east/library', { mode: { set: cap(1500), lock: true } }), subsidy('s1/own', own)),
      'mode',
      's1',
    );
    expect(why).toMatchObject({ value: cap(1500), lock: 'east', guard: { max: { value: 10_000, setBy: null } } });
    expect(why.candidates).toMatchObject([
      { nodeId: 'east', value: 'applied', guard: 'none', lock: 'holds', lockedBy: null },
      { nodeId: 's1', value: 'locked-by', guard: 'none', lock: 'beaten', lockedBy: 'east' },
    ]);
  });

  it('binds a unit’s own track by the lock in its library track', () => {
    const why = told(
      chainOf(subsidy('s1/library', { enabled: { set: true, lock: true } }), subsidy('s1/own', { enabled: { set: false } })),
      'enabled',
      's1',
    );
    expect(why).toMatchObject({ value: true, lock: 's1', source: { track: 'library' } });
  });

  it('keeps an inherited value that a unit only locks', () => {
    const why = told(
      chainOf(rules('HQ/library', { selfServiceDays: { set: 20 } }), rules('east/own', { selfServiceDays: { lock: true } })),
      'selfServiceDays',
      's1',
    );
    expect(why).toMatchObject({ value: 20, lock: 'east', source: { nodeId: 'HQ' } });
    expect(why.candidates.map(({ value, lock }) => [value, lock])).toEqual([
      ['applied', 'none'],
      ['none', 'holds'],
    ]);
  });

  it('flags a value that a guard above had to fit, with what was wanted and whose guard it is', () => {
    const snapshot = chainOf(
      rules('east/own', { selfServiceDays: { guard: { min: 10, max: 30 } } }),
      rules('s1/own', { selfServiceDays: { set: 60 } }),
    );
    const why = told(snapshot, 'selfServiceDays', 's1');
    expect(why).toMatchObject({ value: 30, adjusted: { wanted: 60, by: 'east' }, source: { nodeId: 's1' } });
    expect(why.guard).toMatchObject({ min: { value: 10, setBy: 'east' }, max: { value: 30, setBy: 'east' } });
    expect(why.candidates.map(({ guard }) => guard)).toEqual(['in-force', 'none']);
  });

  it('still knows what was wanted after a second guard has bent the value further', () => {
    const snapshot = chainOf(
      rules('HQ/own', { selfServiceDays: { set: 60, guard: { max: 60 } } }),
      rules('east/own', { selfServiceDays: { guard: { max: 30 } } }),
      rules('mall/own', { selfServiceDays: { guard: { max: 20 } } }),
    );
    expect(told(snapshot, 'selfServiceDays', 's1')).toMatchObject({
      value: 20,
      adjusted: { wanted: 60, by: 'mall' },
      source: { nodeId: 'HQ' },
    });
  });

  it('drops a guard that would leave nothing, and says so', () => {
    const snapshot = chainOf(
      rules('HQ/own', { types: { guard: { allowed: ['refundOnly'] } } }),
      rules('east/own', { types: { set: ['returnRefund'], guard: { allowed: ['returnRefund'] } } }),
    );
    const why = told(snapshot, 'types', 's1');
    expect(why).toMatchObject({ value: ['refundOnly'], adjusted: { wanted: ['returnRefund'], by: 'HQ' } });
    expect(why.guard.allowed).toEqual({ values: ['refundOnly'], setBy: ['HQ'] });
    expect(why.candidates.map(({ guard }) => guard)).toEqual(['in-force', 'conflict']);
  });

  it('leaves a guard with who narrowed it, not with who only repeated it', () => {
    const onlyRefunds = { guard: { allowed: ['refundOnly'] } };
    const snapshot = chainOf(
      rules('HQ/own', { types: onlyRefunds, selfServiceDays: { guard: { max: 30 } } }),
      rules('east/own', { types: onlyRefunds, selfServiceDays: { guard: { max: 30, min: 0 } } }),
    );
    expect(told(snapshot, 'types', 's1').guard.allowed?.setBy).toEqual(['HQ']);
    expect(told(snapshot, 'selfServiceDays', 's1').guard).toMatchObject({ min: { setBy: null }, max: { setBy: 'HQ' } });
  });

  it('takes a reset for the product’s default, chosen by a unit', () => {
    const snapshot = chainOf(
      rules('HQ/own', { selfServiceDays: { set: 60 } }),
      rules('s1/own', { selfServiceDays: { reset: true } }),
    );
    expect(told(snapshot, 'selfServiceDays', 's1')).toMatchObject({
      value: 15,
      source: { nodeId: 's1' },
      inherited: { value: 60 },
    });
  });

  it('lets the fact recorded last cover another of the same track, until it ends', () => {
    const snapshot = chainOf(
      rules('s1/own', { selfServiceDays: { set: 20 } }, { from: 0 }),
      rules('s1/own', { selfServiceDays: { set: 40 } }, { from: 100, to: 200 }),
      rules('s1/own', null, { from: 300 }),
    );
    expect([99, 100, 199, 200, 299, 300].map((at) => told(snapshot, 'selfServiceDays', 's1', at).value)).toEqual([
      20, 40, 40, 20, 20, 15,
    ]);
  });

  it('announces the next change, when, to what and why, and each unit’s next directive', () => {
    const snapshot = chainOf(
      rules('HQ/library', { selfServiceDays: { set: 20 } }),
      rules('HQ/library', { selfServiceDays: { set: 20 }, noReasonDays: { set: 10 } }, { from: 150 }),
      rules('east/own', { selfServiceDays: { set: 25 } }, { from: 200, to: 300 }),
    );
    const why = told(snapshot, 'selfServiceDays', 's1');
    expect(why.nextChange).toMatchObject({
      at: 200,
      value: 25,
      source: { nodeId: 'east' },
      causes: [{ nodeId: 'east', event: 'begins' }],
    });
    expect(why.candidates.filter(({ value }) => value === 'not-yet').map(({ nodeId, from }) => [nodeId, from])).toEqual([
      ['HQ', 150],
      ['east', 200],
    ]);
    expect(told(snapshot, 'selfServiceDays', 's1', 250).nextChange).toMatchObject({
      at: 300,
      value: 20,
      causes: [{ nodeId: 'east', event: 'ends' }],
    });
    expect(told(snapshot, 'selfServiceDays', 's1', 300).nextChange).toBeNull();
  });

  it('announces from when a covered directive will hold again', () => {
    const snapshot = chainOf(
      rules('s1/own', { selfServiceDays: { set: 20 } }),
      rules('s1/own', { selfServiceDays: { set: 40 } }, { to: 200 }),
    );
    expect(
      told(snapshot, 'selfServiceDays', 's1').candidates.map(({ value, from, to, directive }) => [
        value,
        from,
        to,
        directive.set,
      ]),
    ).toEqual([
      ['applied', 0, 200, 40],
      ['not-yet', 200, null, 20],
    ]);
  });

  it('carries a suspension beside the fields, the root-most one', () => {
    const snapshot = chainOf(
      subsidy('HQ/library', { enabled: { set: true } }),
      suspend('s1'),
      suspend('east', { from: 50, to: 200 }),
    );
    expect(told(snapshot, 'enabled', 's1')).toMatchObject({ value: true, suspension: { nodeId: 'east' } });
    expect(told(snapshot, 'enabled', 's1', 200)).toMatchObject({ value: true, suspension: { nodeId: 's1' } });
    expect(told(snapshot, 'enabled', 's3', 200).suspension).toBeNull();
  });

  it('is refused for unknown units and fields, and for archived units', () => {
    const snapshot = chainOf();
    expect(() => told(snapshot, 'mode', 'ghost')).toThrow(expect.objectContaining({ code: 'UNKNOWN_NODE' }));
    expect(() => told(snapshot, 'mode', 'closed', 500)).toThrow(expect.objectContaining({ code: 'ARCHIVED' }));
    expect(() => explain(snapshot, { kind: 'returnShippingSubsidy', field: 'types', nodeId: id('s1'), at: 0 })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_FIELD' }),
    );
  });

  it('announces nothing beyond the archiving of a unit', () => {
    const snapshot = chainOf(rules('HQ/own', { selfServiceDays: { set: 20 } }, { from: 600 }));
    expect(told(snapshot, 'selfServiceDays', 'closed').nextChange).toBeNull();
    expect(told(snapshot, 'selfServiceDays', 's1').nextChange?.at).toBe(600);
  });

  it('shows what an exemption lifted, until when, and what will hold again then', () => {
    const why = told(
      chainOf(
        rules('HQ/library', { selfServiceDays: { set: 20, lock: true, guard: { max: 30 } } }),
        exempt('mall', ['selfServiceDays'], { from: 50, to: 200 }),
        rules('s1/own', { selfServiceDays: { set: 60 } }),
      ),
      'selfServiceDays',
      's1',
    );
    expect(why).toMatchObject({ value: 60, lock: null, source: { nodeId: 's1' } });
    expect(why.candidates).toMatchObject([
      { nodeId: 'HQ', value: 'overridden', guard: 'lifted', lock: 'lifted' },
      { nodeId: 's1', value: 'applied', lockedBy: null },
    ]);
    expect(why.liftings).toEqual([{ exemptionId: 'x1', nodeId: 'mall', ancestorId: 'HQ', from: 50, to: 200, after: 1 }]);
    expect(why.nextChange).toMatchObject({
      ...{ at: 200, value: 20, source: { nodeId: 'HQ' } },
      causes: expect.arrayContaining([{ fact: { exemptionId: 'x1' }, nodeId: 'mall', event: 'ends' }]),
    });
    expect(told(chainOf(exempt('mall', ['selfServiceDays'], { ancestor: 'west' })), 'selfServiceDays', 's1').value).toBe(15);
  });
});
