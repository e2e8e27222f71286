import type { NodeId } from '@headwater/org-tree';
import { allowedBy } from '../check/allowed.js';
import type { PolicyProblem } from '../check/problem.js';
import type { Directive } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import { fieldOf } from '../kinds/registry.js';
import { applyDirective } from '../resolve/apply.js';
import { foldSaid, isPlaced, saidAlong } from '../resolve/candidates.js';
import type { Said } from '../resolve/candidates.js';
import type { FieldState } from '../resolve/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { FieldValue } from '../values/types.js';
import { instantsWithin, proposedId } from './proposal.js';
import type { Proposal } from './proposal.js';

type StandingProblem = Pick<PolicyProblem, 'code' | 'allowed' | 'setBy' | 'path'> & { readonly value?: FieldValue };

/**
 * Directives of the proposal that could not do what they say where they would stand: locked by a unit above, a guard that leaves
 * nothing, a value outside what is allowed; at `from` and at each known change before `to`. What an exemption lifts at `from` is in
 * nobody's way when it comes back: what was said meanwhile loses its force then.
 */
export function standingProblems(after: PolicySnapshot, proposal: Proposal): PolicyProblem[] {
  const { kind, nodeId, version } = proposal;
  const fields = Object.keys(version?.directives ?? {}).flatMap((key) => fieldOf(kind, key) ?? []);
  const instants = instantsWithin(after.turnsOf(kind, nodeId), proposal);
  const paths = listeners(after, proposal).map((listener) => after.pathOf(kind, listener));
  return fields.flatMap((field) => {
    const lifted = liftedAt(after, proposal, field);
    return instants.flatMap((at) =>
      paths.flatMap((path) => {
        const found = problemOf(field, saidUpTo(saidAlong(path, field, at, after.epoch), proposal));
        return found && !lifted.includes(found.setBy ?? null) ? [{ kind, field: field.key, nodeId, at, ...found }] : [];
      }),
    );
  });
}

/** To whom the proposal speaks: the unit, or of a pilot its cohort's roots, one of those that share their rules. */
function listeners(after: PolicySnapshot, { kind, nodeId, cohort }: Proposal): NodeId[] {
  if (cohort == null) return [nodeId];
  const roots = cohort.map((root) => [after.anchorPosition(kind, after.tree.positionOf(root)), root] as const);
  return [...new Map(roots).values()];
}

/** The units whose lock and guards are lifted where the proposal begins. */
const liftedAt = (after: PolicySnapshot, { kind, nodeId, from }: Proposal, { key }: Field): (NodeId | null)[] =>
  after.exemptionsOn(kind, nodeId, from).flatMap(({ fields, ancestorId }) => (fields.includes(key) ? [ancestorId] : []));

const saidUpTo = (said: readonly Said[], { id = proposedId }: Proposal): readonly Said[] =>
  said.slice(0, said.findIndex((each) => isPlaced(each) && each.place.assignmentId === id) + 1);

function problemOf(field: Field, upToProposed: readonly Said[]): StandingProblem | null {
  const proposed = upToProposed.at(-1);
  if (!proposed || !isPlaced(proposed)) return null;
  const before = foldSaid(field, upToProposed.slice(0, -1));
  if (before.lock !== null) return { code: 'LOCKED', path: '', allowed: null, setBy: before.lock };
  const { state, guard, sets } = applyDirective(field, before, proposed.directive, proposed.place);
  if (guard === 'conflict')
    return {
      code: 'GUARD_CONFLICT',
      path: 'guard',
      allowed: allowedBy(before.guard),
      setBy: setterOf(before, proposed.directive),
    };
  if (!sets || state.adjusted === null) return null;
  return {
    code: 'OUT_OF_BOUNDS',
    path: 'set',
    allowed: allowedBy(state.guard),
    setBy: state.adjusted.by,
    value: state.adjusted.wanted,
  };
}

/** Who set the end that a guard lies beyond; of a set, who narrowed it last. */
function setterOf({ guard: { allowed, min, max } }: FieldState, { guard }: Directive): StandingProblem['setBy'] {
  if (allowed) return allowed.setBy.at(-1) ?? null;
  const highest = guard && 'max' in guard ? (guard.max ?? null) : null;
  const isBelow = min !== null && highest !== null && highest < min.value;
  return (isBelow ? min : max)?.setBy ?? null;
}
