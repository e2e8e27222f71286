import fc from 'fast-check';
import { sameValue } from '../canonical.js';
import { versionId } from '../ids.js';
import { explain } from '../resolve/explain.js';
import { stateOf } from '../resolve/fold.js';
import { replay } from '../resolve/replay.js';
import { expectSame, law } from '../testing/laws.js';
import { referenceState, statements } from '../testing/reference.js';
import { EPOCHS, HORIZON, fieldsOf, placeArbitrary, snapshotOf } from '../testing/worlds.arbitrary.js';

const fieldOfPlace = placeArbitrary().chain((place) =>
  fc.record({
    ...{ place: fc.constant(place) },
    field: fc.constantFrom(...fieldsOf(place.world.kind)),
    knownAt: fc.integer({ min: 0, max: EPOCHS }),
  }),
);

describe('explanations', () => {
  law(
    'law 17: replaying one from the default yields the value, as known then too',
    fieldOfPlace,
    ({ place: { world, nodeId, at }, field, knownAt }) => {
      const told = explain(snapshotOf(world), { kind: world.kind, field: field.key, nodeId, at, knownAt });
      expectSame(replay(told), told.value);
      expectSame(told.value, referenceState(field, statements(world, field, nodeId, at, knownAt)).value);
    },
  );

  law('law 17: deleting the winner gives the stated runner-up', fieldOfPlace, ({ place: { world, nodeId, at }, field }) => {
    const { source, runnerUp } = explain(snapshotOf(world), { kind: world.kind, field: field.key, nodeId, at });
    if (!source) {
      expectSame(runnerUp, null);
      return;
    }
    const winner = world.versions.find(({ id }) => id === source.versionId)!;
    const { [field.key]: _winning, ...rest } = winner.directives;
    const without = { ...winner, id: versionId('without'), directives: rest };
    const assignments = world.assignments.map((each) =>
      each.id === source.assignmentId ? { ...each, versionId: without.id } : each,
    );
    const left = stateOf(
      snapshotOf({ ...world, versions: [...world.versions, without], assignments }).resolve(world.kind, nodeId, at),
      field.key,
    );
    expectSame(runnerUp, { value: left?.value, source: left?.source });
  });

  law(
    'law 17: exactly one candidate is marked applied where there is a source, and it is the source',
    fieldOfPlace,
    ({ place: { world, nodeId, at }, field }) => {
      const { source, lock, candidates } = explain(snapshotOf(world), { kind: world.kind, field: field.key, nodeId, at });
      const applied = candidates.filter(({ value }) => value === 'applied');
      expectSame(
        applied.map(({ assignmentId }) => assignmentId),
        source ? [source.assignmentId] : [],
      );
      expectSame(
        candidates.filter((each) => each.lock === 'holds').map((each) => each.nodeId),
        lock ? [lock] : [],
      );
    },
  );

  law(
    'law 11: a field keeps its value until its next change, which is a real one',
    fieldOfPlace,
    ({ place: { world, nodeId, at }, field }) => {
      const snapshot = snapshotOf(world);
      const { value, nextChange } = explain(snapshot, { kind: world.kind, field: field.key, nodeId, at });
      const valueAt = (instant: number) => stateOf(snapshot.resolve(world.kind, nodeId, instant), field.key)?.value;
      const until = nextChange?.at ?? 3 * HORIZON;
      for (let instant = at; instant < until; instant += 1) expectSame(valueAt(instant), value);
      if (!nextChange) return;
      expectSame(valueAt(nextChange.at), nextChange.value);
      expectSame(sameValue(nextChange.value, value), false);
      expect(nextChange.causes.length).toBeGreaterThan(0);
    },
  );
});
