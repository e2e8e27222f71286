import type { NodeId } from '@headwater/org-tree';
import type { Directive, Guard, Suspension, Track } from '../facts/types.js';
import type { AssignmentId, ExemptionId, PolicyId, VersionId } from '../ids.js';
import type { Instant } from '../time.js';
import type { FieldKey, FieldValue, KindKey, RulesOf } from '../values/types.js';

/** Who set a value. */
export interface Source {
  readonly nodeId: NodeId;
  readonly track: Track;
  readonly assignmentId: AssignmentId;
  readonly versionId: VersionId;
  /** P11: a pilot says so, to its cohort alone. */
  readonly pilot?: true;
}

/** One end of a range and the unit whose guard set it; null is the schema's hard bound. */
export interface Bound {
  readonly value: number;
  readonly setBy: NodeId | null;
}

/**
 * What is allowed: the hard bounds narrowed by every guard on the path. Numbers (and the amount within a mode) have `min` and
 * `max`, null where open; sets have `allowed`, with the units that narrowed it. Other fields have none of these.
 */
export interface EffectiveGuard {
  readonly min: Bound | null;
  readonly max: Bound | null;
  readonly allowed: { readonly values: readonly string[]; readonly setBy: readonly NodeId[] } | null;
}

/** A guard that a unit set and that holds. */
export interface GuardInForce {
  readonly nodeId: NodeId;
  readonly guard: Guard;
}

/** A value that an ancestor's later guard had to fit: what was wanted, and whose guard changed it. */
export interface Adjustment {
  readonly wanted: FieldValue;
  /** Null where it was a hard bound of the product. */
  readonly by: NodeId | null;
}

/** All that holds for one field at one unit. A source of null is the product's default. */
export interface FieldState {
  readonly value: FieldValue;
  readonly source: Source | null;
  readonly lock: NodeId | null;
  readonly guard: EffectiveGuard;
  /** What the effective guard is made of beside the hard bounds, root-most first. */
  readonly guards: readonly GuardInForce[];
  readonly adjusted: Adjustment | null;
}

/**
 * The effective rules of a unit, frozen and shared by every unit that merely inherits them. `on` means enabled and not
 * suspended; it is null for kinds that cannot be switched.
 */
export interface PolicyDocument<K extends KindKey = KindKey> {
  readonly kind: K;
  readonly values: RulesOf[K];
  readonly fields: Readonly<Record<keyof RulesOf[K], FieldState>>;
  readonly suspension: Suspension | null;
  readonly on: boolean | null;
}

export type ValueMark = 'applied' | 'overridden' | 'locked-by' | 'replaced-by-pilot' | 'not-yet' | 'none';
export type GuardMark = 'in-force' | 'conflict' | 'lifted' | 'none';
export type LockMark = 'holds' | 'beaten' | 'lifted' | 'none';

/** A directive on the path, with its fate. Candidates stand in the order in which they were applied. */
export interface Candidate {
  readonly nodeId: NodeId;
  readonly track: Track;
  readonly assignmentId: AssignmentId;
  readonly versionId: VersionId;
  readonly pilot?: true;
  readonly versionNumber: number;
  readonly policyId: PolicyId | null;
  readonly directive: Directive;
  /** When it was assigned to begin; of one that is not yet in force, when it will be. */
  readonly from: Instant;
  readonly to: Instant | null;
  readonly value: ValueMark;
  readonly guard: GuardMark;
  readonly lock: LockMark;
  /** The unit whose lock beat it. */
  readonly lockedBy: NodeId | null;
}

/** An exemption on the path that names the field, and how many of the candidates stand before it. */
export interface Lifting {
  readonly exemptionId: ExemptionId;
  readonly nodeId: NodeId;
  readonly ancestorId: NodeId;
  readonly from: Instant;
  readonly to: Instant;
  readonly after: number;
}

/** Why a field will change: this assignment or exemption begins or ends then. */
export interface Cause {
  readonly fact: { readonly assignmentId: AssignmentId } | { readonly exemptionId: ExemptionId };
  readonly nodeId: NodeId;
  readonly event: 'begins' | 'ends';
}

export interface NextChange {
  readonly at: Instant;
  readonly value: FieldValue;
  readonly source: Source | null;
  readonly causes: readonly Cause[];
}

/** P8: everything about one effective field. */
export interface Explanation {
  readonly kind: KindKey;
  readonly field: FieldKey;
  readonly nodeId: NodeId;
  readonly at: Instant;
  readonly value: FieldValue;
  readonly source: Source | null;
  readonly lock: NodeId | null;
  readonly guard: EffectiveGuard;
  readonly adjusted: Adjustment | null;
  readonly suspension: Suspension | null;
  readonly candidates: readonly Candidate[];
  readonly liftings: readonly Lifting[];
  /** What would hold without the winning directive; null where the default holds. */
  readonly runnerUp: { readonly value: FieldValue; readonly source: Source | null } | null;
  /** What the unit would hold with no directive of its own. */
  readonly inherited: { readonly value: FieldValue; readonly source: Source | null };
  readonly nextChange: NextChange | null;
}
