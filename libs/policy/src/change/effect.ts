import { isBranch } from '@headwater/org-tree';
import type { NodeId } from '@headwater/org-tree';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { FieldKey, KindKey } from '../values/types.js';
import { outcomeOf, touchedAt } from './outcome.js';
import type { Outcome } from './outcome.js';
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
  /** For each field that changes anywhere, in how many branches. */
  readonly fields: Readonly<Partial<Record<FieldKey, number>>>;
  /** Groups of branches, the largest first. */
  readonly groups: readonly EffectGroup[];
  /** Values set below that the change bends to its bounds; to be listed before it is saved. */
  readonly adjusted: readonly NewlyAdjusted[];
}

/**
 * Compares two snapshots of one tree over the branches at and below a unit where a change was made, at an instant. Branches that
 * share an anchor in both share the answer, so it is worked out once per distinct pair.
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
    fields: countFields(changed),
    groups: groups.sort((a, b) => b.nodeIds.length - a.nodeIds.length),
    adjusted: adjustedBetween(before, after, kind, within, at),
  };
}

function groupsOf(before: PolicySnapshot, after: PolicySnapshot, kind: KindKey, within: NodeId, at: Instant): EffectGroup[] {
  const touched = touchedAt(before, after, kind, within, at);
  const outcomes = new Map<string, Outcome>();
  const groups = new Map<string, { outcome: Outcome; nodeIds: NodeId[] }>();
  for (const [nodeId, pair] of branchesWithin(before, after, kind, within, at)) {
    const outcome = outcomes.get(pair) ?? outcomeOf({ before, after, kind, within, at, touched }, nodeId);
    outcomes.set(pair, outcome);
    const key = [outcome.reason, outcome.by, ...outcome.fields].join(' ');
    const group = groups.get(key) ?? { outcome, nodeIds: [] };
    group.nodeIds.push(nodeId);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ outcome, nodeIds }) => ({ ...outcome, nodeIds }));
}

/** Each branch with the pair of anchors that decide its rules before and after; archived ones share one pair. */
function* branchesWithin(before: PolicySnapshot, after: PolicySnapshot, kind: KindKey, within: NodeId, at: Instant) {
  const { tree } = after;
  const top = tree.positionOf(within);
  for (let position = top; position < top + tree.subtreeSize(within); position += 1) {
    if (!isBranch(tree.nodeAt(position).type)) continue;
    const pair = `${before.anchorPosition(kind, position)} ${after.anchorPosition(kind, position)}`;
    yield [tree.idAt(position), at >= tree.archivedFromAt(position) ? 'archived' : pair] as const;
  }
}

const sizeOf = (groups: readonly EffectGroup[]): number => groups.reduce((sum, { nodeIds }) => sum + nodeIds.length, 0);

function countFields(changed: readonly EffectGroup[]): Effect['fields'] {
  const counts: Partial<Record<FieldKey, number>> = {};
  for (const { fields, nodeIds } of changed) for (const field of fields) counts[field] = (counts[field] ?? 0) + nodeIds.length;
  return counts;
}
