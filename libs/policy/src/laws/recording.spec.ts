import fc from 'fast-check';
import { law } from '../testing/laws.js';
import type { Assignment, PolicyVersion } from '../facts/types.js';
import { assignmentId } from '../ids.js';
import {
  EPOCHS,
  assignmentArbitrary,
  instant,
  placeArbitrary,
  snapshotOf,
  versionsArbitrary,
} from '../testing/worlds.arbitrary.js';

const withAddition = placeArbitrary().chain((place) =>
  versionsArbitrary(place.world.kind, {}, 'w').chain((versions) =>
    fc.record({
      ...{ place: fc.constant(place), versions: fc.constant<PolicyVersion[]>(versions), at: instant },
      added: assignmentArbitrary(
        place.world.kind,
        place.world.nodes.map(({ id }) => id),
        versions,
      ),
    }),
  ),
);

const late = (drawn: Omit<Assignment, 'id' | 'seq'>): Assignment => ({
  ...{ ...drawn, id: assignmentId('late'), seq: 0 },
  ...{ recordedFrom: EPOCHS + 1, recordedTo: null },
});

describe('what was known when', () => {
  law(
    'law 12: what is recorded later changes no answer as known earlier',
    withAddition,
    ({ place: { world, nodeId }, versions, added, at }) => {
      const before = snapshotOf(world);
      const after = before.withFacts({ versions, assignments: [late(added)] }, EPOCHS + 1);
      for (let knownAt = 0; knownAt <= EPOCHS; knownAt += 1) {
        expect(after.resolve(world.kind, nodeId, at, knownAt)).toEqual(before.resolve(world.kind, nodeId, at, knownAt));
      }
    },
  );

  law(
    'law 14: adding a fact and withdrawing it leaves everything as it was',
    withAddition,
    ({ place: { world, nodeId }, versions, added, at }) => {
      const before = snapshotOf(world);
      const fact = late(added);
      const during = before.withFacts({ versions, assignments: [fact] }, EPOCHS + 1);
      during.resolve(world.kind, nodeId, at);
      const after = during.withFacts({ assignments: [{ ...fact, recordedTo: EPOCHS + 2 }] }, EPOCHS + 2);
      expect(after.resolve(world.kind, nodeId, at)).toEqual(before.resolve(world.kind, nodeId, at));
    },
  );
});
