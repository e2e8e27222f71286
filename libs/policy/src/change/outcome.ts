import type { NodeId } from '@headwater/org-tree';
import { sameValue } from '../canonical.js';
import type { Track } from '../facts/types.js';
import { kindOf } from '../kinds/registry.js';
import { stateOf } from '../resolve/fold.js';
import type { PolicyDocument, Source } from '../resolve/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { FieldKey, KindKey } from '../values/types.js';
import type { Beside, Reach, Touch } from './touched.js';

/**
 * Why a change has no effect at a branch: `alreadySo` (it has these values anyway), `suspended` (by a unit), `locked` (a unit
 * above the change locks the field), `overridden` (the branch or a nearer unit sets its own), `archived`; of a pilot `notInPilot` (the
 * branch is in none of the cohorts that change), of any other change `inPilot` (a pilot speaks to the branch in its place).
 */
export type NoEffect = 'alreadySo' | 'suspended' | 'locked' | 'overridden' | 'archived' | Beside;

/** What a change does at a branch: a reason of null means it takes effect, in these fields; where it is suspended, in these once it resumes. */
export interface Outcome {
  readonly reason: NoEffect | null;
  /** The unit in the way. */
  readonly by: NodeId | null;
  readonly fields: readonly FieldKey[];
}

export interface Comparison {
  readonly before: PolicySnapshot;
  readonly after: PolicySnapshot;
  readonly kind: KindKey;
  readonly within: NodeId;
  readonly at: Instant;
  /** What the change touches, for a branch. */
  readonly touched: (nodeId: NodeId) => Reach;
}

const nowhere = { by: null, fields: [] };

export function outcomeOf(comparison: Comparison, nodeId: NodeId): Outcome {
  const { before, after, kind, at } = comparison;
  if (at >= after.tree.archivedFromAt(after.tree.positionOf(nodeId))) return { reason: 'archived', ...nowhere };
  const [old, now] = [before.resolve(kind, nodeId, at), after.resolve(kind, nodeId, at)];
  const fields = changedFields(old, now);
  if (old.suspension && now.suspension) return { reason: 'suspended', by: suspendedBy(comparison, old, now), fields };
  return fields.length > 0 || old.on !== now.on ? { reason: null, by: null, fields } : hindrance(comparison, nodeId, now);
}

/** Who suspends a branch before and after: not the unit of the change, where that begins or ends a suspension over another one. */
function suspendedBy({ within }: Comparison, { suspension: old }: PolicyDocument, { suspension }: PolicyDocument): NodeId | null {
  return (suspension?.nodeId === within ? old?.nodeId : suspension?.nodeId) ?? null;
}

/** The fields whose values differ. */
export const changedFields = (old: PolicyDocument, now: PolicyDocument): FieldKey[] =>
  kindOf(now.kind)
    .fields.filter(({ key }) => !sameValue(stateOf(old, key)?.value, stateOf(now, key)?.value))
    .map(({ key }) => key);

/** The strongest thing in the way of any touched field: a lock, then a nearer value, else it was so already. */
function hindrance(comparison: Comparison, nodeId: NodeId, now: PolicyDocument): Outcome {
  const { touched, beside } = comparison.touched(nodeId);
  if (beside) return { reason: beside, by: comparison.within, fields: [] };
  const found = touched.flatMap((touch) => hindranceOf(comparison, now, touch) ?? []);
  return found.find(({ reason }) => reason === 'locked') ?? found[0] ?? { reason: 'alreadySo', ...nowhere };
}

/** Needs no fold: the branch's document says who won, and whether the change was locked is the same for all below it. */
function hindranceOf(comparison: Comparison, now: PolicyDocument, { field, track, ...change }: Touch): Outcome | null {
  const { speaks, wanted, lockedBy } = change;
  const state = stateOf(now, field.key);
  if (!state || (wanted !== undefined && sameValue(wanted, state.value))) return null;
  if (lockedBy !== null) return { reason: 'locked', by: lockedBy, fields: [] };
  const winner = state.source;
  const isNearer = winner !== null && standsAfter(comparison, winner, track);
  return isNearer && (!speaks || wanted !== undefined) ? { reason: 'overridden', by: winner.nodeId, fields: [] } : null;
}

/** Whether a source comes after the changed unit's track in the order of the fold. */
const standsAfter = ({ after: { tree }, within }: Comparison, { nodeId, track }: Source, than: Track): boolean =>
  nodeId === within ? track === 'own' && than === 'library' : tree.isWithin(nodeId, within);
