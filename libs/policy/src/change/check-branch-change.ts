import { sameValue } from '../canonical.js';
import type { PolicyProblem, PolicyProblemCode } from '../check/problem.js';
import type { Directive, Directives } from '../facts/types.js';
import { versionId } from '../ids.js';
import type { Field } from '../kinds/field.js';
import { fieldOf } from '../kinds/registry.js';
import { wantedBy } from '../resolve/apply.js';
import { foldPath, stateOf } from '../resolve/fold.js';
import type { Step } from '../resolve/fold.js';
import type { FieldState, PolicyDocument } from '../resolve/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { Span } from './anchors-within.js';
import { branchLimits } from './branch-rules.js';
import { checkAssignment, earlyProblems } from './check-assignment.js';
import { firstOfEach } from './first-of-each.js';
import { instantsWithin } from './proposal.js';

/** A new version of a unit's own track, made by its own people. */
export interface BranchChange extends Span {
  readonly directives: Directives;
}

/**
 * All of `checkAssignment`, and what a branch's own people may not do: set a field that is not theirs, lock or bound, or go
 * shorter, higher or less kind than what the branch inherits, at `from` and at each known change before `to`. Directives that
 * stand already, put there by somebody with more authority, are no change of theirs.
 */
export function checkBranchChange(snapshot: PolicySnapshot, change: BranchChange): PolicyProblem[] {
  const version = { id: versionId(''), kind: change.kind, policyId: null, number: 0, directives: change.directives };
  const proposal = { ...change, track: 'own' as const, version };
  const early = earlyProblems(snapshot, proposal);
  if (early.length > 0) return early;
  return [...checkAssignment(snapshot, proposal), ...firstOfEach(branchProblems(snapshot, change))];
}

function branchProblems(snapshot: PolicySnapshot, change: BranchChange): PolicyProblem[] {
  const { kind, nodeId } = change;
  const touched = touchedFields(snapshot, change);
  return instantsWithin(snapshot.turnsOf(kind, nodeId), change).flatMap((at) => {
    const inherited = inheritedDocument(snapshot, change, at);
    const place = { kind, nodeId, at };
    return touched.flatMap((each) =>
      problemsOf(each, stateOf(inherited, each.field.key)).map((problem) => ({ ...place, field: each.field.key, ...problem })),
    );
  });
}

interface Touched {
  readonly field: Field;
  readonly before: Directive | undefined;
  readonly after: Directive | undefined;
}

function touchedFields(snapshot: PolicySnapshot, { kind, nodeId, directives, from }: BranchChange): Touched[] {
  const previous = snapshot.heldOn(kind, nodeId, 'own', from)?.version?.directives ?? {};
  const keys = new Set([...Object.keys(previous), ...Object.keys(directives)]);
  return [...keys].flatMap((key) => {
    const field = fieldOf(kind, key);
    const [before, after] = [previous[key], directives[key]];
    return field && !sameValue(before, after) ? [{ field, before, after }] : [];
  });
}

/** What the unit would have without its own track. */
function inheritedDocument(snapshot: PolicySnapshot, { kind, nodeId }: Span, at: Instant): PolicyDocument {
  const path = snapshot.pathOf(kind, nodeId);
  const without = path.map((step): Step => (step.nodeId === nodeId ? { ...step, facts: { ...step.facts, own: [] } } : step));
  return foldPath(kind, without, at, snapshot.epoch);
}

type Found = Pick<PolicyProblem, 'code' | 'path' | 'allowed' | 'setBy' | 'value'>;

const found = (code: PolicyProblemCode): Found => ({ code, path: '', allowed: null });

function problemsOf({ field, before, after }: Touched, inherited: FieldState | undefined): Found[] {
  if (field.branch === 'no') return [found('BRANCH_MAY_NOT_SET')];
  const bounds = !sameValue([before?.lock, before?.guard], [after?.lock, after?.guard]);
  return [...(bounds ? [found('BRANCH_MAY_NOT_LOCK')] : []), ...(after && inherited ? beyondLimit(field, after, inherited) : [])];
}

function beyondLimit(field: Field, directive: Directive, { value, source }: FieldState): Found[] {
  const limit = branchLimits[field.branch];
  const wanted = wantedBy(field, directive);
  if (!limit || wanted === undefined || limit.keeps(wanted, value)) return [];
  return [{ code: limit.code, path: 'set', allowed: limit.allowed(value), value: wanted, setBy: source?.nodeId ?? null }];
}
