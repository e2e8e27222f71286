import type { Directives } from '../facts/types.js';
import { fieldOf } from '../kinds/registry.js';
import { address, chainOf, hqRules, id, rules, subsidy } from '../testing/chain.js';
import type { Recordable } from '../testing/chain.js';
import type { FreightPayerTable, KindKey } from '../values/types.js';
import { checkBranchChange } from './check-branch-change.js';

const cap = (fen: number) => ({ kind: 'actual' as const, cap: fen });

const change = (
  directives: Directives,
  recorded: readonly Recordable[] = [],
  kind: KindKey = 'afterSalesRules',
  at = { from: 100, to: null as number | null },
) =>
  checkBranchChange(chainOf(hqRules({ returnAddress: { set: address } }), ...recorded), {
    kind,
    nodeId: id('s1'),
    directives,
    ...at,
  });

const codes = (...given: Parameters<typeof change>) => change(...given).map(({ code, field }) => `${code} ${field}`);

describe('a branch’s own people', () => {
  it('may set what is theirs, within the bounds', () => {
    expect(codes({ selfServiceDays: { set: 5 }, types: { set: ['returnRefund'] } })).toEqual([]);
    expect(codes({ enabled: { set: true } }, [], 'returnShippingSubsidy')).toEqual([]);
  });

  it('may not set what is not theirs', () => {
    expect(codes({ modifyMax: { set: 3 }, disputeDays: { reset: true } })).toEqual([
      'BRANCH_MAY_NOT_SET modifyMax',
      'BRANCH_MAY_NOT_SET disputeDays',
    ]);
  });

  it('may make windows and the buyer’s clocks longer than inherited, and their own clocks shorter', () => {
    const inherited = [rules('east/own', { noReasonDays: { set: 10 }, respondHours: { set: 24 } })];
    expect(
      codes({ noReasonDays: { set: 10 }, shipDays: { set: 9 }, respondHours: { set: 24 }, inspectDays: { set: 2 } }, inherited),
    ).toEqual([]);
    expect(change({ noReasonDays: { set: 9 } }, inherited)).toMatchObject([
      {
        code: 'BRANCH_LONGER_ONLY',
        field: 'noReasonDays',
        path: 'set',
        value: 9,
        allowed: { min: 10 },
        setBy: 'east',
        nodeId: 's1',
        at: 100,
      },
    ]);
    expect(change({ respondHours: { set: 25 } }, inherited)).toMatchObject([
      { code: 'BRANCH_SHORTER_ONLY', allowed: { max: 24 }, setBy: 'east' },
    ]);
    expect(codes({ noReasonDays: { reset: true } }, inherited)).toEqual(['BRANCH_LONGER_ONLY noReasonDays']);
  });

  it('may lower the subsidy’s amount in the same mode', () => {
    const inherited = [subsidy('HQ/library', { mode: { set: cap(1500) } })];
    expect(codes({ mode: { set: cap(1500) } }, inherited, 'returnShippingSubsidy')).toEqual([]);
    expect(change({ mode: { set: cap(1501) } }, inherited, 'returnShippingSubsidy')).toMatchObject([
      { code: 'BRANCH_LOWER_ONLY', allowed: { oneOf: ['actual'], max: 1500 }, setBy: 'HQ' },
    ]);
    expect(codes({ mode: { set: { kind: 'selfShip', flat: 100 } } }, inherited, 'returnShippingSubsidy')).toEqual([
      'BRANCH_LOWER_ONLY mode',
    ]);
  });

  it('may pay more of the freight, never less', () => {
    const standard = fieldOf('afterSalesRules', 'freightPayer').default as FreightPayerTable;
    const shared = {
      category: null,
      amountFrom: null,
      amountTo: null,
      reasonClass: 'expectation',
      payer: 'shared',
      merchantBps: 5000,
    } as const;
    expect(codes({ freightPayer: { set: [shared, ...standard] } })).toEqual([]);
    const kinder = [rules('east/own', { freightPayer: { set: [shared, ...standard] } })];
    expect(codes({ freightPayer: { set: standard } }, kinder)).toEqual(['BRANCH_KINDER_ONLY freightPayer']);
  });

  it('may refund the delivery freight too, never stop refunding it', () => {
    const inherited = [rules('east/own', { refundOutboundFreight: { set: true } })];
    expect(codes({ refundOutboundFreight: { set: true } })).toEqual([]);
    expect(codes({ refundOutboundFreight: { set: false } })).toEqual([]);
    expect(codes({ refundOutboundFreight: { set: true } }, inherited)).toEqual([]);
    expect(codes({ refundOutboundFreight: { set: false } }, inherited)).toEqual(['BRANCH_KINDER_ONLY refundOutboundFreight']);
  });

  it('may not lock or bound', () => {
    expect(codes({ selfServiceDays: { set: 20, lock: true }, qualityDays: { guard: { max: 60 } } })).toEqual([
      'BRANCH_MAY_NOT_LOCK selfServiceDays',
      'BRANCH_MAY_NOT_LOCK qualityDays',
    ]);
  });

  it('keep what others put on the branch, and may not take it away', () => {
    const placed = { modifyMax: { set: 5 }, qualityDays: { set: 60, lock: true } } as const;
    const inherited = [rules('s1/own', placed)];
    expect(codes({ ...placed, selfServiceDays: { set: 20 } }, inherited)).toEqual([]);
    expect(codes({ qualityDays: placed.qualityDays }, inherited)).toEqual(['BRANCH_MAY_NOT_SET modifyMax']);
    expect(codes({ ...placed, qualityDays: { set: 60 } }, inherited)).toEqual(['BRANCH_MAY_NOT_LOCK qualityDays']);
  });

  it('go back to inherit whenever they like', () => {
    expect(codes({}, [rules('s1/own', { noReasonDays: { set: 30 }, selfServiceDays: { set: 1 } })])).toEqual([]);
  });

  it('are judged against what the branch inherits, not what it set before', () => {
    expect(codes({ noReasonDays: { set: 10 } }, [rules('s1/own', { noReasonDays: { set: 30 } })])).toEqual([]);
    expect(codes({ noReasonDays: { set: 10 } }, [rules('s1/library', { noReasonDays: { set: 30 } })])).toEqual([
      'BRANCH_LONGER_ONLY noReasonDays',
    ]);
  });

  it('are judged against what the branch inherits at each known change', () => {
    const coming = [rules('east/own', { noReasonDays: { set: 15 } }, { from: 200 })];
    expect(change({ noReasonDays: { set: 10 } }, coming)).toMatchObject([
      { code: 'BRANCH_LONGER_ONLY', at: 200, allowed: { min: 15 } },
    ]);
    expect(codes({ noReasonDays: { set: 10 } }, coming, 'afterSalesRules', { from: 100, to: 200 })).toEqual([]);
  });

  it('obey locks and bounds like everyone', () => {
    expect(codes({ selfServiceDays: { set: 20 } }, [rules('east/own', { selfServiceDays: { set: 15, lock: true } })])).toEqual([
      'LOCKED selfServiceDays',
    ]);
    expect(codes({ noReasonDays: { set: 91 } })).toEqual(['OUT_OF_BOUNDS noReasonDays']);
    const ghost = { kind: 'afterSalesRules' as const, nodeId: id('ghost'), directives: {}, from: 0, to: null };
    expect(checkBranchChange(chainOf(), ghost)).toMatchObject([{ code: 'UNKNOWN_NODE' }]);
  });
});
