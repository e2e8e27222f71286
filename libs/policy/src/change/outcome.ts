import type { NodeId } from '@headwater/org-tree';
import { sameValue } from '../canonical.js';
import { tracks } from '../facts/types.js';
import type { Directives, Track } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import { kindOf } from '../kinds/registry.js';
import { wantedBy } from '../resolve/apply.js';
import { foldSaid, judged, saidAlong } from '../resolve/candidates.js';
import { stateOf } from '../resolve/fold.js';
import type { Candidate, PolicyDocument } from '../resolve/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { FieldKey, KindKey } from '../values/types.js';

/**
 * Why a change has no effect at a branch: `alreadySo` (it has these values anyway), `suspended` (by a unit), `locked` (a unit
 * above the change locks the field), `overridden` (the branch or a nearer unit sets its own), `archived`.
 */
export type NoEffect = 'alreadySo' | 'suspended' | 'locked' | 'overridden' | 'archived';

/** What a change does at a branch: a reason of null means it takes effect, in these fields. */
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
  readonly touched: Touched;
}

/** A field whose directive at the changed unit differs, and on which track. */
interface Touch {
  readonly field: Field;
  readonly track: Track;
}
type Touched = readonly Touch[];

const nowhere = { by: null, fields: [] };

export function outcomeOf(comparison: Comparison, nodeId: NodeId): Outcome {
  const { before, after, kind, at } = comparison;
  if (at >= after.tree.archivedFromAt(after.tree.positionOf(nodeId))) return { reason: 'archived', ...nowhere };
  const [old, now] = [before.resolve(kind, nodeId, at), after.resolve(kind, nodeId, at)];
  if (old.suspension && now.suspension) return { reason: 'suspended', by: now.suspension.nodeId, fields: [] };
  const fields = changedFields(old, now);
  return fields.length > 0 || old.on !== now.on ? { reason: null, by: null, fields } : hindrance(comparison, nodeId);
}

const changedFields = (old: PolicyDocument, now: PolicyDocument): FieldKey[] =>
  kindOf(now.kind)
    .fields.filter(({ key }) => !sameValue(stateOf(old, key)?.value, stateOf(now, key)?.value))
    .map(({ key }) => key);

/** The strongest thing in the way of any touched field: a lock, then a nearer value, else it was so already. */
function hindrance(comparison: Comparison, nodeId: NodeId): Outcome {
  const found = comparison.touched.flatMap((touch) => hindranceOf(comparison, nodeId, touch) ?? []);
  return found.find(({ reason }) => reason === 'locked') ?? found[0] ?? { reason: 'alreadySo', ...nowhere };
}

function hindranceOf({ after, kind, at, within }: Comparison, nodeId: NodeId, { field, track }: Touch): Outcome | null {
  const said = saidAlong(after.pathOf(kind, nodeId), field, at, after.epoch);
  const candidates = judged(field, said);
  const change = candidates.find((each) => each.nodeId === within && each.track === track);
  const wanted = change && wantedBy(field, change.directive);
  if (wanted !== undefined && sameValue(wanted, foldSaid(field, said).value)) return null;
  if (change?.lockedBy) return { reason: 'locked', by: change.lockedBy, fields: [] };
  const winner = candidates.find(({ value }) => value === 'applied');
  const isNearer = winner && winner !== change && standsAfter(after, winner, within, track);
  return isNearer && (!change || wanted !== undefined) ? { reason: 'overridden', by: winner.nodeId, fields: [] } : null;
}

/** Whether a candidate comes after a unit's track in the order of the fold. */
const standsAfter = ({ tree }: PolicySnapshot, { nodeId, track }: Candidate, within: NodeId, than: Track): boolean =>
  nodeId === within ? track === 'own' && than === 'library' : tree.isWithin(nodeId, within);

/** What the changed unit says now and did not say before, or said otherwise. */
export function touchedAt(before: PolicySnapshot, after: PolicySnapshot, kind: KindKey, within: NodeId, at: Instant): Touched {
  return tracks.flatMap((track) => {
    const [old, now] = [saidOn(before, kind, within, track, at), saidOn(after, kind, within, track, at)];
    return kindOf(kind)
      .fields.filter(({ key }) => !sameValue(old[key], now[key]))
      .map((field) => ({ field, track }));
  });
}

const saidOn = (snapshot: PolicySnapshot, kind: KindKey, nodeId: NodeId, track: Track, at: Instant): Directives =>
  snapshot.heldOn(kind, nodeId, track, at)?.version?.directives ?? {};
