import { buildTree, nodeId } from '@headwater/org-tree';
import { checkAssignment } from './change/check-assignment.js';
import { bindingAncestors } from './change/check-exemption.js';
import { coverageOf } from './change/coverage.js';
import { effectOf } from './change/effect.js';
import { supposing } from './change/proposal.js';
import type { Proposal } from './change/proposal.js';
import type { Assignment } from './facts/types.js';
import { assignmentId } from './ids.js';
import { explain } from './resolve/explain.js';
import { stateOf } from './resolve/fold.js';
import { buildSnapshot } from './snapshot/snapshot.js';
import type { PolicySnapshot } from './snapshot/snapshot.js';
import { chainOf, hqRules, id, rules, subsidy, version } from './testing/chain.js';
import { drawCohort } from './use/draw-cohort.js';

const kind = 'returnShippingSubsidy' as const;
const on = { enabled: { set: true } };
const off = { enabled: { set: false } };
const isOn = (snapshot: PolicySnapshot, ...nodes: string[]) => nodes.map((node) => snapshot.resolve(kind, id(node), 100).on);

const pilotOf = (place: string, directives: Proposal['version'], cohort: readonly string[]): Proposal => ({
  ...{ kind: directives?.kind ?? kind, nodeId: id(place), track: 'library', from: 100, to: null, version: directives },
  cohort: cohort.map((root) => id(root)),
});

describe('a pilot (P11)', () => {
  it('speaks to its cohort in place of what is assigned, and to nobody else', () => {
    const snapshot = chainOf(subsidy('HQ/library', off), subsidy('HQ/library', on, { cohort: ['mall', 's4'] }));
    expect(isOn(snapshot, 's1', 's2', 's4', 's3', 'HQ')).toEqual([true, true, true, false, false]);
  });

  it('yields to what is set nearer, cohort or not', () => {
    const snapshot = chainOf(subsidy('HQ/library', on, { cohort: ['mall'] }), subsidy('s1/own', off));
    expect(isOn(snapshot, 's1', 's2')).toEqual([false, true]);
  });

  it('stays in place of an assignment that is made to everyone later', () => {
    const snapshot = chainOf(subsidy('HQ/library', on, { cohort: ['s1'] }), subsidy('HQ/library', off));
    expect(isOn(snapshot, 's1', 's2')).toEqual([true, false]);
  });

  it('of several the one recorded last speaks', () => {
    const snapshot = chainOf(
      subsidy('HQ/library', on, { cohort: ['mall'] }),
      subsidy('HQ/library', off, { cohort: ['s1'] }),
      subsidy('HQ/library', on, { cohort: ['s4'] }),
    );
    expect(isOn(snapshot, 's1', 's2', 's4', 's3')).toEqual([false, true, true, false]);
  });

  it('gives one document to all roots that differ by their name alone', () => {
    const snapshot = chainOf(subsidy('HQ/library', on, { cohort: ['s1', 's4', 'mall'] }));
    const [first, second] = ['s1', 's4'].map((node) => snapshot.resolve(kind, id(node), 100));
    expect(second).not.toBe(snapshot.resolve(kind, id('s3'), 100));
    expect(stateOf(second!, 'enabled')).toEqual(stateOf(first!, 'enabled'));
    const apart = chainOf(subsidy('HQ/library', on, { cohort: ['s1', 's4'] }));
    expect(apart.resolve(kind, id('s4'), 100)).toBe(apart.resolve(kind, id('s1'), 100));
  });

  it('makes as many documents in ten thousand stores as in one', () => {
    const stores = Array.from({ length: 10_000 }, (_, at) => nodeId(`s${String(at)}`));
    const nodes = [
      { id: nodeId('HQ'), parentId: null, type: 'headquarters' as const },
      ...stores.map((store) => ({ id: store, parentId: nodeId('HQ'), type: 'store' as const })),
    ];
    const tried = version(kind, on, 'tried');
    const pilot: Assignment = {
      ...{ id: assignmentId('p'), kind, nodeId: nodeId('HQ'), track: 'library', versionId: tried.id, from: 0, to: null },
      ...{ recordedFrom: 1, recordedTo: null, seq: 0, cohort: drawCohort('r', stores, 2_500) },
    };
    const snapshot = buildSnapshot({ tree: buildTree(nodes), epoch: 1, versions: [tried], assignments: [pilot] });
    expect(new Set(stores.map((store) => snapshot.resolve(kind, store, 1))).size).toBe(2);
    const drawn = pilot.cohort?.length ?? 0;
    expect(coverageOf(snapshot, [nodeId('HQ')], 1)).toMatchObject([{ on: drawn, inPilot: drawn }]);
    expect(Math.abs(drawn - 2_500)).toBeLessThan(200);
  });
});

describe('why a value is a pilot’s', () => {
  const snapshot = chainOf(
    subsidy('HQ/library', off),
    subsidy('HQ/library', on, { cohort: ['mall'], to: 200 }),
    subsidy('west/library', off),
  );
  const why = (node: string) => explain(snapshot, { kind, field: 'enabled', nodeId: id(node), at: 100 });

  it('names the pilot, and the assignment in whose place it speaks', () => {
    const { source, candidates } = why('s1');
    expect(source).toMatchObject({ nodeId: 'HQ', pilot: true });
    expect(candidates.map(({ value, directive }) => [value, directive])).toEqual([
      ['replaced-by-pilot', off.enabled],
      ['applied', on.enabled],
      ['not-yet', off.enabled],
    ]);
  });

  it('says nothing of it beside the cohort', () => {
    expect(why('s3').candidates.map(({ value, pilot }) => [value, pilot])).toEqual([['applied', undefined]]);
  });

  it('tells when the pilot ends', () => {
    expect(why('s1').nextChange).toMatchObject({ at: 200, value: false, causes: [{ event: 'ends' }, { event: 'begins' }] });
  });
});

describe('proposing a pilot', () => {
  it('is refused where a unit above the place of assignment has locked a field', () => {
    const locked = chainOf(subsidy('HQ/library', { enabled: { set: false, lock: true } }));
    expect(checkAssignment(locked, pilotOf('east', version(kind, on), ['s1']))).toMatchObject([{ code: 'LOCKED', setBy: 'HQ' }]);
  });

  it('is refused for what it breaks in the cohort, and for that alone', () => {
    const snapshot = chainOf(hqRules(), rules('s3/own', { inspectDays: { set: 9 } }));
    const soon = version('afterSalesRules', { refundDueDays: { set: 5 } });
    expect(checkAssignment(snapshot, pilotOf('east', soon, ['s1']))).toEqual([]);
    expect(checkAssignment(snapshot, pilotOf('east', soon, ['s1', 's3']))).toMatchObject([
      { code: 'INSPECTION_AFTER_REFUND_DUE', nodeId: 's3' },
    ]);
  });

  it('changes its cohort and tells the others that they are in none', () => {
    const before = chainOf(subsidy('s2/own', off));
    const after = supposing(before, pilotOf('HQ', version(kind, on), ['mall']));
    const { changed, groups } = effectOf(before, after, kind, id('HQ'), 100);
    expect(changed).toBe(1);
    expect(groups.map(({ reason, by, nodeIds }) => [reason, by, nodeIds.join(' ')])).toEqual([
      ['notInPilot', 'HQ', 's3 closed s4'],
      [null, null, 's1'],
      ['overridden', 's2', 's2'],
    ]);
  });

  it('keeps those in a pilot from what is assigned to everyone', () => {
    const before = chainOf(subsidy('HQ/library', off, { cohort: ['mall'] }));
    const after = supposing(before, { ...pilotOf('HQ', version(kind, on), []), cohort: null });
    const { groups } = effectOf(before, after, kind, id('HQ'), 100);
    expect(groups.map(({ reason, nodeIds }) => [reason, nodeIds.join(' ')])).toEqual([
      [null, 's3 closed s4'],
      ['inPilot', 's1 s2'],
    ]);
  });

  it('counts the branches of one cohort that had other rules before apart', () => {
    const before = chainOf(subsidy('HQ/library', on, { cohort: ['s1'] }));
    const after = supposing(before, pilotOf('HQ', version(kind, on), ['s1', 's3']));
    const { changed, groups } = effectOf(before, after, kind, id('HQ'), 100);
    expect([changed, groups.find(({ reason }) => reason === 'alreadySo')?.nodeIds]).toEqual([1, ['s1']]);
  });

  it('lets a lock of the pilot be lifted in the cohort alone', () => {
    const lock = subsidy('HQ/library', { mode: { set: { kind: 'actual', cap: 900 }, lock: true } }, { cohort: ['s1'] });
    const binding = (node: string) => bindingAncestors(chainOf(lock), { kind, nodeId: id(node), from: 100 }, 'mode');
    expect([binding('s1'), binding('s2')]).toEqual([['HQ'], []]);
  });
});
