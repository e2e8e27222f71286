import { nodeId, type NodeId } from '@headwater/org-tree';
import { tracks, type Directive, type KindKey, type PolicySnapshot, type Source } from '@headwater/policy';
import type { NodeFacts } from '../tree/tree-snapshot.js';
import { holdsAsPilot, liveAt } from './live.js';
import type { AssignmentView } from './policy.types.js';
import type { PolicyAssignment } from './policy.entity.js';
import type { PolicyState } from './policy-state.js';
import type { RuleSourceView } from './rules.types.js';

/** Nobody set it: the product's default, or its own bound. */
export const productSource: RuleSourceView = {
  node: null,
  track: null,
  policyName: null,
  versionNumber: null,
  authorName: null,
  since: null,
  isDefault: true,
  changeSetId: null,
  rolloutId: null,
};

/** A unit of the state's organization. @throws RangeError for one it does not hold */
export const nodeIn = (state: PolicyState, id: string): NodeFacts => state.tree.require(id);

/** Who is behind an assignment; null is the product itself. */
export function sourceOf(state: PolicyState, assignmentId: string | null): RuleSourceView {
  const row = assignmentId === null ? undefined : state.book.assignments.get(assignmentId);
  if (!row) return productSource;
  return {
    node: nodeIn(state, row.nodeId),
    track: row.track,
    ...versionNames(state, row.versionId),
    authorName: row.authorName,
    since: row.validFrom,
    isDefault: false,
    changeSetId: row.changeSetId,
    rolloutId: pilotOf(row),
  };
}

/** P11: the rollout whose pilot an assignment is; what a rollout assigned to everyone in the end is an assignment like others. */
const pilotOf = ({ cohort, rolloutId }: PolicyAssignment): string | null => (cohort === null ? null : rolloutId);

export function versionNames(state: PolicyState, versionId: string | null): Pick<RuleSourceView, 'policyName' | 'versionNumber'> {
  const version = versionId === null ? undefined : state.book.versions.get(versionId);
  const policy = version?.policyId == null ? undefined : state.book.policies.get(version.policyId);
  return { policyName: policy?.name ?? null, versionNumber: version?.number ?? null };
}

/** A version of the library with its policy. */
export function policyNamed({ book }: PolicyState, versionId: string) {
  const version = book.versions.get(versionId);
  const policy = book.policies.get(version?.policyId ?? '');
  return { policyId: policy?.id ?? '', policyName: policy?.name ?? '', versionNumber: version?.number ?? 0 };
}

/** In one line: 总部 · 标准版 v3, or the unit alone where it is its own rule. */
export function labelOf(state: PolicyState, assignmentId: string): string {
  const { node, policyName, versionNumber } = sourceOf(state, assignmentId);
  const unit = node?.name ?? '';
  return policyName === null ? unit : `${unit} · ${policyName} v${String(versionNumber ?? '')}`;
}

/** Of the assignments whose time has come at a unit, one holds: the others lie beneath it. A pilot holds beside it, for its cohort. */
export function holdsNow(state: PolicyState, { id, kind, nodeId: unit, track }: PolicyAssignment, now: number): boolean {
  const facts = state.snapshot.factsOf(kind, nodeId(unit));
  return liveAt(facts, track, now)?.assignment.id === id || holdsAsPilot(facts, id, now);
}

export function assignmentView(state: PolicyState, row: PolicyAssignment, now: number): AssignmentView {
  return {
    id: row.id,
    kind: row.kind,
    node: nodeIn(state, row.nodeId),
    track: row.track,
    versionId: row.versionId,
    ...versionNames(state, row.versionId),
    from: row.validFrom,
    to: row.validTo,
    cancelled: row.recordedTo !== null,
    holds: holdsNow(state, row, now),
    correction: row.correction,
    rolloutId: pilotOf(row),
    authorName: row.authorName,
    reason: row.reason,
    changeSetId: row.changeSetId,
  };
}

/** Something a directive may say. */
export type Part = 'lock' | 'guard' | 'value';

const says = (directive: Directive | undefined, part: Part): boolean =>
  directive !== undefined &&
  (part === 'value' ? directive.set !== undefined || directive.reset === true : directive[part] !== undefined);

export interface Place {
  readonly kind: KindKey;
  readonly field: string;
  readonly nodeId: string;
  readonly at: number;
  /** An epoch; without it, as known now. */
  readonly knownAt?: number;
  /** To whom it speaks, where a pilot may say something else to some below; without it, to everyone. */
  readonly forNode?: NodeId;
  /** Over the organization of then, where it was another: who stood in a pilot is told by the path of then. */
  readonly over?: PolicySnapshot;
}

/** The assignment at a unit whose version says that part of a field; its library track comes first. */
export function speakerAt(state: PolicyState, place: Place, part: Part): Source | null {
  const { kind, field, nodeId: at, at: instant, knownAt, forNode = nodeId(at), over = state.snapshot } = place;
  for (const track of tracks) {
    const { assignment, version } = over.heldFor(kind, nodeId(at), track, forNode, instant, knownAt) ?? {};
    if (assignment && version && says(version.directives[field], part))
      return { assignmentId: assignment.id, nodeId: nodeId(at), track, versionId: version.id };
  }
  return null;
}

/** Whether a lock keeps a unit's own track from a field: one from above, or one of the shared version given to the unit itself. */
export function bindsOwn(
  state: PolicyState,
  { kind, field, nodeId: unit, at, knownAt, over }: Place,
  lock: string | null,
): boolean {
  if (lock === null || lock !== unit) return lock !== null;
  const library = (over ?? state.snapshot).heldFor(kind, nodeId(unit), 'library', nodeId(unit), at, knownAt);
  return library?.version?.directives[field]?.lock === true;
}
