import { caseStates, isTerminal, MAX_EXTENSION_DAYS, type CaseState } from '@headwater/after-sales';
import type { ReasonClass } from '@headwater/policy';
import type { Where } from '../../database/where.js';

export const DAY = 86_400_000;

/** The states whose clocks may be given more time: what is owed in money has its date by law. */
export const extendableStates: readonly CaseState[] = caseStates.filter((state) => !isTerminal(state) && state !== 'REFUNDING');
export const openStates: readonly CaseState[] = caseStates.filter((state) => !isTerminal(state));

/** The states in which the branch's own clock may run, which leaves out closed days. */
export const branchStates: readonly CaseState[] = ['APPLIED', 'AWAIT_RECEIPT', 'AWAIT_RESHIP'];

export interface Reach {
  readonly nodeId: string;
  readonly reasonClass: ReasonClass | null;
  readonly days: number;
}

/** The cases of a state at and below a unit at a depth of the tree; served by the queue's own index. */
export const casesOf = (column: string, { nodeId, reasonClass }: Reach, state: CaseState): Where => ({
  sql: `c.${column} = ? AND c.state = ?${reasonClass === null ? '' : ' AND c.reason_class = ?'}`,
  params: [nodeId, state, ...(reasonClass === null ? [] : [reasonClass])],
});

/** Beyond it no deadline is moved (fields of one case say the same). */
export const latest = (now: number): number => now + MAX_EXTENSION_DAYS * DAY;
