import fc from 'fast-check';
import { chainOf, id, rules, type Recordable } from '../testing/chain.js';
import { expectSame, law } from '../testing/laws.js';
import { referencePath, referenceVersion } from '../testing/reference.js';
import { HORIZON, placeArbitrary, snapshotOf, type World } from '../testing/worlds.arbitrary.js';
import type { Assignment } from '../facts/types.js';
import type { NodeId } from '@headwater/org-tree';
import { holdingOf, isReached, reached, reachOf } from './reach.js';

const given = { set: 9 };
const hq = rules('HQ/library', { shipDays: given });

const branches = (facts: readonly Recordable[], node: string, at = 100, within = 'HQ') => {
  const snapshot = chainOf(...facts);
  const reach = reachOf(snapshot, { kind: 'afterSalesRules', nodeId: id(node) }, at, id(within));
  return reach && [...reached(snapshot, reach)];
};

describe('a shared version (P17)', () => {
  it('reaches the branches at and below its unit that are not archived', () => {
    expect(branches([hq], 'HQ')).toEqual(['s1', 's2', 's3', 's4']);
    expect(branches([rules('s3/library', { shipDays: given })], 's3')).toEqual(['s3']);
  });

  it('stops where a nearer unit was given one, and not where that one was told to inherit', () => {
    const mall = rules('mall/library', { infoDays: { set: 3 } });
    expect(branches([hq, mall], 'HQ')).toEqual(['s3', 's4']);
    expect(branches([hq, mall, rules('mall/library', null)], 'HQ')).toEqual(['s1', 's2', 's3', 's4']);
    expect(branches([hq, rules('mall/own', { infoDays: { set: 3 } })], 'HQ')).toEqual(['s1', 's2', 's3', 's4']);
    expect(branches([hq, rules('mall/library', { infoDays: { set: 3 } }, { from: 200 })], 'HQ')).toEqual([
      's1',
      's2',
      's3',
      's4',
    ]);
  });

  it('reaches as much of a part of the chain as lies in it', () => {
    const mall = rules('mall/library', { infoDays: { set: 3 } });
    expect(branches([hq, mall], 'HQ', 100, 'east')).toEqual(['s3']);
    expect(branches([hq, mall], 'HQ', 100, 's1')).toBeNull();
    expect(branches([hq, mall], 'mall', 100, 'west')).toBeNull();
    expect(branches([hq, mall], 'mall', 100, 's2')).toEqual(['s2']);
  });
});

describe('the time of an assignment', () => {
  const timesOf = (facts: readonly Recordable[], nth: number, now: number) => {
    const snapshot = chainOf(...facts);
    const { assignment } = snapshot
      .factsOf('afterSalesRules', id('HQ'))
      .library.find((each) => each.assignment.id === `a${String(nth)}`)!;
    return holdingOf(snapshot, assignment, now);
  };

  it('is now where it holds, later where it is still to come, and none where it is over', () => {
    const march = rules('HQ/library', { shipDays: given }, { from: 10, to: 50 });
    expect(timesOf([march], 0, 20)).toEqual({ from: 10, at: 20 });
    expect(timesOf([march], 0, 5)).toEqual({ from: 10, at: 10 });
    expect(timesOf([march], 0, 50)).toBeNull();
  });

  it('waits until what covers it is over, or is none where that stays', () => {
    const covered = [rules('HQ/library', { shipDays: given }, { from: 10 }), rules('HQ/library', {}, { from: 20, to: 60 })];
    expect(timesOf(covered, 0, 30)).toEqual({ from: 10, at: 60 });
    expect(timesOf([...covered, rules('HQ/library', {}, { from: 40 })], 0, 30)).toBeNull();
    expect(timesOf([...covered, rules('HQ/library', {}, { from: 5 })], 0, 3)).toBeNull();
  });
});

/** The unit whose shared version a branch follows. */
const nearest = (world: World, branch: NodeId, at: number): NodeId | undefined =>
  referencePath(world.nodes, branch)
    .reverse()
    .find((unit) => referenceVersion(world, unit, 'library', at, world.epoch) !== null);

law(
  'every branch follows exactly one reach, that of the nearest unit that was given a version',
  placeArbitrary(),
  ({ world, nodeId, at }) => {
    const snapshot = snapshotOf(world);
    const open = [...snapshot.tree.branchesWithin(nodeId)];
    for (const { id: unit } of world.nodes) {
      if (referenceVersion(world, unit, 'library', at, world.epoch) === null) continue;
      const reach = reachOf(snapshot, { kind: world.kind, nodeId: unit }, at, nodeId);
      const wanted = open.filter((branch) => nearest(world, branch, at) === unit);
      expectSame(reach === null ? [] : [...reached(snapshot, reach)], wanted);
      if (reach)
        expectSame(
          open.filter((branch) => isReached(snapshot, reach, branch)),
          wanted,
        );
    }
  },
);

law(
  'an assignment holds at the instant that is told, and at none between now and then',
  placeArbitrary().chain((place) => fc.record({ place: fc.constant(place), nth: fc.nat(20) })),
  ({ place: { world, at: now }, nth }) => {
    const assignment: Assignment | undefined = world.assignments[nth % Math.max(1, world.assignments.length)];
    if (!assignment) return;
    const snapshot = snapshotOf(world);
    const holdsAt = (at: number) =>
      snapshot.heldOn(world.kind, assignment.nodeId, assignment.track, at)?.assignment.id === assignment.id;
    const holding = holdingOf(snapshot, assignment, now);
    // A fact begins by HORIZON and lasts as long again at most.
    const instants = Array.from({ length: 2 * HORIZON + 2 }, (_, index) => index - 1);
    expect(holding?.at).toBe([now, ...instants.filter((at) => at > now)].find(holdsAt));
    if (holding)
      expect(
        instants
          .concat(holding.from)
          .sort((a, b) => a - b)
          .find(holdsAt),
      ).toBe(holding.from);
  },
);
