import fc from 'fast-check';
import { changeSetHash, impactHash } from '../change-set/impact.js';
import type { Proposal } from '../change/proposal.js';
import { rebasedOver } from '../change/rebase-own.js';
import { conflictsSince } from '../change-set/conflicts.js';
import { stepsOf } from '../change-set/steps.js';
import type { Step } from '../change-set/steps.js';
import { plannedFrom } from '../change-set/moves.js';
import type { ChangeSetContent, MoveOperation, Operation } from '../change-set/operation.js';
import { canonicalJson } from '../canonical.js';
import type { PolicyVersion } from '../facts/types.js';
import { assignmentId, exemptionId, versionId } from '../ids.js';
import { stateOf } from '../resolve/fold.js';
import type { Facts } from '../snapshot/facts-input.js';
import { buildSnapshot } from '../snapshot/snapshot.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import { buildTree, checkMove, childTypesOf, nodeId } from '@headwater/org-tree';
import { law } from '../testing/laws.js';
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

const draftsArbitrary = worldArbitrary().chain((world) => {
  const operations = fc.array(operationArbitrary(world), { minLength: 1, maxLength: 3 });
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
  if (steps.some(({ recording }) => recording === null)) return null;
  const epoch = snapshot.epoch + 1;
  return snapshot.over(steps.at(-1)!.after.tree).withFacts(factsOf(steps, epoch), epoch);
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
function written(operation: Operation): string[] {
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
      expect(changeSetHash(one)).toBe(changeSetHash(JSON.parse(JSON.stringify(one)) as ChangeSetContent));
      expect(changeSetHash(one) === changeSetHash(other)).toBe(canonicalJson(one) === canonicalJson(other));
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
      const first = recorded(base, one);
      fc.pre(first !== null);
      const both = one.flatMap(written).filter((place) => other.flatMap(written).includes(place));
      const conflicts = conflictsSince(first, other, base.epoch, AT);
      if (both.length === 0) expect(conflicts).toEqual([]);
      if (both.some((place) => /^(assign|move) /.test(place))) expect(conflicts).not.toEqual([]);
      expect(conflictsSince(first, plannedFrom(first.tree, other), first.epoch, AT)).toEqual([]);
    },
  );

  law('law 21: drafts without a conflict commute', draftsArbitrary, ({ world, one, other }) => {
    const base = snapshotOf(world);
    const [first, second] = [recorded(base, one), recorded(base, other)];
    fc.pre(first !== null && second !== null);
    fc.pre(conflictsSince(first, other, base.epoch, AT).length === 0);
    fc.pre(conflictsSince(second, one, base.epoch, AT).length === 0);
    const [thisWay, otherWay] = [recorded(first, other), recorded(second, one)];
    fc.pre(thisWay !== null && otherWay !== null);
    expect(valuesOf(thisWay, world)).toEqual(valuesOf(otherWay, world));
  });

  law(
    'law 16: a move and the move back are the identity, and disjoint moves commute',
    movingArbitrary,
    ({ world, one, other }) => {
      const base = snapshotOf(world);
      const first = recorded(base, [one]);
      fc.pre(first !== null);
      const back = recorded(first, [{ ...one, parentId: one.fromParentId, fromParentId: one.parentId }]);
      if (back !== null) expect(valuesOf(back, world)).toEqual(valuesOf(base, world));
      const second = recorded(base, [other]);
      fc.pre(second !== null && one.nodeId !== other.nodeId);
      const [thisWay, otherWay] = [recorded(first, [other]), recorded(second, [one])];
      fc.pre(thisWay !== null && otherWay !== null);
      expect(valuesOf(thisWay, world)).toEqual(valuesOf(otherWay, world));
    },
  );

  law('law 16: what a move leaves is what the tree built that way has', movingArbitrary, ({ world, one }) => {
    const done = recorded(snapshotOf(world), [one]);
    fc.pre(done !== null);
    const nodes = world.nodes.map((node) => (node.id === one.nodeId ? { ...node, parentId: one.parentId } : node));
    expect(valuesOf(done, world)).toEqual(valuesOf(snapshotOf({ ...world, nodes }), world));
  });

  law(
    'a move is refused where its unit stands already, below itself, and where the set moves it twice',
    movingArbitrary,
    (drawn) => {
      const { world, one } = drawn;
      const codes = (...operations: MoveOperation[]) =>
        stepsOf(snapshotOf(world), operations, AT).map(({ moveProblems }) => moveProblems.map(({ code }) => code));
      expect(codes({ ...one, parentId: one.fromParentId })).toEqual([['ALREADY_THERE']]);
      expect(codes({ ...one, parentId: one.nodeId })).toEqual([['CYCLE']]);
      expect(codes(one, one)).toEqual([[], ['SAID_TWICE']]);
    },
  );

  law('a move is in conflict with another one of its unit, and with nothing else', movingArbitrary, ({ world, one, other }) => {
    const first = recorded(snapshotOf(world), [one]);
    fc.pre(first !== null);
    const conflicts = conflictsSince(first, [other], world.epoch, AT);
    expect(conflicts).toEqual(one.nodeId === other.nodeId ? [{ kind: null, nodeId: one.nodeId, fields: null }] : []);
  });

  law('are carried out as they were foreseen', draftsArbitrary, ({ world, one }) => {
    const base = snapshotOf(world);
    const steps = stepsOf(base, one, AT);
    const done = recorded(base, one);
    fc.pre(done !== null);
    expect(valuesOf(done, world)).toEqual(valuesOf(steps.at(-1)!.after, world));
  });

  law('an impact is the same whatever merely inherits', draftsArbitrary, ({ world, one }) => {
    const parents = world.nodes.filter(({ type }) => childTypesOf(type).includes('store'));
    fc.pre(parents.length > 0);
    const opened = parents.map(({ id }, at) => ({ id: nodeId(`new${String(at)}`), parentId: id, type: 'store' as const }));
    const grown = buildSnapshot({ ...world, tree: buildTree([...world.nodes, ...opened]) });
    const [now, then] = [stepsOf(snapshotOf(world), one, AT), stepsOf(grown, one, AT)];
    fc.pre([...now, ...then].every(({ recording }) => recording !== null));
    expect(impactHash(then)).toBe(impactHash(now));
  });

  law('an impact is another one where another value would come of it', draftsArbitrary, ({ world, one }) => {
    const base = snapshotOf(world);
    const steps = stepsOf(base, one, AT);
    fc.pre(steps.every(({ recording }) => recording !== null));
    const none = stepsOf(steps.at(-1)!.after, one, AT);
    fc.pre(steps.some(({ before, after }) => canonicalJson(atNow(before, world)) !== canonicalJson(atNow(after, world))));
    expect(impactHash(none)).not.toBe(impactHash(steps));
  });
});

const atNow = (snapshot: PolicySnapshot, { kind, nodes }: World) =>
  nodes.map(({ id }) => fieldsOf(kind).map(({ key }) => stateOf(snapshot.resolve(kind, id, AT), key)?.value));
