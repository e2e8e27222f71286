import fc from 'fast-check';
import { nodeId } from '@headwater/org-tree';
import type { NodeId } from '@headwater/org-tree';
import type { Assignment } from '../facts/types.js';
import { assignmentId } from '../ids.js';
import { stateOf } from '../resolve/fold.js';
import { expectSame, law } from '../testing/laws.js';
import { isCohortRoot, referencePath } from '../testing/reference.js';
import { EPOCHS, HORIZON, fieldsOf, pilotArbitrary, placeArbitrary, snapshotOf } from '../testing/worlds.arbitrary.js';
import type { World } from '../testing/worlds.arbitrary.js';
import { drawCohort } from '../use/draw-cohort.js';

const stores = Array.from({ length: 400 }, (_, at) => nodeId(`s${String(at)}`));
const share = fc.nat(10_000);

/** A world and a pilot at one of its units, recorded after all else. */
const piloted = placeArbitrary().chain(({ world, nodeId: at, at: instant }) =>
  fc.record({
    ...{ world: fc.constant(world), instant: fc.constant(instant) },
    pilot: pilotArbitrary(world.kind, [at], world.versions).chain((drawn) =>
      fc.subarray(world.nodes.map(({ id }) => id)).map((cohort): Assignment => ({
        ...{ ...drawn, cohort, id: assignmentId('pilot'), seq: 0 },
        ...{ recordedFrom: EPOCHS + 1, recordedTo: null },
      })),
    ),
  }),
);

const withPilot = (world: World, pilot: Assignment) => snapshotOf(world).withFacts({ assignments: [pilot] }, EPOCHS + 1);

const isCovered = (world: World, id: NodeId, { cohort, nodeId: at }: Assignment): boolean => {
  const path = referencePath(world.nodes, id);
  return path.includes(at) && path.some((each) => cohort?.includes(each));
};

describe('pilots', () => {
  law(
    'law 18: the cohort of a greater share holds that of a smaller one; none draws nobody and the whole draws everybody',
    fc.record({ rollout: fc.string({ minLength: 1 }), shares: fc.tuple(share, share) }),
    ({ rollout, shares }) => {
      const [less, more] = [Math.min(...shares), Math.max(...shares)].map((bps) => drawCohort(rollout, stores, bps));
      const held = new Set(more);
      expectSame(
        less!.filter((store) => !held.has(store)),
        [],
      );
      expectSame([drawCohort(rollout, stores, 0), drawCohort(rollout, stores, 10_000)], [[], stores]);
    },
  );

  law(
    'law 18: whether a store is drawn hangs on no other store, nor on their order',
    fc.record({ rollout: fc.string(), bps: share, some: fc.shuffledSubarray(stores, { minLength: 1, maxLength: 20 }) }),
    ({ rollout, bps, some }) => {
      const all = drawCohort(rollout, stores, bps);
      expectSame(
        drawCohort(rollout, some, bps),
        some.filter((store) => all.includes(store)),
      );
    },
  );

  law('law 18: an empty cohort equals none', piloted, ({ world, pilot, instant }) => {
    const [before, after] = [snapshotOf(world), withPilot(world, { ...pilot, cohort: [] })];
    for (const { id } of world.nodes) expectSame(after.resolve(world.kind, id, instant), before.resolve(world.kind, id, instant));
  });

  law('law 18: a pilot changes nothing for those who are at or below no root of it', piloted, ({ world, pilot, instant }) => {
    const [before, after] = [snapshotOf(world), withPilot(world, pilot)];
    for (const { id } of world.nodes.filter((node) => !isCovered(world, node.id, pilot)))
      expectSame(after.resolve(world.kind, id, instant), before.resolve(world.kind, id, instant));
  });

  law('law 18: law 3 holds for all who are no cohort root', piloted, ({ world, pilot, instant }) => {
    const more = { ...world, assignments: [...world.assignments, { ...pilot, recordedFrom: EPOCHS }] };
    const facts = [...more.assignments, ...more.suspensions, ...more.exemptions];
    const snapshot = snapshotOf(more);
    for (const { id, parentId } of more.nodes) {
      if (parentId === null || isCohortRoot(more, id) || facts.some((fact) => fact.nodeId === id)) continue;
      expect(snapshot.resolve(world.kind, id, instant)).toBe(snapshot.resolve(world.kind, parentId, instant));
    }
  });

  law('a pilot of everyone says what an ordinary assignment recorded last would', piloted, ({ world, pilot, instant }) => {
    const bare = { ...world, assignments: world.assignments.filter(({ cohort }) => !cohort) };
    const everyone = { ...pilot, cohort: [pilot.nodeId] };
    const [ordinary, whole] = [{ ...pilot, cohort: null }, everyone].map((fact) => withPilot(bare, fact));
    for (const { id } of world.nodes) {
      const [said, tried] = [ordinary, whole].map((snapshot) => snapshot!.resolve(world.kind, id, instant));
      for (const { key } of fieldsOf(world.kind)) expectSame(stateOf(tried!, key)?.value, stateOf(said!, key)?.value);
    }
  });

  law('withdrawing a pilot lets what lay beneath hold again', piloted, ({ world, pilot }) => {
    const before = snapshotOf(world);
    const during = withPilot(world, pilot);
    for (const { id } of world.nodes) during.resolve(world.kind, id, 1);
    const after = during.withFacts({ assignments: [{ ...pilot, recordedTo: EPOCHS + 2 }] }, EPOCHS + 2);
    for (let at = 0; at <= HORIZON; at += 4)
      for (const { id } of world.nodes) expectSame(after.resolve(world.kind, id, at), before.resolve(world.kind, id, at));
  });
});
