import fc from 'fast-check';
import { buildTree } from '@headwater/org-tree';
import type { NodeId } from '@headwater/org-tree';
import type { Assignment, PolicyVersion, Suspension } from '../facts/types.js';
import { assignmentId, suspensionId, versionId } from '../ids.js';
import { stateOf } from '../resolve/fold.js';
import { buildSnapshot } from '../snapshot/snapshot.js';
import { expectSame, law } from '../testing/laws.js';
import { isCohortRoot, referencePath, referenceVersion, referenceVersionFor } from '../testing/reference.js';
import { directiveArbitrary } from '../testing/values.arbitrary.js';
import {
  EPOCHS,
  assignmentArbitrary,
  fieldsOf,
  instant,
  placeArbitrary,
  snapshotOf,
  suspensionArbitrary,
  versionsArbitrary,
  worldArbitrary,
} from '../testing/worlds.arbitrary.js';
import type { World } from '../testing/worlds.arbitrary.js';
import { kindOf } from '../kinds/registry.js';
import { withChanges } from '../change/directives.js';

/** Each unit's document, from a snapshot that was asked of no other. */
const askedAlone = (world: World, at: number) =>
  new Map(world.nodes.map(({ id }) => [id, snapshotOf(world).resolve(world.kind, id, at)]));

const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

describe('rules flow down', () => {
  law(
    'law 1: the order in which facts are told does not matter, nor who asks first',
    worldArbitrary().chain((world) =>
      fc.record({
        world: fc.constant(world),
        at: instant,
        versions: shuffled(world.versions),
        assignments: shuffled(world.assignments),
        suspensions: shuffled(world.suspensions),
        exemptions: shuffled(world.exemptions),
        nodes: shuffled(world.nodes),
      }),
    ),
    ({ world, at, ...facts }) => {
      const told = askedAlone(world, at);
      const other = snapshotOf({ ...world, ...facts });
      for (const { id } of facts.nodes) expectSame(other.resolve(world.kind, id, at), told.get(id));
    },
  );

  law('law 2: without any fact every field is its default', placeArbitrary(), ({ world, nodeId, at }) => {
    const bare = snapshotOf({ ...world, assignments: [], suspensions: [], exemptions: [] }).resolve(world.kind, nodeId, at);
    for (const field of kindOf(world.kind).fields) {
      const { value, source, lock, adjusted } = stateOf(bare, field.key)!;
      expectSame({ value, source, lock, adjusted }, { value: field.default, source: null, lock: null, adjusted: null });
      expectSame(bare.values[field.key as keyof typeof bare.values], field.default);
    }
    expectSame(bare.suspension, null);
  });

  law(
    'law 3: a unit without facts that is no cohort root has its parent’s very document',
    placeArbitrary(),
    ({ world, nodeId, at }) => {
      const parentId = world.nodes.find(({ id }) => id === nodeId)?.parentId;
      fc.pre(parentId != null && !isCohortRoot(world, nodeId));
      const without = <F extends { nodeId: NodeId }>(facts: readonly F[]): F[] => facts.filter((fact) => fact.nodeId !== nodeId);
      const snapshot = snapshotOf({
        ...world,
        assignments: without(world.assignments),
        suspensions: without(world.suspensions),
        exemptions: without(world.exemptions),
      });
      expect(snapshot.resolve(world.kind, nodeId, at)).toBe(snapshot.resolve(world.kind, parentId, at));
    },
  );

  law(
    'law 4: a fact changes nothing outside its unit’s subtree',
    placeArbitrary().chain(({ world, nodeId, at }) =>
      versionsArbitrary(world.kind, {}, 'w').chain((versions) =>
        fc.record({
          ...{ world: fc.constant(world), nodeId: fc.constant(nodeId), at: fc.constant(at), versions: fc.constant(versions) },
          added: assignmentArbitrary(world.kind, [nodeId], versions),
          suspended: suspensionArbitrary(world.kind, [nodeId]),
        }),
      ),
    ),
    ({ world, nodeId, at, versions, added, suspended }) => {
      const assignment: Assignment = { ...added, id: assignmentId('added'), seq: 99 };
      const suspension: Suspension = { ...suspended, id: suspensionId('added') };
      const more = {
        ...{ ...world, versions: [...world.versions, ...versions], assignments: [...world.assignments, assignment] },
        suspensions: [...world.suspensions, suspension],
      };
      const [before, after] = [snapshotOf(world), snapshotOf(more)];
      for (const { id } of world.nodes) {
        if (referencePath(world.nodes, id).includes(nodeId)) continue;
        expectSame(after.resolve(world.kind, id, at), before.resolve(world.kind, id, at));
      }
    },
  );

  law(
    'law 4: a directive on one field changes no other field',
    placeArbitrary().chain((place) =>
      fc.constantFrom(...fieldsOf(place.world.kind)).chain((field) =>
        fc.record({
          place: fc.constant(place),
          field: fc.constant(field),
          directive: directiveArbitrary(field),
          track: fc.constantFrom('library' as const, 'own' as const),
        }),
      ),
    ),
    ({ place: { world, nodeId, at }, field, directive, track }) => {
      const said = referenceVersion(world, nodeId, track, at, EPOCHS)?.directives ?? {};
      const version: PolicyVersion = {
        ...{ id: versionId('w'), kind: world.kind, policyId: null, number: 9 },
        directives: withChanges(said, { [field.key]: directive }),
      };
      const assignment: Assignment = {
        ...{ id: assignmentId('added'), kind: world.kind, nodeId, track, versionId: version.id, seq: 99 },
        ...{ from: -9, to: null, recordedFrom: EPOCHS, recordedTo: null },
      };
      const before = snapshotOf(world);
      const after = buildSnapshot({
        ...{ ...world, tree: buildTree(world.nodes), versions: [...world.versions, version] },
        assignments: [...world.assignments, assignment],
      });
      for (const { id } of world.nodes) {
        const documents = [before, after].map((snapshot) => snapshot.resolve(world.kind, id, at));
        for (const other of kindOf(world.kind).fields.filter(({ key }) => key !== field.key)) {
          const [old, now] = documents.map((document) => stateOf(document, other.key));
          expectSame([now?.value, now?.lock, now?.guard], [old?.value, old?.lock, old?.guard]);
        }
      }
    },
  );

  law(
    'law 5: without locks and guards the deepest setter wins, own before library',
    placeArbitrary({ locks: false, guards: false }),
    ({ world, nodeId, at }) => {
      const document = snapshotOf(world).resolve(world.kind, nodeId, at);
      const path = referencePath(world.nodes, nodeId);
      const nearestFirst = path.toReversed().flatMap((node) =>
        (['own', 'library'] as const).map((track) => ({
          node,
          track,
          version: referenceVersionFor(world, path, node, track, at, EPOCHS),
        })),
      );
      for (const field of fieldsOf(world.kind)) {
        const winner = nearestFirst.find(({ version }) => version?.directives[field.key]);
        const directive = winner?.version?.directives[field.key];
        expectSame(stateOf(document, field.key)?.value, directive?.set === undefined ? field.default : directive.set);
        const source = stateOf(document, field.key)?.source ?? null;
        expectSame(
          source && [source.nodeId, source.track, source.versionId],
          winner ? [winner.node, winner.track, winner.version?.id] : null,
        );
      }
    },
  );
});
