import { isBranch } from '@headwater/org-tree';
import { chainOf, id, subsidy, suspend } from '../testing/chain.js';
import { expectSame, law } from '../testing/laws.js';
import { snapshotOf, worldOf, instant } from '../testing/worlds.arbitrary.js';
import fc from 'fast-check';
import { coverageOf, coverageState, isDecidedByPilot } from './coverage.js';

const on = { enabled: { set: true } };

describe('coverage', () => {
  it('counts the branches of any subtree by state, archived ones left out', () => {
    const snapshot = chainOf(subsidy('east/own', on), subsidy('s3/own', { enabled: { set: false } }), suspend('s2'));
    expect(coverageOf(snapshot, [id('HQ'), id('east'), id('mall'), id('s4')], 100)).toEqual([
      { branches: 5, on: 2, off: 2, suspended: 1, inPilot: 0 },
      { branches: 4, on: 2, off: 1, suspended: 1, inPilot: 0 },
      { branches: 2, on: 1, off: 0, suspended: 1, inPilot: 0 },
      { branches: 1, on: 0, off: 1, suspended: 0, inPilot: 0 },
    ]);
    expect(coverageOf(snapshot, [id('east')], 500)).toEqual([{ branches: 3, on: 1, off: 1, suspended: 1, inPilot: 0 }]);
  });

  it('takes a suspended branch as suspended, whatever it is set to', () => {
    expect(coverageState(chainOf(suspend('s1')), id('s1'), 100)).toBe('suspended');
  });

  it('is counted anew where time has moved past a change', () => {
    const snapshot = chainOf(subsidy('east/own', on, { from: 100, to: 200 }));
    const onAt = (at: number) => coverageOf(snapshot, [id('HQ')], at)[0]?.on;
    expect([99, 100, 150, 199, 200, 99].map(onAt)).toEqual([0, 4, 4, 4, 0, 0]);
  });

  it('is counted once for the present and once for a date, whoever asks in turn', () => {
    const snapshot = chainOf(subsidy('east/own', on, { from: 100, to: 200 }));
    const resolve = snapshot.resolve.bind(snapshot);
    let asked = 0;
    snapshot.resolve = (...question) => {
      asked += 1;
      return resolve(...question);
    };
    for (const at of [120, 220, 130, 230, 120]) coverageOf(snapshot, [id('HQ')], at);
    expect(asked).toBe(5 + 5);
  });

  it('is refused for an unknown unit', () => {
    expect(() => coverageOf(chainOf(), [id('ghost')], 0)).toThrow(expect.objectContaining({ code: 'UNKNOWN_NODE' }));
  });

  law(
    'equals counting branch by branch, at any instants in a row',
    fc.tuple(worldOf('returnShippingSubsidy'), fc.array(instant, { maxLength: 8 })),
    ([world, instants]) => {
      const snapshot = snapshotOf(world);
      for (const at of instants) {
        for (const { id: node } of world.nodes) {
          const states = [...snapshot.tree.subtree(node)]
            .filter((below) => isBranch(snapshot.tree.get(below)!.type))
            .map((below) => coverageState(snapshot, below, at));
          const piloted = (top: typeof node) =>
            [...snapshot.tree.branchesWithin(top)].filter((each) =>
              isDecidedByPilot(snapshot.resolve('returnShippingSubsidy', each, at)),
            ).length;
          const count = (state: string) => states.filter((each) => each === state).length;
          expectSame(coverageOf(snapshot, [node], at), [
            {
              branches: states.length,
              on: count('on'),
              off: count('off'),
              suspended: count('suspended'),
              inPilot: piloted(node),
            },
          ]);
        }
      }
    },
  );
});
