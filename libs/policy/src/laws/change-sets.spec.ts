import fc from 'fast-check';
import { changeSetHash, impactHash } from '../change-set/impact.js';
import type { Proposal } from '../change/proposal.js';
import { rebasedOver } from '../change/rebase-own.js';
import { conflictsSince } from '../change-set/conflicts.js';
import { stepsOf } from '../change-set/steps.js';
import type { Step } from '../change-set/steps.js';
import { plannedFrom } from '../change-set/moves.js';
import type { ChangeSetContent, MoveOperation, Operation } from '../change-set/operation.js';
import { canonicalJson, sameValue } from '../canonical.js';
import type { PolicyVersion } from '../facts/types.js';
import { assignmentId, exemptionId, versionId } from '../ids.js';
import { stateOf } from '../resolve/fold.js';
import type { Facts } from '../snapshot/facts-input.js';
import { buildSnapshot } from '../snapshot/snapshot.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import { buildTree, checkMove, childTypesOf, nodeId } from '@headwater/org-tree';
import { expectSame, law } from '../testing/laws.js';
import { directivesArbitrary } from '../testing/values.arbitrary.js';
import { HORIZON, fieldsOf, snapshotOf, worldArbitrary } from '../testing/worlds.arbitrary.js';
import type { World } from '../testing/worlds.arbitrary.js';

const AT = 3;

/** Every move that the organization allows. */
function movesOf({ nodes }: World): MoveOperation[] {
  const tree = buildTree(nodes);
  return nodes.flatMap(({ id, parentId }) =>
    nodes
      .filter((parent) => parent.id !== parentId && checkMove(tree, id, parent.id).length === 0)
      .map((parent) => ({ verb: 'move' as const, nodeId: id, parentId: parent.id, fromParentId: parentId! })),
  );
}

/** One edit of the world: an assignment, an edit of an own track, an exemption, or a move. */
function operationArbitrary(world: World): fc.Arbitrary<Operation> {
  const { kind, nodes, versions } = world;
  const moves = movesOf(world);
  const place = fc.constantFrom(...nodes.map(({ id }) => id));
  const keys = fieldsOf(kind).map(({ key }) => key);
  return fc.oneof(
    fc
      .record({ nodeId: place, version: fc.option(fc.constantFrom(...versions), { nil: null, freq: 8 }) })
      .map(({ nodeId, version }) => ({ verb: 'assign' as const, kind, nodeId, versionId: version?.id ?? null, to: null })),
    fc
      .record({ nodeId: place, directives: directivesArbitrary(kind, keys), dropped: fc.subarray(keys, { maxLength: 1 }) })
      .map(({ nodeId, directives, dropped }) => ({
        ...{ verb: 'setOwn' as const, kind, nodeId },
        changes: { ...directives, ...Object.fromEntries(dropped.map((key) => [key, null])) },
      })),
    fc
      .record({ nodeId: place, ancestorId: place, fields: fc.subarray(keys, { minLength: 1 }) })
      .map((exemption) => ({ verb: 'exempt' as const, kind, ...exemption, to: HORIZON })),
    ...(moves.length > 0 ? [fc.constantFrom(...moves)] : []),
  );
}

/**
 * A world whose own tracks are as they are written: each edit holds until the next, and what is withdrawn is withdrawn by now. Worlds have
 * others, for what is asked of the engine whoever wrote the facts.
 */
function withWrittenTracks(world: World): World {
  const asWritten = (each: World['assignments'][number]): World['assignments'][number] => {
    if (each.track !== 'own' || each.cohort !== undefined) return each;
    const withdrawn = each.recordedTo !== null && each.recordedTo <= world.epoch;
    return { ...each, to: null, recordedTo: withdrawn ? each.recordedTo : null };
  };
  return { ...world, assignments: world.assignments.map(asWritten) };
}

/** More operations than a draft has in the end: most of them may not be carried out. */
const draftsArbitrary = worldArbitrary()
  .map(withWrittenTracks)
  .chain((world) => {
    const operations = fc.array(operationArbitrary(world), { minLength: 1, maxLength: 6 });
    return fc.record({ world: fc.constant(world), one: operations, other: operations });
  });

const movingArbitrary = worldArbitrary()
  .filter((world) => movesOf(world).length > 0)
  .chain((world) => {
    const move = fc.constantFrom(...movesOf(world));
    return fc.record({ world: fc.constant(world), one: move, other: move });
  });

/** What a change set writes when it is carried out in the next epoch; null where it may not be. */
function recorded(snapshot: PolicySnapshot, operations: readonly Operation[]): PolicySnapshot | null {
  const steps = stepsOf(snapshot, operations, AT);
  return steps.some(({ recording }) => recording === null) ? null : written(snapshot, steps);
}

function written(snapshot: PolicySnapshot, steps: readonly Step[]): PolicySnapshot {
  const epoch = snapshot.epoch + 1;
  return snapshot.over(steps.at(-1)!.after.tree).withFacts(factsOf(steps, epoch), epoch);
}

/** A change set that may be carried out: the first three of the operations that may, each after those before it. */
interface Draft {
  readonly operations: readonly Operation[];
  readonly steps: readonly Step[];
  readonly done: PolicySnapshot;
}

/** The draft of what is drawn. A world in which none of it may be carried out says nothing. */
function draftOf(base: PolicySnapshot, drawn: readonly Operation[]): Draft {
  const steps = stepsOf(base, drawn, AT)
    .filter(({ recording }) => recording !== null)
    .slice(0, 3);
  fc.pre(steps.length > 0);
  return { operations: steps.map(({ operation }) => operation), steps, done: written(base, steps) };
}

/** As many assignments as one operation may record, so that each has a number of its own. */
const ROOM = 100;

/** An assignment as it is recorded, and over it what was scheduled on the same own track, again in the same epoch. */
function assigned(
  { before }: Step,
  made: Proposal,
  { id, seq, epoch }: { id: string; seq: number; epoch: number },
): Partial<Facts> {
  const later = made.track === 'own' ? rebasedOver(before, made) : [];
  const replaced = later.map(({ replaces }) => replaces);
  const versions: PolicyVersion[] = [];
  const assignments = [made, ...later.map(({ proposal }) => proposal)].map(({ version, ...proposal }, place) => {
    const name = place === 0 ? id : `${id}.${String(place)}`;
    const held = version && version.id === '' ? { ...version, id: versionId(name) } : version;
    if (held) versions.push(held);
    const recorded = { recordedFrom: epoch, recordedTo: null, seq: seq + place };
    return { ...proposal, id: assignmentId(name), versionId: held?.id ?? null, ...recorded };
  });
  const withdrawn = before
    .factsOf(made.kind, made.nodeId)
    .own.filter(({ assignment }) => replaced.includes(assignment.id))
    .map(({ assignment }) => ({ ...assignment, recordedTo: epoch }));
  return { versions, assignments: [...assignments, ...withdrawn] };
}

function factsOf(steps: readonly Step[], epoch: number): Partial<Facts> {
  const at = { recordedFrom: epoch, recordedTo: null };
  const made: Partial<Facts>[] = steps.map(({ recording }, index) => {
    const id = `${String(epoch)}.${String(index)}`;
    if (recording && 'exemption' in recording)
      return {
        exemptions: [{ ...recording.exemption, id: exemptionId(id), ...at, fields: recording.exemption.fields as never }],
      };
    if (!recording || !('assignment' in recording)) return {};
    return assigned(steps[index]!, recording.assignment, { id, seq: index * ROOM, epoch });
  });
  return {
    versions: made.flatMap((each) => each.versions ?? []),
    assignments: made.flatMap((each) => each.assignments ?? []),
    exemptions: made.flatMap((each) => each.exemptions ?? []),
  };
}

const valuesOf = (snapshot: PolicySnapshot, { kind, nodes }: World) =>
  [AT, AT + 2, HORIZON + 1].flatMap((at) =>
    nodes.map(({ id }) => {
      const document = snapshot.resolve(kind, id, at);
      return fieldsOf(kind).map(({ key }) => [stateOf(document, key)?.value, stateOf(document, key)?.lock]);
    }),
  );

/** The places within the chain that an operation writes, one for each field of an own track. */
function placesOf(operation: Operation): string[] {
  if (operation.verb === 'move') return [`move ${operation.nodeId}`];
  const { verb, kind, nodeId: at } = operation;
  if (verb === 'assign') return [`${verb} ${kind} ${at}`];
  const fields = verb === 'setOwn' ? Object.keys(operation.changes) : operation.fields;
  return fields.map((field) => [verb, at, field, verb === 'exempt' ? operation.ancestorId : ''].join(' '));
}

const contentArbitrary: fc.Arbitrary<ChangeSetContent> = worldArbitrary().chain((world) =>
  fc.record({
    title: fc.string({ maxLength: 12 }),
    notes: fc.string({ maxLength: 12 }),
    effectiveAt: fc.option(fc.nat()),
    operations: fc.array(operationArbitrary(world), { minLength: 1, maxLength: 3 }),
  }),
);

describe('change sets', () => {
  law(
    'law 21: any other content is another one, and the same content is the same',
    fc.tuple(contentArbitrary, contentArbitrary),
    ([one, other]) => {
      expectSame(changeSetHash(one), changeSetHash(JSON.parse(JSON.stringify(one)) as ChangeSetContent));
      expectSame(changeSetHash(one) === changeSetHash(other), canonicalJson(one) === canonicalJson(other));
      expect(changeSetHash({ ...one, title: `${one.title}.` })).not.toBe(changeSetHash(one));
      expect(changeSetHash({ ...one, effectiveAt: (one.effectiveAt ?? 0) + 1 })).not.toBe(changeSetHash(one));
      expect(changeSetHash({ ...one, operations: one.operations.slice(1) })).not.toBe(changeSetHash(one));
    },
  );

  law(
    'law 21: of two drafts with one base the second is in conflict where both say something else of one place',
    draftsArbitrary,
    ({ world, one, other }) => {
      const base = snapshotOf(world);
      const { operations, done: first } = draftOf(base, one);
      const both = operations.flatMap(placesOf).filter((place) => other.flatMap(placesOf).includes(place));
      const conflicts = conflictsSince(first, other, base.epoch, AT);
      if (both.length === 0) expectSame(conflicts, []);
      if (both.some((place) => /^(assign|move) /.test(place))) expect(conflicts).not.toEqual([]);
      expectSame(conflictsSince(first, plannedFrom(first.tree, other), first.epoch, AT), []);
    },
  );

  law('law 21: drafts without a conflict commute', draftsArbitrary, ({ world, one, other }) => {
    const base = snapshotOf(world);
    const [first, second] = [draftOf(base, one), draftOf(base, other)];
    fc.pre(conflictsSince(first.done, second.operations, base.epoch, AT).length === 0);
    fc.pre(conflictsSince(second.done, first.operations, base.epoch, AT).length === 0);
    const [thisWay, otherWay] = [recorded(first.done, second.operations), recorded(second.done, first.operations)];
    fc.pre(thisWay !== null && otherWay !== null);
    expectSame(valuesOf(thisWay, world), valuesOf(otherWay, world));
  });

  law(
    'law 16: a move and the move back are the identity, and disjoint moves commute',
    movingArbitrary,
    ({ world, one, other }) => {
      const base = snapshotOf(world);
      const first = recorded(base, [one]);
      fc.pre(first !== null);
      const back = recorded(first, [{ ...one, parentId: one.fromParentId, fromParentId: one.parentId }]);
      if (back !== null) expectSame(valuesOf(back, world), valuesOf(base, world));
      const second = recorded(base, [other]);
      fc.pre(second !== null && one.nodeId !== other.nodeId);
      const [thisWay, otherWay] = [recorded(first, [other]), recorded(second, [one])];
      fc.pre(thisWay !== null && otherWay !== null);
      expectSame(valuesOf(thisWay, world), valuesOf(otherWay, world));
    },
  );

  law('law 16: what a move leaves is what the tree built that way has', movingArbitrary, ({ world, one }) => {
    const done = recorded(snapshotOf(world), [one]);
    fc.pre(done !== null);
    const nodes = world.nodes.map((node) => (node.id === one.nodeId ? { ...node, parentId: one.parentId } : node));
    expectSame(valuesOf(done, world), valuesOf(snapshotOf({ ...world, nodes }), world));
  });

  law(
    'a move is refused where its unit stands already, below itself, and where the set moves it twice',
    movingArbitrary,
    (drawn) => {
      const { world, one } = drawn;
      const base = snapshotOf(world);
      const codes = (...operations: MoveOperation[]) =>
        stepsOf(base, operations, AT).map(({ moveProblems }) => moveProblems.map(({ code }) => code));
      expectSame(codes({ ...one, parentId: one.fromParentId }), [['ALREADY_THERE']]);
      expectSame(codes({ ...one, parentId: one.nodeId }), [['CYCLE']]);
      expectSame(codes(one, one), [[], ['SAID_TWICE']]);
    },
  );

  law('a move is in conflict with another one of its unit, and with nothing else', movingArbitrary, ({ world, one, other }) => {
    const first = recorded(snapshotOf(world), [one]);
    fc.pre(first !== null);
    const conflicts = conflictsSince(first, [other], world.epoch, AT);
    expectSame(conflicts, one.nodeId === other.nodeId ? [{ kind: null, nodeId: one.nodeId, fields: null }] : []);
  });

  law('are carried out as they were foreseen', draftsArbitrary, ({ world, one }) => {
    const { steps, done } = draftOf(snapshotOf(world), one);
    expectSame(valuesOf(done, world), valuesOf(steps.at(-1)!.after, world));
  });

  law('an impact is the same whatever merely inherits', draftsArbitrary, ({ world, one }) => {
    const parents = world.nodes.filter(({ type }) => childTypesOf(type).includes('store'));
    fc.pre(parents.length > 0);
    const opened = parents.map(({ id }, at) => ({ id: nodeId(`new${String(at)}`), parentId: id, type: 'store' as const }));
    const grown = buildSnapshot({ ...world, tree: buildTree([...world.nodes, ...opened]) });
    const { operations, steps: now } = draftOf(snapshotOf(world), one);
    const then = stepsOf(grown, operations, AT);
    fc.pre(then.every(({ recording }) => recording !== null));
    expectSame(impactHash(then), impactHash(now));
  });

  law('an impact is another one where another value would come of it', draftsArbitrary, ({ world, one }) => {
    const { operations, steps } = draftOf(snapshotOf(world), one);
    fc.pre(steps.some(({ before, after }) => !sameValue(atNow(before, world), atNow(after, world))));
    const none = stepsOf(steps.at(-1)!.after, operations, AT);
    expect(impactHash(none)).not.toBe(impactHash(steps));
  });
});

const atNow = (snapshot: PolicySnapshot, { kind, nodes }: World) =>
  nodes.map(({ id }) => fieldsOf(kind).map(({ key }) => stateOf(snapshot.resolve(kind, id, AT), key)?.value));
