import fc from 'fast-check';
import type { Directives } from '../facts/types.js';
import { stateOf } from '../resolve/fold.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import { chainOf, id, rules, subsidy, suspend, version } from '../testing/chain.js';
import type { Recordable } from '../testing/chain.js';
import { expectSame, law } from '../testing/laws.js';
import { directivesArbitrary } from '../testing/values.arbitrary.js';
import { placeArbitrary, snapshotOf } from '../testing/worlds.arbitrary.js';
import type { KindKey } from '../values/types.js';
import { effectOf } from './effect.js';
import { supposing } from './proposal.js';
import { isBranch } from '@headwater/org-tree';

const on = { enabled: { set: true } };

const proposing = (before: PolicySnapshot, place: string, directives: Directives | null, kind: KindKey): PolicySnapshot => {
  const [node = '', track] = place.split('/');
  return supposing(before, {
    kind,
    nodeId: id(node),
    track: track === 'own' ? 'own' : 'library',
    from: 0,
    to: null,
    version: directives && version(kind, directives),
  });
};

const effect = (
  before: PolicySnapshot,
  place: string,
  directives: Directives | null,
  kind: KindKey = 'returnShippingSubsidy',
  at = 100,
) => effectOf(before, proposing(before, place, directives, kind), kind, id(place.split('/')[0] ?? ''), at);

const reasons = (...given: Parameters<typeof effect>) =>
  effect(...given).groups.map(({ reason, by, nodeIds }) => [reason, by, nodeIds.join(' ')]);

const enable = (place: string, ...recorded: Recordable[]) => reasons(chainOf(...recorded), place, on);

describe('the effect of turning free returns on (P3)', () => {
  it('is every branch below, where nothing is in the way', () => {
    expect(effect(chainOf(), 'east/own', on)).toEqual({
      ...{ branches: 4, changed: 4, unchanged: 0, latent: 0, fields: { enabled: 4 }, adjusted: [] },
      groups: [{ reason: null, by: null, fields: ['enabled'], nodeIds: ['s1', 's2', 's3', 'closed'] }],
    });
  });

  it('is none at a branch that is archived, suspended, locked off, has its own setting, or is on already', () => {
    const before = chainOf(suspend('s2'), subsidy('mall/own', { enabled: { set: false } }), subsidy('s3/own', on));
    expect(reasons(before, 'HQ/library', on, 'returnShippingSubsidy', 600)).toEqual([
      ['overridden', 'mall', 's1'],
      ['suspended', 's2', 's2'],
      ['alreadySo', null, 's3'],
      ['archived', null, 'closed'],
      [null, null, 's4'],
    ]);
  });

  it('of a suspension, or of its end, names at those who are suspended by another unit that one', () => {
    const [shop, both] = [chainOf(suspend('s2')), chainOf(suspend('s2'), suspend('east'))];
    const between = (before: PolicySnapshot, after: PolicySnapshot) =>
      effectOf(before, after, 'returnShippingSubsidy', id('east'), 100).groups.map(({ reason, by }) => [reason, by]);
    expect(between(shop, both)).toContainEqual(['suspended', 's2']);
    expect(between(both, shop)).toContainEqual(['suspended', 's2']);
  });

  it('is none below a lock, which is named, even where the branch has its own setting too', () => {
    const lock = subsidy('HQ/library', { enabled: { set: false, lock: true } });
    expect(enable('east/own', lock, subsidy('s1/own', { enabled: { set: false } }))).toEqual([
      ['locked', 'HQ', 's1 s2 s3 closed'],
    ]);
    expect(enable('HQ/own', lock)).toEqual([['locked', 'HQ', 's1 s2 s3 closed s4']]);
  });

  it('is none where the unit’s own track speaks over its library', () => {
    expect(enable('east/library', subsidy('east/own', { enabled: { set: false } }))).toEqual([
      ['overridden', 'east', 's1 s2 s3 closed'],
    ]);
  });

  it('counts a nearer lock as a nearer setting', () => {
    expect(enable('HQ/library', subsidy('mall/own', { enabled: { set: false, lock: true } }))).toEqual([
      [null, null, 's3 closed s4'],
      ['overridden', 'mall', 's1 s2'],
    ]);
  });

  it('names the root-most of several suspensions', () => {
    expect(enable('HQ/library', suspend('s1'), suspend('mall'), suspend('west'))).toEqual([
      ['suspended', 'mall', 's1 s2'],
      [null, null, 's3 closed'],
      ['suspended', 'west', 's4'],
    ]);
  });
});

describe('the effect of other changes', () => {
  it('counts the branches for each field', () => {
    const before = chainOf(rules('s1/own', { qualityDays: { set: 60 } }));
    const { fields, groups } = effect(
      before,
      'east/own',
      { qualityDays: { set: 90 }, selfServiceDays: { set: 30 } },
      'afterSalesRules',
    );
    expect(fields).toEqual({ selfServiceDays: 4, qualityDays: 3 });
    expect(groups.map((group) => [group.fields, group.nodeIds])).toEqual([
      [
        ['selfServiceDays', 'qualityDays'],
        ['s2', 's3', 'closed'],
      ],
      [['selfServiceDays'], ['s1']],
    ]);
  });

  it('of going back to inherit is none where nothing differs, or a nearer unit speaks', () => {
    const before = chainOf(subsidy('HQ/library', on), subsidy('east/own', on), subsidy('mall/own', on));
    expect(reasons(before, 'east/own', null)).toEqual([
      ['overridden', 'mall', 's1 s2'],
      ['alreadySo', null, 's3 closed'],
    ]);
  });

  it('of going back to a library that says the same is none, and nobody is in the way', () => {
    const before = chainOf(subsidy('mall/library', on), subsidy('mall/own', on));
    expect(reasons(before, 'mall/own', null)).toEqual([['alreadySo', null, 's1 s2']]);
  });

  it('of several fields names a lock before a nearer setting', () => {
    const before = chainOf(
      rules('HQ/library', { selfServiceDays: { set: 15, lock: true } }),
      rules('s1/own', { noReasonDays: { set: 9 } }),
    );
    const told = reasons(before, 'mall/own', { noReasonDays: { set: 8 }, selfServiceDays: { set: 20 } }, 'afterSalesRules');
    expect(told).toEqual([
      ['locked', 'HQ', 's1'],
      [null, null, 's2'],
    ]);
  });

  it('does not list again a value that was bent before', () => {
    const before = chainOf(
      rules('east/own', { selfServiceDays: { guard: { max: 30 } } }),
      rules('s1/own', { selfServiceDays: { set: 60 } }),
    );
    expect(effect(before, 'mall/own', { qualityDays: { set: 60 } }, 'afterSalesRules').adjusted).toEqual([]);
    expect(effect(before, 'mall/own', { selfServiceDays: { guard: { max: 20 } } }, 'afterSalesRules').adjusted).toMatchObject([
      { value: 20, by: 'mall' },
    ]);
  });

  it('of a lock or guard alone is none now, but tells which values it bends', () => {
    const before = chainOf(
      rules('s1/own', { selfServiceDays: { set: 60 } }),
      rules('mall/own', { selfServiceDays: { set: 25 } }),
    );
    const { changed, groups, adjusted } = effect(
      before,
      'east/own',
      { selfServiceDays: { guard: { max: 30 } } },
      'afterSalesRules',
    );
    expect([changed, groups.map(({ reason, nodeIds }) => [reason, nodeIds])]).toEqual([
      1,
      [
        ['alreadySo', ['s2', 's3', 'closed']],
        [null, ['s1']],
      ],
    ]);
    expect(adjusted).toEqual([{ field: 'selfServiceDays', setAt: 's1', wanted: 60, value: 30, by: 'east', branches: 1 }]);
  });

  it('of a suspension is every branch that was on', () => {
    const before = chainOf(subsidy('HQ/library', on), subsidy('s1/own', { enabled: { set: false } }));
    const after = chainOf(subsidy('HQ/library', on), subsidy('s1/own', { enabled: { set: false } }), suspend('mall'));
    expect(
      effectOf(before, after, 'returnShippingSubsidy', id('east'), 100).groups.map(({ reason, nodeIds }) => [reason, nodeIds]),
    ).toEqual([
      ['alreadySo', ['s1', 's3', 'closed']],
      [null, ['s2']],
    ]);
  });

  law(
    'adds up: a branch is counted as changed exactly where a value changes or the service goes on or off',
    placeArbitrary().chain(({ world, at }) =>
      fc.record({
        ...{ world: fc.constant(world), at: fc.constant(at) },
        place: fc.constantFrom(...world.nodes.flatMap(({ id: node }) => [`${node}/library`, `${node}/own`])),
        directives: fc.option(directivesArbitrary(world.kind, ['enabled', 'mode', 'noReasonDays', 'types'])),
      }),
    ),
    ({ world, at, place, directives }) => {
      const before = snapshotOf(world);
      const after = proposing(before, place, directives, world.kind);
      const told = effectOf(before, after, world.kind, id(place.split('/')[0]!), at);
      for (const { reason, fields, nodeIds } of told.groups) {
        for (const node of nodeIds) {
          const [old, now] = [before, after].map((snapshot) => snapshot.resolve(world.kind, node, at));
          const differs = Object.keys(now!.fields).filter(
            (key) => JSON.stringify(stateOf(old!, key)?.value) !== JSON.stringify(stateOf(now!, key)?.value),
          );
          if (reason === null) expectSame([...fields].sort(), differs.sort());
          if (reason !== null && reason !== 'suspended') expectSame(differs, []);
          if (reason !== null) expectSame(old!.on, now!.on);
        }
      }
      const branches = [...after.tree.subtree(id(place.split('/')[0]!))].filter((node) => isBranch(after.tree.get(node)!.type));
      expect(told.groups.flatMap(({ nodeIds }) => nodeIds).sort()).toEqual(branches.sort());
      expect(told.changed + told.unchanged).toBe(told.branches);
    },
  );
});
