import type { Instant } from './facts.js';
import { isTerminal, type CaseState, type CaseType, type TerminalState, type Umbrella } from './vocabulary.js';

export interface CaseStatus {
  readonly type: CaseType;
  readonly state: CaseState;
  readonly endedAt: Instant | null;
}

const ends: Readonly<Record<CaseType, Readonly<Record<TerminalState, Umbrella>>>> = {
  RO: { REFUNDED: 'ended', CLOSED: 'ended', DONE: 'ended' },
  RR: { REFUNDED: 'ended', CLOSED: 'ended', DONE: 'ended' },
  EX: { REFUNDED: 'ended', CLOSED: 'exchangeClosed', DONE: 'exchanged' },
  RS: { REFUNDED: 'ended', CLOSED: 'ended', DONE: 'ended' },
  RP: { REFUNDED: 'ended', CLOSED: 'ended', DONE: 'ended' },
};

/** A2: the one status of a case, from its type and state. */
export const umbrella = (type: CaseType, state: CaseState): Umbrella => (isTerminal(state) ? ends[type][state] : 'inProgress');

/** A2: of an order: in progress while any case is open, else that of the last to end; null without cases. */
export function orderUmbrella(cases: readonly CaseStatus[]): Umbrella | null {
  const open = cases.find(({ state }) => !isTerminal(state));
  if (open) return umbrella(open.type, open.state);
  const [last] = [...cases].sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
  return last ? umbrella(last.type, last.state) : null;
}
