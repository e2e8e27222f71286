import fc from 'fast-check';
import { buildTree, checkMove } from '@headwater/org-tree';
import type { NodeId } from '@headwater/org-tree';
import type { Assignment, Exemption, Suspension } from '../facts/types.js';
import { assignmentId, exemptionId, suspensionId } from '../ids.js';
import { stateOf } from '../resolve/fold.js';
import type { FieldState } from '../resolve/types.js';
import type { Facts } from '../snapshot/facts-input.js';
import { buildSnapshot } from '../snapshot/snapshot.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import { expectSame, law } from '../testing/laws.js';
import { referenceDocument, referencePath, referenceSuspension } from '../testing/reference.js';
import type { ReferenceState } from '../testing/reference.js';
import {
  HORIZON,
  assignmentArbitrary,
  exemptionArbitrary,
  fieldsOf,
  pilotArbitrary,
  suspensionArbitrary,
  worldArbitrary,
} from '../testing/worlds.arbitrary.js';
import type { World } from '../testing/worlds.arbitrary.js';

/** What people do to a chain, one epoch each. */
type Command =
  | { verb: 'assign'; fact: Omit<Assignment, 'id' | 'seq'> }
  | { verb: 'suspend'; fact: Omit<Suspension, 'id'> }
  | { verb: 'exempt'; fact: Omit<Exemption, 'id'> }
  | { verb: 'withdraw' | 'resume' | 'revoke'; draw: number }
  | { verb: 'move'; node: NodeId; to: NodeId }
  | { verb: 'archive'; node: NodeId; at: number };

const commandArbitrary = (world: World): fc.Arbitrary<Command> => {
  const ids = world.nodes.map(({ id }) => id);
  const node = fc.constantFrom(...ids);
  return fc.oneof(
    {
      weight: 5,
      arbitrary: assignmentArbitrary(world.kind, ids, world.versions).map((fact) => ({ verb: 'assign' as const, fact })),
    },
    {
      weight: 3,
      arbitrary: pilotArbitrary(world.kind, ids, world.versions).map((fact) => ({ verb: 'assign' as const, fact })),
    },
    { weight: 1, arbitrary: suspensionArbitrary(world.kind, ids).map((fact) => ({ verb: 'suspend' as const, fact })) },
    { weight: 1, arbitrary: exemptionArbitrary(world.kind, ids).map((fact) => ({ verb: 'exempt' as const, fact })) },
    {
      weight: 3,
      arbitrary: fc.record({ verb: fc.constantFrom('withdraw' as const, 'resume' as const, 'revoke' as const), draw: fc.nat() }),
    },
    { weight: 1, arbitrary: fc.record({ verb: fc.constant('move' as const), node, to: node }) },
    { weight: 1, arbitrary: fc.record({ verb: fc.constant('archive' as const), node, at: fc.nat(HORIZON) }) },
  );
};

interface Chain {
  readonly world: World;
  readonly snapshot: PolicySnapshot;
}

const picked = <T>(list: readonly T[], draw: number): T[] => (list.length > 0 ? [list[draw % list.length]!] : []);

function withFacts({ world, snapshot }: Chain, facts: Partial<Facts>): Chain {
  const { assignments = [], suspensions = [], exemptions = [] } = facts;
  const epoch = world.epoch + 1;
  const others = <F extends { id: string }>(held: readonly F[], told: readonly F[]): F[] => [
    ...held.filter(({ id }) => !told.some((each) => each.id === id)),
    ...told,
  ];
  return {
    world: {
      ...world,
      epoch,
      assignments: others(world.assignments, assignments),
      suspensions: others(world.suspensions, suspensions),
      exemptions: others(world.exemptions, exemptions),
    },
    snapshot: snapshot.withFacts(facts, epoch),
  };
}

function withNodes({ world }: Chain, nodes: World['nodes']): Chain {
  const next = { ...world, nodes, epoch: world.epoch + 1 };
  return { world: next, snapshot: buildSnapshot({ ...next, tree: buildTree(nodes) }) };
}

function carriedOut(chain: Chain, command: Command): Chain {
  const { world } = chain;
  const epoch = world.epoch + 1;
  const recorded = { recordedFrom: epoch, recordedTo: null };
  const live = <F extends { recordedTo: number | null }>(facts: readonly F[]): F[] =>
    facts.filter(({ recordedTo }) => recordedTo === null);
  switch (command.verb) {
    case 'assign':
      return withFacts(chain, { assignments: [{ ...command.fact, ...recorded, id: assignmentId(`e${epoch}`), seq: 0 }] });
    case 'suspend':
      return withFacts(chain, { suspensions: [{ ...command.fact, ...recorded, id: suspensionId(`e${epoch}`) }] });
    case 'exempt':
      return withFacts(chain, { exemptions: [{ ...command.fact, ...recorded, id: exemptionId(`e${epoch}`) }] });
    case 'withdraw':
      return withFacts(chain, {
        assignments: picked(live(world.assignments), command.draw).map((fact) => ({ ...fact, recordedTo: epoch })),
      });
    case 'resume':
      return withFacts(chain, {
        suspensions: picked(live(world.suspensions), command.draw).map((fact) => ({ ...fact, recordedTo: epoch })),
      });
    case 'revoke':
      return withFacts(chain, {
        exemptions: picked(live(world.exemptions), command.draw).map((fact) => ({ ...fact, recordedTo: epoch })),
      });
    case 'move': {
      if (checkMove(buildTree(world.nodes), command.node, command.to).length > 0) return chain;
      return withNodes(
        chain,
        world.nodes.map((each) => (each.id === command.node ? { ...each, parentId: command.to } : each)),
      );
    }
    case 'archive':
      return withNodes(
        chain,
        world.nodes.map((each) => (each.id === command.node ? { ...each, archivedAt: command.at } : each)),
      );
  }
}

const told = (state: FieldState | undefined): ReferenceState => ({
  value: state!.value,
  source: state!.source && { nodeId: state!.source.nodeId, track: state!.source.track, versionId: state!.source.versionId },
  lock: state!.lock,
  min: state!.guard.min?.value ?? null,
  max: state!.guard.max?.value ?? null,
  allowed: state!.guard.allowed?.values ?? null,
});

function refusalOf(asked: () => unknown): unknown {
  try {
    asked();
    return null;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

function expectAgreement({ world, snapshot }: Chain, at: number, knownAt: number): void {
  for (const { id } of world.nodes) {
    const path = referencePath(world.nodes, id);
    const isArchived = world.nodes.some((node) => path.includes(node.id) && (node.archivedAt ?? Infinity) <= at);
    if (isArchived) {
      expectSame(
        refusalOf(() => snapshot.resolve(world.kind, id, at, knownAt)),
        'ARCHIVED',
      );
      continue;
    }
    const document = snapshot.resolve(world.kind, id, at, knownAt);
    const fields = Object.fromEntries(fieldsOf(world.kind).map(({ key }) => [key, told(stateOf(document, key))]));
    expectSame(fields, referenceDocument(world, id, at, knownAt));
    expectSame(document.suspension?.id, referenceSuspension(world, id, at, knownAt)?.id);
  }
}

describe('the fast engine', () => {
  law(
    'law 20: equals the reference resolver after every random sequence of commands',
    worldArbitrary().chain((world) =>
      fc.record({ world: fc.constant(world), commands: fc.array(commandArbitrary(world), { maxLength: 8 }) }),
    ),
    ({ world, commands }) => {
      // A reader that only knows withdrawals already told: one that lies in the future is told by a later command, or never.
      const known = <F extends { recordedTo: number | null }>(fact: F): F =>
        fact.recordedTo !== null && fact.recordedTo > world.epoch ? { ...fact, recordedTo: null } : fact;
      const start: World = {
        ...world,
        assignments: world.assignments.map(known),
        suspensions: world.suspensions.map(known),
        exemptions: world.exemptions.map(known),
      };
      let chain: Chain = { world: start, snapshot: buildSnapshot({ ...start, tree: buildTree(start.nodes) }) };
      for (const command of [null, ...commands]) {
        if (command) chain = carriedOut(chain, command);
        const { epoch } = chain.world;
        for (const at of [0, 2, 5, HORIZON]) expectAgreement(chain, at, epoch);
        expectAgreement(chain, 3, Math.max(0, epoch - 2));
      }
    },
  );
});
