import type { PolicyProblem } from '../check/problem.js';

/** Of problems in order of time, the first of each kind at each place: a limit that is broken once is broken. */
export function firstOfEach(problems: readonly PolicyProblem[]): PolicyProblem[] {
  const seen = new Map<string, PolicyProblem>();
  for (const problem of problems) {
    const key = [problem.code, problem.field, problem.path, problem.nodeId, problem.setBy].join(' ');
    if (!seen.has(key)) seen.set(key, problem);
  }
  return [...seen.values()];
}
