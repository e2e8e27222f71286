import fc from 'fast-check';
import type { NodeId } from '@headwater/org-tree';
import { withChanges } from '../change/directives.js';
import type { Assignment, Directives, PolicyVersion } from '../facts/types.js';
import { assignmentId, versionId } from '../ids.js';
import { kindKeys } from '../kinds/registry.js';
import { stateOf } from '../resolve/fold.js';
import { expectSame, law } from '../testing/laws.js';
import { isCohortRoot, referencePath, referenceVersion } from '../testing/reference.js';
import { directivesArbitrary, valueArbitrary } from '../testing/values.arbitrary.js';
import { EPOCHS, HORIZON, fieldsOf, placeArbitrary, snapshotOf } from '../testing/worlds.arbitrary.js';
import type { World } from '../testing/worlds.arbitrary.js';

/** The world with a unit's own track saying this, always and recorded last. */
function saying(world: World, nodeId: NodeId, directives: Directives): World {
  const id = `w${world.versions.length}`;
  const version: PolicyVersion = { id: versionId(id), kind: world.kind, policyId: null, number: 1, directives };
  const assignment: Assignment = {
    ...{ id: assignmentId(id), kind: world.kind, nodeId, track: 'own', versionId: version.id, seq: 100 + world.versions.length },
    ...{ from: -HORIZON, to: null, recordedFrom: EPOCHS, recordedTo: null },
  };
  return { ...world, versions: [...world.versions, version], assignments: [...world.assignments, assignment] };
}

/** A pilot of an own track would speak in place of what the unit says. */
const isOwnPilot = ({ track, cohort }: Assignment): boolean => track === 'own' && cohort != null;

/** Whether a pilot gives a unit another stream than the one it would have from `top`: a root lies between them. */
const isInPilotBelow = (world: World, id: NodeId, top: NodeId): boolean => {
  const path = referencePath(world.nodes, id);
  return path.slice(path.indexOf(top) + 1).some((each) => isCohortRoot(world, each));
};

const withoutOwnPilots = placeArbitrary().map(({ world, ...place }) => ({
  ...place,
  world: { ...world, assignments: world.assignments.filter((each) => !isOwnPilot(each)) },
}));

const fieldOfPlace = withoutOwnPilots.chain((place) =>
  fc
    .constantFrom(...fieldsOf(place.world.kind))
    .chain((field) => fc.record({ ...{ place: fc.constant(place), field: fc.constant(field) }, other: valueArbitrary(field) })),
);

describe('a unit’s own values', () => {
  law(
    'law 9: setting the inherited value changes no value but detaches; taking it out restores the stream',
    fieldOfPlace,
    ({ place, field, other }) => {
      const { world, nodeId, at } = place;
      const stateIn = (told: World) => {
        const snapshot = snapshotOf(told);
        return (id: NodeId) => stateOf(snapshot.resolve(world.kind, id, at), field.key);
      };
      const said = referenceVersion(world, nodeId, 'own', at, EPOCHS)?.directives ?? {};
      const inheriting = saying(world, nodeId, withChanges(said, { [field.key]: null }));
      const old = stateIn(inheriting);
      const inherited = old(nodeId)!;
      fc.pre(inherited.lock === null);
      const detached = saying(inheriting, nodeId, withChanges(said, { [field.key]: { set: inherited.value } }));

      const below = world.nodes.filter(({ id }) => referencePath(world.nodes, id).includes(nodeId));
      const now = stateIn(detached);
      for (const { id } of below.filter((node) => !isInPilotBelow(world, node.id, nodeId)))
        expectSame(now(id)?.value, old(id)?.value);
      const own = now(nodeId);
      expect(own?.source).toMatchObject({ nodeId, track: 'own' });

      const root = world.nodes[0]!.id;
      const moved = (told: World) => stateIn(saying(told, root, { [field.key]: { set: other } }))(nodeId);
      // Where the root takes back its lock, another one between may come to hold.
      if (root !== nodeId && moved(inheriting)?.lock === null)
        expect(moved(detached)?.source).toMatchObject({ nodeId, track: 'own' });
      const back = stateIn(saying(detached, nodeId, withChanges(said, { [field.key]: null })));
      for (const { id } of below) {
        expectSame({ ...back(id), source: said }, { ...old(id), source: said });
        expectSame(back(id)?.source?.nodeId, old(id)?.source?.nodeId);
      }
    },
  );

  law(
    'law 10: saving an untouched form adds no directive, whichever of its fields it sends back',
    fc.constantFrom(...kindKeys).chain((kind) => {
      const keys = fieldsOf(kind).map(({ key }) => key);
      return fc.record({ previous: directivesArbitrary(kind, keys), sent: fc.subarray(keys) });
    }),
    ({ previous, sent }) => {
      const shown = Object.fromEntries(sent.map((key) => [key, previous[key] ?? null]));
      expectSame(withChanges(previous, shown), previous);
    },
  );
});
