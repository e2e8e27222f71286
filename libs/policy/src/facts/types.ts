import type { NodeId } from '@headwater/org-tree';
import type { AssignmentId, ExemptionId, PolicyId, SuspensionId, VersionId } from '../ids.js';
import type { Epoch, Instant } from '../time.js';
import type { FieldKey, FieldValue, KindKey } from '../values/types.js';

/** Bounds for the units below: a range for numbers and the amount within a mode, a list for sets. */
export type Guard = { readonly min?: number | null; readonly max?: number | null } | { readonly allowed: readonly string[] };

/**
 * What a version says about one field: a value, or the product's default (`reset`); beside it, or alone, `lock` (nothing
 * below may change the field) and `guard`. A field without a directive is inherited.
 */
export interface Directive {
  readonly set?: FieldValue;
  readonly reset?: true;
  readonly lock?: true;
  readonly guard?: Guard;
}

/** Field key → directive. Sparse. */
export type Directives = Readonly<Record<string, Directive>>;

/** At each unit the library track comes first, then its own. */
export const tracks = ['library', 'own'] as const;
export type Track = (typeof tracks)[number];

/** P2: immutable. `policyId` is null for a unit's own versions. */
export interface PolicyVersion {
  readonly id: VersionId;
  readonly kind: KindKey;
  readonly policyId: PolicyId | null;
  readonly number: number;
  readonly directives: Directives;
}

/** When something holds: `[from, to)`. */
export interface Validity {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** When a fact holds, and when it was known, `[recordedFrom, recordedTo)`. Withdrawing sets `recordedTo`. */
export interface Recorded extends Validity {
  readonly recordedFrom: Epoch;
  readonly recordedTo: Epoch | null;
}

/**
 * A version on a unit's track; a `versionId` of null means back to inherit. Of the live ones of (kind, unit, track) the one
 * recorded last holds; `seq` orders those of one epoch.
 *
 * P11: with a cohort it is a pilot. For the units at or below one of the roots it takes the place of the ordinary assignment; it says
 * nothing anywhere else, and with no roots nothing at all (law 18). Absent or null: an ordinary assignment.
 */
export interface Assignment extends Recorded {
  readonly id: AssignmentId;
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly track: Track;
  readonly versionId: VersionId | null;
  readonly seq: number;
  readonly cohort?: readonly NodeId[] | null;
}

/** P6: switches a suspendable kind off at a unit and below, without touching a field. */
export interface Suspension extends Recorded {
  readonly id: SuspensionId;
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly reason: string;
}

/**
 * P12: at a unit and below, an ancestor's lock and guards no longer hold for these fields. It changes no value by itself, always
 * ends, and is dormant while the ancestor is none.
 */
export interface Exemption extends Recorded {
  readonly id: ExemptionId;
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly fields: readonly FieldKey[];
  /** Whose lock and guards are lifted. */
  readonly ancestorId: NodeId;
  readonly to: Instant;
}
