import fc from 'fast-check';
import type { Exemption } from '../facts/types.js';
import { stateOf } from '../resolve/fold.js';
import type { EffectiveGuard } from '../resolve/types.js';
import { expectAtLeast, expectSame, law } from '../testing/laws.js';
import { isCohortRoot, statements } from '../testing/reference.js';
import { EPOCHS, fieldsOf, placeArbitrary, snapshotOf, type World } from '../testing/worlds.arbitrary.js';
import { amountOf } from '../values/amount.js';

const narrower = (inner: EffectiveGuard, outer: EffectiveGuard): boolean =>
  (inner.min?.value ?? -Infinity) >= (outer.min?.value ?? -Infinity) &&
  (inner.max?.value ?? Infinity) <= (outer.max?.value ?? Infinity) &&
  (inner.allowed?.values ?? []).every((value) => outer.allowed?.values.includes(value));

const without = (world: World, lifted: (exemption: Exemption) => boolean): World => ({
  ...world,
  exemptions: world.exemptions.filter((each) => !lifted(each)),
});

/** Exemptions of other units stay: what an ancestor was granted reaches parent and child alike. */
const withoutOwnExemption = placeArbitrary().map(({ world, nodeId, ...place }) => ({
  ...{ ...place, nodeId },
  world: without(world, (each) => each.nodeId === nodeId),
}));

const withoutExemptions = placeArbitrary().map(({ world, ...place }) => ({ ...place, world: without(world, () => true) }));

describe('locks and guards', () => {
  law(
    'law 6: under a lock a unit that is not exempt equals its parent in that field, guard included',
    withoutOwnExemption,
    ({ world, nodeId, at }) => {
      const parentId = world.nodes.find(({ id }) => id === nodeId)?.parentId;
      fc.pre(parentId != null && !isCohortRoot(world, nodeId));
      const snapshot = snapshotOf(world);
      const [parent, child] = [parentId, nodeId].map((id) => snapshot.resolve(world.kind, id, at));
      for (const { key } of fieldsOf(world.kind)) {
        if (stateOf(parent!, key)?.lock) expectSame(stateOf(child!, key), stateOf(parent!, key));
      }
    },
  );

  law('law 6: of several locks on a path the root-most one wins', withoutExemptions, ({ world, nodeId, at }) => {
    const document = snapshotOf(world).resolve(world.kind, nodeId, at);
    for (const field of fieldsOf(world.kind)) {
      const first = statements(world, field, nodeId, at, EPOCHS).find(({ directive }) => directive.lock);
      expectSame(stateOf(document, field.key)?.lock, first?.nodeId ?? null);
    }
  });

  law('law 7: a value lies inside its guard, and the guard inside the hard bounds', placeArbitrary(), ({ world, nodeId, at }) => {
    const document = snapshotOf(world).resolve(world.kind, nodeId, at);
    for (const field of fieldsOf(world.kind)) {
      const { value, guard } = stateOf(document, field.key)!;
      const amount = amountOf(value);
      if (amount !== null) {
        expectAtLeast(amount, guard.min?.value ?? -Infinity);
        expectAtLeast(guard.max?.value ?? Infinity, amount);
      }
      if (guard.allowed) {
        const { values } = guard.allowed;
        const entries = value as readonly string[];
        expectSame(
          entries.filter((entry) => !values.includes(entry)),
          [],
        );
        expectAtLeast(entries.length, 1);
      }
      expectAtLeast(guard.min?.value ?? -Infinity, field.bounds?.min ?? -Infinity);
      expectAtLeast(field.bounds?.max ?? Infinity, guard.max?.value ?? Infinity);
    }
  });

  law('law 7: going down to a unit that is not exempt, guards only narrow', withoutOwnExemption, ({ world, nodeId, at }) => {
    const parentId = world.nodes.find(({ id }) => id === nodeId)?.parentId;
    fc.pre(parentId != null && !isCohortRoot(world, nodeId));
    const snapshot = snapshotOf(world);
    const [parent, child] = [parentId, nodeId].map((id) => snapshot.resolve(world.kind, id, at));
    for (const { key } of fieldsOf(world.kind)) {
      expectSame(narrower(stateOf(child!, key)!.guard, stateOf(parent!, key)!.guard), true);
    }
  });
});
