import { nodeId, type NodeId } from '@headwater/org-tree';
import {
  assignmentId,
  checkOwn,
  effectOf,
  supposing,
  type PolicyProblem,
  type PolicySnapshot,
  type Proposal,
} from '@headwater/policy';
import { isWithin } from '../auth/authorize.js';
import { BadInput } from '../common/errors.js';
import type { NamedProblem } from './errors.js';
import { nodeIn } from './naming.js';
import type { PolicyState } from './policy-state.js';
import { allNamed } from './problems.js';

/** Each is written by itself. */
const MOST = 200;

/**
 * The units below one that a change leaves out, those below another of them left aside.
 * @throws BadInput
 */
export function readExclusions({ tree }: PolicyState, unit: string, given: readonly string[]): NodeId[] {
  if (given.length > MOST) throw new BadInput('exclude', `Up to ${String(MOST)} units are left out at once.`, { max: MOST });
  const units = [...new Set(given)];
  for (const each of units)
    if (each === unit || !isWithin(tree, each, unit))
      throw new BadInput('exclude', 'What is left out stands below the unit.', { within: unit });
  const isOutermost = (each: string) => !units.some((other) => other !== each && isWithin(tree, each, other));
  return units.filter(isOutermost).map(nodeId);
}

/** A change of a unit's own track together with what keeps some units below as they are. */
export interface Keeping {
  /** What the units say themselves from now on; of one that the change does not reach, nothing. */
  readonly keeps: readonly Proposal[];
  /** The rules as if all of it had been recorded. */
  readonly after: PolicySnapshot;
  readonly problems: NamedProblem[];
}

/**
 * The units are given what they have before the change is made, so that it is judged without them. Where a lock keeps them from saying
 * it, or a pilot says something else to some below, they could not stay as they are: that is refused.
 */
export function keeping(
  state: PolicyState,
  change: Proposal,
  excluded: readonly NodeId[],
  kept: (unit: NodeId) => Proposal,
): Keeping {
  const { snapshot } = state;
  const changes = (after: PolicySnapshot) => excluded.filter((unit) => isChanged(snapshot, after, { ...change, nodeId: unit }));
  const keeps = changes(supposing(snapshot, change)).map((unit, index) => ({
    ...kept(unit),
    id: assignmentId(`~${String(index)}`),
  }));
  const problems: PolicyProblem[] = [];
  let after = snapshot;
  for (const each of [...keeps, change]) {
    problems.push(...checkOwn(after, each));
    after = supposing(after, each);
  }
  const lost = changes(after).filter((unit) => !problems.some((problem) => problem.nodeId === unit));
  return { keeps, after, problems: [...allNamed(state, problems, change.from), ...lost.map((unit) => notKept(state, unit))] };
}

function isChanged(before: PolicySnapshot, after: PolicySnapshot, { kind, nodeId: unit, from }: Proposal): boolean {
  const { changed, latent } = effectOf(before, after, kind, unit, from);
  return changed + latent > 0;
}

function notKept(state: PolicyState, unit: NodeId): NamedProblem {
  const { id, name } = nodeIn(state, unit);
  return { code: 'EXCLUSION_NOT_KEPT', field: 'exclude', nodeId: id, nodeName: name, allowed: null, setBy: null };
}
