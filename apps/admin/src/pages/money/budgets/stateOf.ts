import type { Budget } from './documents';

export type WarnedState = 'suspends' | 'undecided' | 'usedUp' | 'warned';

/** How a budget stands of which 80 % are used. */
export function stateOf({
  trip,
  suspends,
  action,
}: Pick<Budget, 'suspends' | 'action'> & { readonly trip: object | null }): WarnedState {
  if (suspends) return 'suspends';
  if (trip) return action === 'ask' ? 'undecided' : 'usedUp';
  return 'warned';
}
