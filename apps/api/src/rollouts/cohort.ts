import { nodeId, type NodeId } from '@headwater/org-tree';
import { drawCohort } from '@headwater/policy';
import { BadInput } from '../common/errors.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { CohortNotLarger, CohortOutside, CohortTooLarge, EmptyCohort } from './rollout.errors.js';
import type { CohortInput } from './rollout.types.js';

/** Every store of the largest chain: some 3 MB in the one row of a step. */
const MAX_ROOTS = 100_000;

/** Units that somebody picks by hand in one step; each is named in its answer. */
const MAX_PICKED = 2_000;

/** The whole is finishing the rollout, not a step of it. */
const MAX_BPS = 9_999;

/** Who is in from a step on. */
export interface Cohort {
  /** Subtree roots in the order of the tree, none below another. */
  readonly roots: readonly NodeId[];
  readonly bps: number | null;
  readonly units: readonly NodeId[];
  readonly branches: number;
}

/** The step before; null before the first. */
export interface Before {
  readonly roots: readonly string[];
  readonly bps: number | null;
}

export interface Place {
  readonly rolloutId: string;
  readonly nodeId: NodeId;
}

/**
 * P11: the cohort of a step: those of the step before, and who is picked or drawn now. Nested by law 18, and because nobody is let out.
 * @throws BadInput, CohortOutside, EmptyCohort, CohortNotLarger, CohortTooLarge
 */
export function cohortOf(snapshot: TreeSnapshot, place: Place, input: CohortInput, before: Before | null): Cohort {
  const { bps, units } = readCohort(input);
  const held = before ? before.roots.map(nodeId).filter((root) => snapshot.has(root)) : [];
  if (bps !== null && before?.bps != null && bps <= before.bps) throw new CohortNotLarger(0, before.bps);
  const picked = insideOnly(snapshot, place, units);
  const drawn = bps === null ? [] : drawCohort(place.rolloutId, [...snapshot.tree.branchesWithin(place.nodeId)], bps);
  const roots = topMostOf(snapshot, [...held, ...picked, ...drawn]);
  const [reached, reachedBefore] = [roots, topMostOf(snapshot, held)].map((each) => branchesIn(snapshot, each));
  if (!reached) throw new EmptyCohort();
  if (before && reached <= (reachedBefore ?? 0)) throw new CohortNotLarger(reachedBefore ?? 0, null);
  if (roots.length > MAX_ROOTS) throw new CohortTooLarge(roots.length, MAX_ROOTS);
  return { roots, bps, units: picked, branches: reached };
}

function readCohort({ bps = null, units = null }: CohortInput): { bps: number | null; units: readonly string[] } {
  if ((bps === null) === (units === null)) throw new BadInput('cohort', 'Either a share or units picked by hand.');
  if (bps !== null && !(Number.isInteger(bps) && bps >= 1 && bps <= MAX_BPS))
    throw new BadInput('cohort.bps', 'A share lies between nobody and everybody.', { min: 1, max: MAX_BPS });
  if (units !== null && units.length > MAX_PICKED) throw new CohortTooLarge(units.length, MAX_PICKED);
  return { bps, units: units ?? [] };
}

function insideOnly({ tree }: TreeSnapshot, place: Place, units: readonly string[]): NodeId[] {
  const outside = units.filter((unit) => tree.positionOf(nodeId(unit)) < 0 || !tree.isWithin(nodeId(unit), place.nodeId));
  if (outside.length > 0) throw new CohortOutside(outside);
  return units.map(nodeId);
}

/** In the order of the tree, without those that stand below another of them. */
function topMostOf({ tree }: TreeSnapshot, units: readonly NodeId[]): NodeId[] {
  const positions = [...new Set(units.map((unit) => tree.positionOf(unit)))].sort((a, b) => a - b);
  let end = -1;
  return positions.flatMap((position) => {
    if (position < end) return [];
    end = tree.endAt(position);
    return [tree.idAt(position)];
  });
}

/** Branches that are not archived, at and below units of which none stands below another. */
export const branchesIn = (snapshot: TreeSnapshot, roots: readonly NodeId[]): number =>
  roots.reduce((sum, root) => sum + snapshot.branchCount(root), 0);
