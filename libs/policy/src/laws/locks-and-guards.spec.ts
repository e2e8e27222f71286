import fc from 'fast-check';
import { stateOf } from '../resolve/fold.js';
import type { EffectiveGuard } from '../resolve/types.js';
import { law } from '../testing/laws.js';
import { statements } from '../testing/reference.js';
import { EPOCHS, fieldsOf, placeArbitrary, snapshotOf } from '../testing/worlds.arbitrary.js';
import { amountOf } from '../values/amount.js';

const narrower = (inner: EffectiveGuard, outer: EffectiveGuard): boolean =>
  (inner.min?.value ?? -Infinity) >= (outer.min?.value ?? -Infinity) &&
  (inner.max?.value ?? Infinity) <= (outer.max?.value ?? Infinity) &&
  (inner.allowed?.values ?? []).every((value) => outer.allowed?.values.includes(value));

const withoutExemptions = placeArbitrary().map(({ world, ...place }) => ({ ...place, world: { ...world, exemptions: [] } }));

describe('locks and guards', () => {
  law(
    'law 6: under a lock a unit equals its parent in that field, guard included',
    withoutExemptions,
    ({ world, nodeId, at }) => {
      const parentId = world.nodes.find(({ id }) => id === nodeId)?.parentId;
      fc.pre(parentId != null);
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

  law('law 7: going down, guards only narrow', withoutExemptions, ({ world, nodeId, at }) => {
    const parentId = world.nodes.find(({ id }) => id === nodeId)?.parentId;
    fc.pre(parentId != null);
    const snapshot = snapshotOf(world);
    const [parent, child] = [parentId, nodeId].map((id) => snapshot.resolve(world.kind, id, at));
    for (const { key } of fieldsOf(world.kind)) {
      expect(narrower(stateOf(child!, key)!.guard, stateOf(parent!, key)!.guard)).toBe(true);
    }
  });
});
