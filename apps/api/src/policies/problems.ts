import type { BroughtFinding, NewlyAdjusted, PolicyProblem } from '@headwater/policy';
import { RulesRefused, type NamedProblem } from './errors.js';
import { labelOf, nodeIn, speakerAt, type Part } from './naming.js';
import type { PolicyState } from './policy-state.js';

/** The words of the API where they differ from the library's, which knows no form and no operator. */
const codes: Partial<Record<PolicyProblem['code'], string>> = {
  COMPULSORY_FROM_DEFAULT: 'COMPULSORY_FIELD',
  BRANCH_MAY_NOT_SET: 'NOT_BRANCH_SETTABLE',
};

const partInTheWay: Partial<Record<PolicyProblem['code'], Part>> = {
  LOCKED: 'lock',
  OUT_OF_BOUNDS: 'guard',
  GUARD_CONFLICT: 'guard',
};

/** A problem with names in place of ids. */
function named(state: PolicyState, problem: PolicyProblem, now: number): NamedProblem & { path: string } {
  return {
    code: codes[problem.code] ?? problem.code,
    field: problem.field,
    path: problem.path,
    nodeId: problem.nodeId ?? null,
    nodeName: state.tree.node(problem.nodeId ?? '')?.name ?? null,
    allowed: problem.allowed,
    setBy: setterOf(state, problem, now),
  };
}

export const allNamed = (state: PolicyState, problems: readonly PolicyProblem[], now: number) =>
  problems.map((problem) => named(state, problem, now));

function setterOf(state: PolicyState, { code, kind, field, setBy, at }: PolicyProblem, now: number): string | null {
  if (setBy == null) return null;
  // The inspection is measured by another field than the one it is about.
  const measured = code === 'INSPECTION_AFTER_REFUND_DUE' ? 'refundDueDays' : field;
  const place = { kind, field: measured ?? '', nodeId: setBy, at: at ?? now };
  const speaker = speakerAt(state, place, partInTheWay[code] ?? 'value');
  return speaker === null ? nodeIn(state, setBy).name : labelOf(state, speaker.assignmentId);
}

/** @throws RulesRefused where there is any problem */
export function refuseAny(state: PolicyState, problems: readonly PolicyProblem[], now: number): void {
  refuseNamed(allNamed(state, problems, now));
}

/** @throws RulesRefused where there is any problem */
export function refuseNamed([first, ...others]: readonly NamedProblem[]): void {
  if (first) throw new RulesRefused([first, ...others]);
}

/** A value below that a change bends to its bounds: no reason to refuse, but to be known before. */
export function adjustmentWarning(state: PolicyState, adjusted: NewlyAdjusted): NamedProblem {
  return {
    code: 'ADJUSTED',
    field: adjusted.field,
    nodeId: adjusted.setAt,
    nodeName: nodeIn(state, adjusted.setAt).name,
    allowed: { wanted: adjusted.wanted, value: adjusted.value, branches: adjusted.branches },
    setBy: adjusted.by === null ? null : nodeIn(state, adjusted.by).name,
  };
}

/** P13: what a change makes hardly meant, with the words for it; no reason to refuse, but to be known before. */
export function findingWarning(state: PolicyState, { field, nodeId, ...finding }: BroughtFinding): NamedProblem {
  const { kind, rule, row, text, branches } = finding;
  return {
    ...{ code: 'LINT', field, nodeId, nodeName: nodeIn(state, nodeId).name, setBy: null },
    allowed: { kind, rule, row, text, branches },
  };
}
