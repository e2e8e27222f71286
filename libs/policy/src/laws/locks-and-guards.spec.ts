import fc from 'fast-check';
import type { Exemption } from '../facts/types.js';
import { stateOf } from '../resolve/fold.js';
import type { EffectiveGuard } from '../resolve/types.js';
import { law } from '../testing/laws.js';
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
        if (stateOf(parent!, key)?.lock) expect(stateOf(child!, key)).toEqual(stateOf(parent!, key));
      }
    },
  );

  law('law 6: of several locks on a path the root-most one wins', withoutExemptions, ({ world, nodeId, at }) => {
    const document = snapshotOf(world).resolve(world.kind, nodeId, at);
    for (const field of fieldsOf(world.kind)) {
      const first = statements(world, field, nodeId, at, EPOCHS).find(({ directive }) => directive.lock);
      expect(stateOf(document, field.key)?.lock).toBe(first?.nodeId ?? null);
    }
  });

  law('law 7: a value lies inside its guard, and the guard inside the hard bounds', placeArbitrary(), ({ world, nodeId, at }) => {
    const document = snapshotOf(world).resolve(world.kind, nodeId, at);
    for (const field of fieldsOf(world.kind)) {
      const { value, guard } = stateOf(document, field.key)!;
      const amount = amountOf(value);
      if (amount !== null) {
        expect(amount).toBeGreaterThanOrEqual(guard.min?.value ?? -Infinity);
        expect(amount).toBeLessThanOrEqual(guard.max?.value ?? Infinity);
      }
      if (guard.allowed) expect(guard.allowed.values).toEqual(expect.arrayContaining([...(value as readonly string[])]));
      if (guard.allowed) expect((value as readonly string[]).length).toBeGreaterThan(0);
      expect(guard.min?.value ?? -Infinity).toBeGreaterThanOrEqual(field.bounds?.min ?? -Infinity);
      expect(guard.max?.value ?? Infinity).toBeLessThanOrEqual(field.bounds?.max ?? Infinity);
    }
  });

  law('law 7: going down to a unit that is not exempt, guards only narrow', withoutOwnExemption, ({ world, nodeId, at }) => {
    const parentId = world.nodes.find(({ id }) => id === nodeId)?.parentId;
    fc.pre(parentId != null && !isCohortRoot(world, nodeId));
    const snapshot = snapshotOf(world);
    const [parent, child] = [parentId, nodeId].map((id) => snapshot.resolve(world.kind, id, at));
    for (const { key } of fieldsOf(world.kind)) {
      expect(narrower(stateOf(child!, key)!.guard, stateOf(parent!, key)!.guard)).toBe(true);
    }
  });
});
