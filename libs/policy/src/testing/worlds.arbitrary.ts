import fc from 'fast-check';
import { buildTree, childTypesOf, nodeId } from '@headwater/org-tree';
import type { NodeId, NodeType, TreeNode } from '@headwater/org-tree';
import type { Assignment, Exemption, PolicyVersion, Recorded, Suspension } from '../facts/types.js';
import { tracks } from '../facts/types.js';
import { assignmentId, exemptionId, suspensionId, versionId } from '../ids.js';
import type { Field } from '../kinds/field.js';
import { kindKeys, kindOf } from '../kinds/registry.js';
import { buildSnapshot } from '../snapshot/snapshot.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { KindKey } from '../values/types.js';
import { once } from './once.js';
import { directivesArbitrary } from './values.arbitrary.js';
import type { Verbs } from './values.arbitrary.js';

/** A small chain with facts of one kind. */
export interface World {
  readonly kind: KindKey;
  readonly nodes: readonly TreeNode[];
  readonly versions: readonly PolicyVersion[];
  readonly assignments: readonly Assignment[];
  readonly suspensions: readonly Suspension[];
  readonly exemptions: readonly Exemption[];
  readonly epoch: number;
}

/** Everything happens within these instants and epochs. */
export const HORIZON = 8;
export const EPOCHS = 4;

export const instant: fc.Arbitrary<Instant> = fc.integer({ min: -1, max: HORIZON + 1 });

/** The fields that worlds of a kind speak of: every type of value is among them. */
const spokenOf: Record<KindKey, readonly string[]> = {
  returnShippingSubsidy: ['enabled', 'scope', 'mode', 'reasons', 'perBuyer', 'bearers', 'badge'],
  afterSalesRules: [
    'noReasonDays',
    'selfServiceDays',
    'respondHours',
    'repeatMax',
    'types',
    'returnAddress',
    'reviewDate',
    'freightPayer',
    'windowByCategory',
    'restockingFee',
    'conditions',
    'autoApprove',
    'returnless',
    'returnRouting',
  ],
  riskLimits: ['frequentReturners', 'riskApplications', 'riskActions'],
  serviceScripts: ['checkoutNotice', 'applyScript', 'apologyQuality'],
};

const fieldsByKind = new Map(
  kindKeys.map((kind) => [kind, kindOf(kind).fields.filter(({ key }) => spokenOf[kind].includes(key))]),
);

export const fieldsOf = (kind: KindKey): readonly Field[] => fieldsByKind.get(kind)!;

/** A chain that keeps the type matrix; unit 0 is HQ. */
const nodesArbitrary: fc.Arbitrary<TreeNode[]> = fc
  .array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 })
  .map((draws) => draws.reduce<TreeNode[]>(grown, [{ id: nodeId('n0'), parentId: null, type: 'headquarters' }]));

function grown(nodes: TreeNode[], [place, kindOfChild]: [number, number]): TreeNode[] {
  const parents = nodes.filter(({ type }) => childTypesOf(type).length > 0);
  const parent = parents[place % parents.length]!;
  const types: readonly NodeType[] = childTypesOf(parent.type);
  return [...nodes, { id: nodeId(`n${nodes.length}`), parentId: parent.id, type: types[kindOfChild % types.length]! }];
}

const mostlyOpen = (max: number): fc.Arbitrary<number | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.integer({ min: 1, max }) });

/** `[from, to)` and `[recordedFrom, recordedTo)`: mostly open, else short, so that many facts hold at once. */
const recordedArbitrary: fc.Arbitrary<Recorded> = fc
  .record({
    from: fc.integer({ min: 0, max: HORIZON - 1 }),
    length: mostlyOpen(HORIZON),
    recordedFrom: fc.integer({ min: 1, max: EPOCHS }),
    known: mostlyOpen(EPOCHS),
  })
  .map(({ from, length, recordedFrom, known }) => ({
    from,
    to: length === null ? null : from + length,
    recordedFrom,
    recordedTo: known === null ? null : recordedFrom + known,
  }));

export const versionsArbitrary = once((kind: KindKey, verbs?: Verbs, prefix?: string): fc.Arbitrary<PolicyVersion[]> =>
  fc
    .array(directivesArbitrary(kind, spokenOf[kind], verbs), { minLength: 1, maxLength: 5 })
    .map((all) =>
      all.map((directives, at) => ({ id: versionId(`${prefix ?? 'v'}${at}`), kind, policyId: null, number: at + 1, directives })),
    ),
);

export const assignmentArbitrary = (kind: KindKey, nodeIds: readonly NodeId[], versions: readonly PolicyVersion[]) =>
  fc
    .record({
      nodeId: fc.constantFrom(...nodeIds),
      track: fc.constantFrom(...tracks),
      version: fc.option(fc.constantFrom(...versions), { nil: null, freq: 8 }),
      recorded: recordedArbitrary,
    })
    .map(({ version, recorded, ...place }) => ({ kind, ...place, versionId: version?.id ?? null, ...recorded }));

/** P11: a pilot with up to three roots anywhere in the chain, so that some lie beside the unit it is assigned to, or above it. */
export const pilotArbitrary = (kind: KindKey, nodeIds: readonly NodeId[], versions: readonly PolicyVersion[]) =>
  fc
    .record({
      drawn: assignmentArbitrary(kind, nodeIds, versions),
      cohort: fc.uniqueArray(fc.constantFrom(...nodeIds), { maxLength: 3 }),
    })
    .map(({ drawn, cohort }) => ({ ...drawn, cohort }));

export const suspensionArbitrary = (kind: KindKey, nodeIds: readonly NodeId[]) =>
  fc
    .record({ nodeId: fc.constantFrom(...nodeIds), recorded: recordedArbitrary })
    .map(({ nodeId: at, recorded }) => ({ kind, nodeId: at, reason: '费用异常', ...recorded }));

/** Some over a unit that is no ancestor: those are dormant. */
export const exemptionArbitrary = (kind: KindKey, nodeIds: readonly NodeId[]) =>
  fc
    .record({
      nodeId: fc.constantFrom(...nodeIds),
      ancestorId: fc.constantFrom(...nodeIds),
      fields: fc.subarray(
        fieldsOf(kind).map(({ key }) => key),
        { minLength: 1 },
      ),
      recorded: recordedArbitrary,
    })
    .map(({ recorded, ...place }) => ({ kind, ...place, ...recorded, to: recorded.to ?? HORIZON }));

const kindArbitrary = fc.constantFrom(...kindKeys);

export const worldOf = once((kind: KindKey, verbs?: Verbs): fc.Arbitrary<World> =>
  fc.tuple(nodesArbitrary, versionsArbitrary(kind, verbs)).chain(([nodes, versions]) => {
    const ids = nodes.map(({ id }) => id);
    return fc
      .tuple(
        fc.array(assignmentArbitrary(kind, ids, versions), { maxLength: 12 }),
        fc.array(pilotArbitrary(kind, ids, versions), { maxLength: 4 }),
        fc.array(suspensionArbitrary(kind, ids), { maxLength: kindOf(kind).suspendable ? 3 : 0 }),
        fc.array(exemptionArbitrary(kind, ids), { maxLength: 4 }),
      )
      .map(([assignments, pilots, suspensions, exemptions]) => ({
        ...{ kind, nodes, versions, epoch: EPOCHS },
        assignments: [...assignments, ...pilots].map((each, at) => ({ ...each, id: assignmentId(`a${at}`), seq: at })),
        suspensions: suspensions.map((each, at) => ({ ...each, id: suspensionId(`s${at}`) })),
        exemptions: exemptions.map((each, at) => ({ ...each, id: exemptionId(`x${at}`) })),
      }));
  }),
);

/** Worlds of every kind. */
export const worldArbitrary = (verbs?: Verbs): fc.Arbitrary<World> => kindArbitrary.chain((kind) => worldOf(kind, verbs));

/** A world with one of its units and an instant. */
export const placeArbitrary = (verbs?: Verbs) =>
  worldArbitrary(verbs).chain((world) =>
    fc.record({ world: fc.constant(world), nodeId: fc.constantFrom(...world.nodes.map(({ id }) => id)), at: instant }),
  );

export const snapshotOf = ({ nodes, ...world }: World): PolicySnapshot => buildSnapshot({ tree: buildTree(nodes), ...world });
