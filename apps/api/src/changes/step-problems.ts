import type { MoveProblem, Step } from '@headwater/policy';
import { problemCode, problemField } from '../org/org.errors.js';
import { RulesRefused, type NamedProblem } from '../policies/errors.js';
import type { PolicyState } from '../policies/policy-state.js';
import { allNamed } from '../policies/problems.js';

/** Why a step may not be carried out: the rules that it breaks, or what the organization does not allow. */
export const problemsOf = (state: PolicyState, { problems, moveProblems }: Step, now: number): NamedProblem[] => [
  ...allNamed(state, problems, now),
  ...moveProblems.map((problem) => named(state, problem)),
];

function named({ tree }: PolicyState, problem: MoveProblem): NamedProblem {
  const [nodeId = null] = problem.nodeIds;
  const node = tree.node(nodeId ?? '');
  return { ...wordsOf(problem), nodeId, nodeName: node?.name ?? null, allowed: problem.allowed ?? null, setBy: null };
}

function wordsOf({ code }: Pick<MoveProblem, 'code'>): Pick<NamedProblem, 'code' | 'field'> {
  if (code === 'ALREADY_THERE' || code === 'SAID_TWICE') return { code, field: null };
  return { code: problemCode({ code }), field: problemField({ code }) ?? null };
}

/** @throws RulesRefused where any step may not be carried out */
export function refuseSteps(state: PolicyState, steps: readonly Step[], now: number): void {
  const [first, ...others] = steps.flatMap((step) => problemsOf(state, step, now));
  if (first) throw new RulesRefused([first, ...others]);
}
