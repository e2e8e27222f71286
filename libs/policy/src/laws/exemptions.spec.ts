import fc from 'fast-check';
import type { Exemption } from '../facts/types.js';
import { exemptionId } from '../ids.js';
import { explain } from '../resolve/explain.js';
import { stateOf } from '../resolve/fold.js';
import { expectSame, law } from '../testing/laws.js';
import { referencePath } from '../testing/reference.js';
import {
  EPOCHS,
  HORIZON,
  exemptionArbitrary,
  fieldsOf,
  placeArbitrary,
  snapshotOf,
  type World,
} from '../testing/worlds.arbitrary.js';

/** A world, and an exemption at one of its units over any other, granted after all else. */
const granted = placeArbitrary().chain(({ world, nodeId, at }) =>
  fc.record({
    ...{ world: fc.constant(world), nodeId: fc.constant(nodeId), at: fc.constant(at) },
    exemption: exemptionArbitrary(
      world.kind,
      world.nodes.map(({ id }) => id),
    ).map((drawn): Exemption => ({
      ...{ ...drawn, nodeId, id: exemptionId('granted') },
      ...{ recordedFrom: EPOCHS + 1, recordedTo: null },
    })),
  }),
);

const withExemption = (world: World, exemption: Exemption) =>
  snapshotOf(world).withFacts({ exemptions: [exemption] }, EPOCHS + 1);

const isBelow = (world: World, id: World['nodes'][number]['id'], top: Exemption['nodeId']) =>
  referencePath(world.nodes, id).includes(top);

describe('exemptions', () => {
  law('law 8: granting one changes no value until somebody at or below it sets one', granted, ({ world, exemption, at }) => {
    const silent = { ...world, assignments: world.assignments.filter((each) => !isBelow(world, each.nodeId, exemption.nodeId)) };
    const [before, after] = [snapshotOf(silent), withExemption(silent, exemption)];
    for (const { id } of world.nodes)
      expectSame(after.resolve(world.kind, id, at).values, before.resolve(world.kind, id, at).values);
  });

  law('law 8: it begins and ends exactly when it says', granted, ({ world, exemption }) => {
    const [before, after] = [snapshotOf(world), withExemption(world, exemption)];
    for (let at = -1; at <= 2 * HORIZON; at += 1) {
      if (exemption.from <= at && at < exemption.to) continue;
      for (const { id } of world.nodes) expectSame(after.resolve(world.kind, id, at), before.resolve(world.kind, id, at));
    }
  });

  law('law 8: it touches its fields and its subtree alone', granted, ({ world, exemption, at }) => {
    const [before, after] = [snapshotOf(world), withExemption(world, exemption)];
    for (const { id } of world.nodes) {
      const [old, now] = [before, after].map((snapshot) => snapshot.resolve(world.kind, id, at));
      const isOut = !isBelow(world, id, exemption.nodeId);
      for (const { key } of fieldsOf(world.kind).filter((field) => isOut || !exemption.fields.includes(field.key)))
        expectSame(stateOf(now!, key), stateOf(old!, key));
    }
  });

  law('law 8: it touches the named ancestor’s lock and guards alone', granted, ({ world, exemption, at }) => {
    const isAncestor = referencePath(world.nodes, exemption.nodeId).slice(0, -1).includes(exemption.ancestorId);
    const [before, after] = [snapshotOf(world), withExemption(world, exemption)];
    for (const { key } of fieldsOf(world.kind)) {
      const [old, now] = [before, after].map((snapshot) =>
        explain(snapshot, { kind: world.kind, field: key, nodeId: exemption.nodeId, at }),
      );
      const above = old!.candidates.filter(({ nodeId, value }) => nodeId !== exemption.nodeId && value !== 'not-yet');
      above.forEach((candidate, place) => {
        const later = now!.candidates[place]!;
        if (!isAncestor || candidate.nodeId !== exemption.ancestorId) {
          expectSame([later.guard, later.lock, later.lockedBy], [candidate.guard, candidate.lock, candidate.lockedBy]);
        }
        // A guard that was refused above stays refused.
        if (candidate.guard === 'conflict') expectSame(later.guard, 'conflict');
      });
    }
  });
});
