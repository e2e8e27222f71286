import fc from 'fast-check';
import { buildTree, nodeId } from '@headwater/org-tree';
import { fieldTimeline, joined } from '../resolve/field-timeline.js';
import { stateOf } from '../resolve/fold.js';
import { buildSnapshot } from '../snapshot/snapshot.js';
import { expectSame, law } from '../testing/laws.js';
import { referenceState, statements } from '../testing/reference.js';
import { EPOCHS, HORIZON, fieldsOf, placeArbitrary, snapshotOf } from '../testing/worlds.arbitrary.js';

const windowOfField = placeArbitrary().chain((place) =>
  fc.record({
    place: fc.constant(place),
    field: fc.constantFrom(...fieldsOf(place.world.kind)),
    knownAt: fc.integer({ min: 0, max: EPOCHS }),
    from: fc.integer({ min: -2, max: HORIZON }),
    length: fc.integer({ min: 1, max: 2 * HORIZON }),
  }),
);

describe('timelines', () => {
  law(
    'law 13: a field has exactly one answer at each instant, and it is the one that resolving gives, as known then too',
    windowOfField,
    ({ place: { world, nodeId: unit }, field, knownAt, from, length }) => {
      const snapshot = snapshotOf(world);
      const to = from + length;
      const told = fieldTimeline(snapshot, { kind: world.kind, field: field.key, nodeId: unit, knownAt }, from, to);
      for (let at = from; at < to; at += 1) {
        const here = told.filter((stretch) => stretch.from <= at && at < stretch.to);
        const { value, source, lock } = stateOf(snapshot.resolve(world.kind, unit, at, knownAt), field.key)!;
        const answers = here.map((stretch) => ({ value: stretch.value, source: stretch.source, lock: stretch.lock }));
        expectSame(answers, [{ value, source, lock }]);
        expectSame(value, referenceState(field, statements(world, field, unit, at, knownAt)).value);
      }
      expectSame([told[0]?.from, told.at(-1)?.to], [from, to]);
    },
  );

  law(
    'a field’s neighbouring stretches never say the same',
    windowOfField,
    ({ place: { world, nodeId: unit }, field, from, length }) => {
      const told = fieldTimeline(snapshotOf(world), { kind: world.kind, field: field.key, nodeId: unit }, from, from + length);
      expectSame(joined(told), told);
    },
  );

  it('end where the unit is archived', () => {
    const tree = buildTree([{ id: nodeId('n0'), parentId: null, type: 'headquarters', archivedAt: 5 }]);
    const snapshot = buildSnapshot({ tree, epoch: 0 });
    const question = { kind: 'afterSalesRules', field: 'noReasonDays', nodeId: nodeId('n0') } as const;
    expect(fieldTimeline(snapshot, question, 0, 9)).toMatchObject([{ from: 0, to: 5, value: 7, source: null }]);
    expect(fieldTimeline(snapshot, question, 5, 9)).toEqual([]);
  });

  it('are told of no field that there is not', () => {
    const snapshot = buildSnapshot({ tree: buildTree([{ id: nodeId('n0'), parentId: null, type: 'headquarters' }]), epoch: 0 });
    const question = { kind: 'afterSalesRules', field: 'mode', nodeId: nodeId('n0') } as const;
    expect(() => fieldTimeline(snapshot, question, 0, 9)).toThrow(expect.objectContaining({ code: 'UNKNOWN_FIELD' }));
  });
});
