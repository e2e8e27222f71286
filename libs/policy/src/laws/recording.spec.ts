import fc from 'fast-check';
import { law } from '../testing/laws.js';
import type { Assignment, PolicyVersion } from '../facts/types.js';
import { assignmentId } from '../ids.js';
import { stateOf } from '../resolve/fold.js';
import {
  EPOCHS,
  HORIZON,
  assignmentArbitrary,
  fieldsOf,
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

  law('law 13: a fact is in at `from` and out at `to`', withAddition, ({ place: { world, nodeId }, versions, added }) => {
    const fact: Assignment = { ...late(added), nodeId, to: added.to ?? HORIZON };
    const after = snapshotOf(world).withFacts({ versions, assignments: [fact] }, EPOCHS + 1);
    const holds = (at: number) => after.heldOn(world.kind, nodeId, fact.track, at)?.assignment.id === fact.id;
    const until = fact.to ?? HORIZON;
    expect([fact.from - 1, fact.from, until - 1, until].map(holds)).toEqual([false, true, true, false]);
  });

  law(
    'law 13: between two turns a unit’s rules do not change, and each instant has one answer',
    placeArbitrary(),
    ({ world, nodeId, at }) => {
      const snapshot = snapshotOf(world);
      const begun = snapshot.turnsOf(world.kind, nodeId).filter((turn) => turn <= at);
      const since = begun.at(-1) ?? -HORIZON;
      expect(snapshot.resolve(world.kind, nodeId, at)).toEqual(snapshotOf(world).resolve(world.kind, nodeId, since));
    },
  );

  law(
    'law 15: after a rollback to a version the rules are those of assigning it, and no version is added',
    withAddition,
    ({ place: { world, nodeId, at }, versions, added }) => {
      const [first, second] = [versions[0]!, versions.at(-1)!];
      const place = { kind: world.kind, nodeId, track: added.track, from: -HORIZON, to: null, recordedTo: null };
      const assigned = (versionId: PolicyVersion['id'], epoch: number): Assignment => ({
        ...{ ...place, versionId, id: assignmentId(`r${epoch}`), seq: 0, recordedFrom: EPOCHS + epoch },
      });
      const start = snapshotOf(world).withFacts({ versions, assignments: [assigned(first.id, 1)] }, EPOCHS + 1);
      const rolled = [assigned(second.id, 2), assigned(first.id, 3)].reduce(
        (snapshot, fact, step) => snapshot.withFacts({ assignments: [fact] }, EPOCHS + 2 + step),
        start,
      );
      const [old, now] = [start, rolled].map((snapshot) => snapshot.resolve(world.kind, nodeId, at));
      expect([now?.values, now?.on]).toEqual([old?.values, old?.on]);
      for (const { key } of fieldsOf(world.kind)) {
        const [was, is] = [old, now].map((document) => stateOf(document!, key));
        expect([is?.lock, is?.guard, is?.source?.versionId]).toEqual([was?.lock, was?.guard, was?.source?.versionId]);
      }
    },
  );
});
