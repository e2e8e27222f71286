import { isBranch } from '@headwater/org-tree';
import type { NodeId, Tree } from '@headwater/org-tree';
import { isKnown } from '../facts/live.js';
import { liveOn } from '../facts/node-facts.js';
import type { NodeFacts } from '../facts/node-facts.js';
import type { Assignment } from '../facts/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Epoch, Instant } from '../time.js';
import type { KindKey } from '../values/types.js';

/** When an assignment holds at its own unit, as known now. */
export interface Holding {
  /** The first instant at which it holds at all. */
  readonly from: Instant;
  /** The first at which it holds from now on: now itself, or when its time comes, or comes again. */
  readonly at: Instant;
}

/** When an assignment holds from now on; null where it is over, withdrawn, or covered for good. @throws PolicyError UNKNOWN_NODE */
export function holdingOf(snapshot: PolicySnapshot, assignment: Assignment, now: Instant): Holding | null {
  const facts = snapshot.factsOf(assignment.kind, assignment.nodeId);
  const turns = turnsWithin(facts, assignment, snapshot.epoch);
  const holds = (at: Instant): boolean => liveOn(facts, assignment.track, at, snapshot.epoch)?.assignment.id === assignment.id;
  const at = [now, ...turns.filter((turn) => turn > now)].find(holds);
  if (at === undefined) return null;
  return { from: turns.find(holds) ?? at, at };
}

/** Where something begins or ends on the assignment's track while it would hold; its own beginning is the first. */
function turnsWithin(facts: NodeFacts, { track, from, to }: Assignment, epoch: Epoch): Instant[] {
  const known = facts[track].map(({ assignment }) => assignment).filter((each) => isKnown(each, epoch));
  const turns = known.flatMap((each) => (each.to === null ? [each.from] : [each.from, each.to]));
  return [from, ...turns.filter((turn) => turn > from && (to === null || turn < to))].sort((a, b) => a - b);
}

/** Branches that a shared version reaches: those at or below `top`, without the subtrees of others that were given one of their own. */
export interface Reach {
  readonly top: NodeId;
  /** Strictly below `top`, none below another, in pre-order. */
  readonly without: readonly NodeId[];
}

/**
 * P17: of the branches at and below `within`, those whose nearest shared version of the kind comes from this assignment, at an instant at
 * which it holds at its own unit; null where it reaches none of them. "Back to inherit" on the way is in nobody's way. What it costs grows
 * with the units below that were given a version, not with the units.
 * @throws PolicyError UNKNOWN_NODE
 */
export function reachOf(
  snapshot: PolicySnapshot,
  { kind, nodeId }: Pick<Assignment, 'kind' | 'nodeId'>,
  at: Instant,
  within: NodeId,
): Reach | null {
  const { tree } = snapshot;
  if (tree.isWithin(nodeId, within)) return { top: nodeId, without: givenBelow(snapshot, kind, nodeId, at) };
  if (!tree.isWithin(within, nodeId)) return null;
  const between = tree.pathOf(within).slice(tree.depthOf(nodeId) + 1);
  if (between.some((id) => isGiven(snapshot, kind, id, at))) return null;
  return { top: within, without: givenBelow(snapshot, kind, within, at) };
}

/** Whether a branch is among those of a reach. @throws PolicyError UNKNOWN_NODE */
export const isReached = ({ tree }: PolicySnapshot, { top, without }: Reach, branch: NodeId): boolean =>
  tree.isWithin(branch, top) && !without.some((other) => tree.isWithin(branch, other));

/** The branches of a reach in pre-order, archived ones left out, those at or behind a position of the tree. */
export function* reached({ tree }: PolicySnapshot, { top, without }: Reach, from = 0): Generator<NodeId> {
  const gaps = without.map((id) => tree.positionOf(id));
  let gap = 0;
  const first = tree.positionOf(top);
  for (let at = first; at < tree.endAt(first); at += 1) {
    if (at === gaps[gap]) {
      gap += 1;
      at = tree.endAt(at) - 1;
    } else if (at >= from && isOpenBranch(tree, at)) yield tree.idAt(at);
  }
}

const isOpenBranch = (tree: Tree, at: number): boolean => isBranch(tree.nodeAt(at).type) && tree.archivedFromAt(at) === Infinity;

/** Whether a unit itself was given a shared version that holds at an instant. */
const isGiven = (snapshot: PolicySnapshot, kind: KindKey, nodeId: NodeId, at: Instant): boolean =>
  snapshot.heldOn(kind, nodeId, 'library', at)?.version != null;

/** The highest units strictly below one that were given a version of their own. */
function givenBelow(snapshot: PolicySnapshot, kind: KindKey, top: NodeId, at: Instant): NodeId[] {
  const { tree } = snapshot;
  const candidates = unitsWithFacts(snapshot, kind);
  const first = tree.positionOf(top);
  const given: NodeId[] = [];
  let next = first + 1;
  for (let index = firstAtOrAfter(candidates, next); index < candidates.length; index += 1) {
    const position = candidates[index] ?? Infinity;
    if (position >= tree.endAt(first)) break;
    if (position < next || !isGiven(snapshot, kind, tree.idAt(position), at)) continue;
    given.push(tree.idAt(position));
    next = tree.endAt(position);
  }
  return given;
}

const known = new WeakMap<PolicySnapshot, Partial<Record<KindKey, readonly number[]>>>();

/** Positions of the units that have any fact of a kind, ascending; looked for once in each snapshot. */
function unitsWithFacts(snapshot: PolicySnapshot, kind: KindKey): readonly number[] {
  const held = known.get(snapshot) ?? {};
  const positions = held[kind] ?? anchorsOf(snapshot, kind);
  known.set(snapshot, { ...held, [kind]: positions });
  return positions;
}

function anchorsOf(snapshot: PolicySnapshot, kind: KindKey): number[] {
  const positions: number[] = [];
  for (let at = 0; at < snapshot.tree.size; at += 1) if (snapshot.anchorPosition(kind, at) === at) positions.push(at);
  return positions;
}

function firstAtOrAfter(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
