import fc from 'fast-check';
import { isBranch } from '@headwater/org-tree';
import type { NodeId } from '@headwater/org-tree';
import { isKnown } from '../facts/live.js';
import type { Recorded } from '../facts/types.js';
import type { Facts } from '../snapshot/facts-input.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import { expectSame, law } from '../testing/laws.js';
import { EPOCHS, snapshotOf, worldArbitrary } from '../testing/worlds.arbitrary.js';
import type { World } from '../testing/worlds.arbitrary.js';
import type { Instant } from '../time.js';
import { effectOf } from './effect.js';
import { changedFields } from './outcome.js';
import { unturned } from './unturned.js';
import type { TurnEvent } from './unturned.js';

interface Turn {
  readonly nodeId: NodeId;
  readonly at: Instant;
  readonly event: TurnEvent;
  readonly told: Partial<Omit<Facts, 'versions'>>;
}

const instantsOf = ({ from, to }: Recorded): [TurnEvent, Instant | null][] => [
  ['begins', from],
  ['ends', to],
];

/** What begins or ends in a world while nothing else does. */
function lonelyTurns({ assignments, suspensions, exemptions }: World): Turn[] {
  const facts = [
    ...assignments.map((fact) => ({ fact, told: { assignments: [fact] } })),
    ...suspensions.map((fact) => ({ fact, told: { suspensions: [fact] } })),
    ...exemptions.map((fact) => ({ fact, told: { exemptions: [fact] } })),
  ].filter(({ fact }) => isKnown(fact, EPOCHS));
  const turns = facts.flatMap(({ fact, told }) =>
    instantsOf(fact).flatMap(([event, at]) => (at === null ? [] : [{ nodeId: fact.nodeId, at, event, told }])),
  );
  return turns.filter(({ at }) => turns.filter((other) => other.at === at).length === 1);
}

const turnArbitrary = worldArbitrary().chain((world) => {
  const turns = lonelyTurns(world);
  return fc.record({ world: fc.constant(world), turn: turns.length > 0 ? fc.constantFrom(...turns) : fc.constant(null) });
});

/** The branches whose rules are others at an instant than just before it, each with its fields. */
function changedAt(snapshot: PolicySnapshot, { kind, nodes }: World, at: Instant): Map<NodeId, string> {
  const changed = new Map<NodeId, string>();
  for (const { id, type } of nodes.filter((node) => isBranch(node.type))) {
    const [old, now] = [snapshot.resolve(kind, id, at - 0.5), snapshot.resolve(kind, id, at)];
    const isSuspended = old.suspension !== null && now.suspension !== null;
    const fields = isSuspended ? [] : changedFields(old, now);
    if (fields.length > 0 || old.on !== now.on) changed.set(id, [type, ...fields].join(' '));
  }
  return changed;
}

describe('what begins or ends by itself (P7)', () => {
  law('has the effect by which the documents differ from those just before it', turnArbitrary, ({ world, turn }) => {
    fc.pre(turn !== null);
    const snapshot = snapshotOf(world);
    const { groups } = effectOf(unturned(snapshot, turn.told, turn.event), snapshot, world.kind, turn.nodeId, turn.at);
    const typeOf = (id: NodeId) => snapshot.tree.get(id)?.type;
    const told = groups.flatMap(({ reason, fields, nodeIds }) =>
      reason === null ? nodeIds.map((id) => [id, [typeOf(id), ...fields].join(' ')] as const) : [],
    );
    expect(new Map(told)).toEqual(changedAt(snapshot, world, turn.at));
  });

  law('takes nothing from the snapshot that it is asked of', turnArbitrary, ({ world, turn }) => {
    fc.pre(turn !== null);
    const [asked, untouched] = [snapshotOf(world), snapshotOf(world)];
    unturned(asked, turn.told, turn.event);
    for (const { id } of world.nodes)
      expectSame(asked.resolve(world.kind, id, turn.at), untouched.resolve(world.kind, id, turn.at));
  });
});
