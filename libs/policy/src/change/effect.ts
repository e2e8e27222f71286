import type { NodeId } from '@headwater/org-tree';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { FieldKey, KindKey } from '../values/types.js';
import { branchPairs } from './branch-pairs.js';
import { outcomeOf } from './outcome.js';
import type { Outcome } from './outcome.js';
import { touchedAt } from './touched.js';
import { adjustedBetween } from './adjusted.js';
import type { NewlyAdjusted } from './adjusted.js';

/** Branches that share an outcome. */
export interface EffectGroup extends Outcome {
  readonly nodeIds: readonly NodeId[];
}

/** P3: what a change does to the branches at and below a unit: for how many it takes effect and where it has none, and why. */
export interface Effect {
  readonly branches: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Of the unchanged: suspended branches whose values change all the same, which shows once they resume. */
  readonly latent: number;
  /** For each field that changes anywhere, in how many branches. */
  readonly fields: Readonly<Partial<Record<FieldKey, number>>>;
  /** Groups of branches, the largest first. */
  readonly groups: readonly EffectGroup[];
  /** Values set below that the change bends to its bounds; to be listed before it is saved. */
  readonly adjusted: readonly NewlyAdjusted[];
}

/**
 * Compares two snapshots, of one tree or of one before and after a move, over the branches at and below a unit where a change was
 * made, at an instant. Branches that share an anchor in both share the answer, so it is worked out once per distinct pair.
 * @throws PolicyError UNKNOWN_NODE
 */
export function effectOf(before: PolicySnapshot, after: PolicySnapshot, kind: KindKey, within: NodeId, at: Instant): Effect {
  const groups = groupsOf(before, after, kind, within, at);
  const changed = groups.filter(({ reason }) => reason === null);
  const total = sizeOf(groups);
  return {
    branches: total,
    changed: sizeOf(changed),
    unchanged: total - sizeOf(changed),
    latent: sizeOf(groups.filter(({ reason, fields }) => reason === 'suspended' && fields.length > 0)),
    fields: countFields(changed),
    groups: groups.sort((a, b) => b.nodeIds.length - a.nodeIds.length),
    adjusted: adjustedBetween(before, after, kind, within, at),
  };
}

interface Group extends Outcome {
  readonly nodeIds: NodeId[];
}

/** One pass over the branches; an outcome is looked up where the pair of anchors is another than at the branch before. */
function groupsOf(before: PolicySnapshot, after: PolicySnapshot, kind: KindKey, within: NodeId, at: Instant): Group[] {
  const { tree } = after;
  const comparison = { before, after, kind, within, at, touched: touchedAt(before, after, kind, within, at) };
  const groups = new Map<string, Group>();
  const ofPair = new Map<number, Group>();
  const groupOf = (pair: number, position: number) =>
    ofPair.get(pair) ?? groupWith(groups, outcomeOf(comparison, tree.idAt(position)));
  let [last, group] = [NaN, undefined as Group | undefined];
  for (const [pair, position] of branchPairs(comparison)) {
    if (pair !== last || !group) ofPair.set(pair, (group = groupOf(pair, position)));
    last = pair;
    group.nodeIds.push(tree.idAt(position));
  }
  return [...groups.values()];
}

/** The group of an outcome, empty where it is the first. */
function groupWith(groups: Map<string, Group>, outcome: Outcome): Group {
  const key = [outcome.reason, outcome.by, ...outcome.fields].join(' ');
  const group = groups.get(key) ?? { ...outcome, nodeIds: [] };
  groups.set(key, group);
  return group;
}

const sizeOf = (groups: readonly EffectGroup[]): number => groups.reduce((sum, { nodeIds }) => sum + nodeIds.length, 0);

function countFields(changed: readonly EffectGroup[]): Effect['fields'] {
  const counts: Partial<Record<FieldKey, number>> = {};
  for (const { fields, nodeIds } of changed) for (const field of fields) counts[field] = (counts[field] ?? 0) + nodeIds.length;
  return counts;
}
