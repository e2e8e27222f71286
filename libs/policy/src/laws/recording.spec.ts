import fc from 'fast-check';
import type { PolicyDocument } from '../resolve/types.js';
import type { Facts } from '../snapshot/facts-input.js';
import { expectSame, law } from '../testing/laws.js';
import type { Assignment, Exemption, PolicyVersion, Recorded, Suspension } from '../facts/types.js';
import { assignmentId, exemptionId, suspensionId } from '../ids.js';
import { stateOf } from '../resolve/fold.js';
import {
  EPOCHS,
  HORIZON,
  assignmentArbitrary,
  exemptionArbitrary,
  fieldsOf,
  instant,
  pilotArbitrary,
  placeArbitrary,
  snapshotOf,
  suspensionArbitrary,
  versionsArbitrary,
  type World,
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

type Drawn =
  | { readonly what: 'assignments'; readonly fact: Omit<Assignment, 'id' | 'seq'> }
  | { readonly what: 'suspensions'; readonly fact: Omit<Suspension, 'id'> }
  | { readonly what: 'exemptions'; readonly fact: Omit<Exemption, 'id'> };

/** A fact of any sort, with the versions that it may name. */
const anyFact = ({ kind, nodes }: World): fc.Arbitrary<{ versions: PolicyVersion[]; drawn: Drawn }> => {
  const ids = nodes.map(({ id }) => id);
  return versionsArbitrary(kind, {}, 'w').chain((versions) =>
    fc.record({
      versions: fc.constant(versions),
      drawn: fc.oneof<fc.Arbitrary<Drawn>[]>(
        fc.oneof(assignmentArbitrary(kind, ids, versions), pilotArbitrary(kind, ids, versions)).map((fact) => ({
          ...{ what: 'assignments', fact },
        })),
        suspensionArbitrary(kind, ids).map((fact) => ({ what: 'suspensions', fact })),
        exemptionArbitrary(kind, ids).map((fact) => ({ what: 'exemptions', fact })),
      ),
    }),
  );
};

const withAny = placeArbitrary().chain((place) =>
  anyFact(place.world).chain((addition) =>
    fc.record({ place: fc.constant(place), addition: fc.constant(addition), draw: fc.nat() }),
  ),
);

/** The fact as it is recorded, or withdrawn, once everything else is known. */
const recordedAs = ({ what, fact }: Drawn, recordedTo: number | null): Partial<Facts> => {
  const recorded = { recordedFrom: EPOCHS + 1, recordedTo };
  if (what === 'suspensions') return { suspensions: [{ ...fact, ...recorded, id: suspensionId('late') }] };
  if (what === 'exemptions') return { exemptions: [{ ...fact, ...recorded, id: exemptionId('late') }] };
  return { assignments: [{ ...fact, ...recorded, id: assignmentId('late'), seq: 0 }] };
};

/** One fact of the world that nobody has withdrawn, withdrawn in a later epoch; none where there is none. */
function withdrawn({ assignments, suspensions, exemptions }: World, draw: number): Partial<Facts> {
  const open = <F extends Recorded>(facts: readonly F[]): F[] => facts.filter(({ recordedTo }) => recordedTo === null);
  const one = <F extends Recorded>(facts: readonly F[]): F[] =>
    open(facts)
      .slice(draw % (open(facts).length || 1))
      .slice(0, 1)
      .map((fact) => ({ ...fact, recordedTo: EPOCHS + 2 }));
  return { assignments: one(assignments), suspensions: one(suspensions), exemptions: one(exemptions) };
}

/** What a unit is told; that a suspension was taken back later is no part of it. */
const answer = ({ suspension, ...document }: PolicyDocument) => ({ ...document, suspension: suspension?.id ?? null });

const everyInstant = Array.from({ length: HORIZON + 3 }, (_, at) => at - 1);

describe('what was known when', () => {
  law(
    'law 12: what is recorded or withdrawn later changes no answer as known earlier',
    withAny,
    ({ place: { world, nodeId, at }, addition: { versions, drawn }, draw }) => {
      const before = snapshotOf(world);
      const after = before
        .withFacts({ versions, ...recordedAs(drawn, null) }, EPOCHS + 1)
        .withFacts(withdrawn(world, draw), EPOCHS + 2);
      for (let knownAt = 0; knownAt <= EPOCHS; knownAt += 1) {
        const [was, is] = [before, after].map((snapshot) => answer(snapshot.resolve(world.kind, nodeId, at, knownAt)));
        expectSame(is, was);
      }
    },
  );

  law(
    'law 14: adding a fact and withdrawing it leaves every instant as it was',
    withAny,
    ({ place: { world }, addition: { versions, drawn } }) => {
      const before = snapshotOf(world);
      const during = before.withFacts({ versions, ...recordedAs(drawn, null) }, EPOCHS + 1);
      const after = during.withFacts(recordedAs(drawn, EPOCHS + 2), EPOCHS + 2);
      for (const { id } of world.nodes) {
        for (const at of everyInstant) {
          during.resolve(world.kind, id, at);
          expectSame(after.resolve(world.kind, id, at), before.resolve(world.kind, id, at));
        }
      }
    },
  );

  law('law 13: a fact is in at `from` and out at `to`', withAddition, ({ place: { world, nodeId }, versions, added }) => {
    const fact: Assignment = { ...late(added), nodeId, to: added.to ?? HORIZON };
    const after = snapshotOf(world).withFacts({ versions, assignments: [fact] }, EPOCHS + 1);
    const holds = (at: number) => after.heldOn(world.kind, nodeId, fact.track, at)?.assignment.id === fact.id;
    const until = fact.to ?? HORIZON;
    expectSame([fact.from - 1, fact.from, until - 1, until].map(holds), [false, true, true, false]);
  });

  law(
    'law 13: between two turns a unit’s rules do not change, and each instant has one answer',
    placeArbitrary(),
    ({ world, nodeId, at }) => {
      const snapshot = snapshotOf(world);
      const begun = snapshot.turnsOf(world.kind, nodeId).filter((turn) => turn <= at);
      const since = begun.at(-1) ?? -HORIZON;
      expectSame(snapshot.resolve(world.kind, nodeId, at), snapshotOf(world).resolve(world.kind, nodeId, since));
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
      expectSame([now?.values, now?.on], [old?.values, old?.on]);
      for (const { key } of fieldsOf(world.kind)) {
        const [was, is] = [old, now].map((document) => stateOf(document!, key));
        expectSame([is?.lock, is?.guard, is?.source?.versionId], [was?.lock, was?.guard, was?.source?.versionId]);
      }
    },
  );
});
