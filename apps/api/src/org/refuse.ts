import type { TreeProblem } from '@headwater/org-tree';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { TreeRefused } from './org.errors.js';

/** Units a refusal names at most. */
const NAMED = 20;

/** @throws TreeRefused where there is any problem */
export function refuse(snapshot: TreeSnapshot, problems: readonly TreeProblem[]): void {
  const [problem] = problems;
  if (!problem) return;
  const units = problem.nodeIds.slice(0, NAMED).map((id) => ({ id, name: snapshot.node(id)?.name ?? '' }));
  throw new TreeRefused(problem, units);
}
