import type { Recorded } from '../facts/types.js';
import type { Facts } from '../snapshot/facts-input.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';

/** What a fact does by itself when its time comes. */
export type TurnEvent = 'begins' | 'ends';

/**
 * P7: the rules as if recorded facts did not turn: those that end go on, those that begin are none. Compared with the real ones at that
 * instant it is what their turn does.
 */
export function unturned(
  snapshot: PolicySnapshot,
  { assignments = [], suspensions = [], exemptions = [] }: Partial<Omit<Facts, 'versions'>>,
  event: TurnEvent,
): PolicySnapshot {
  const { epoch } = snapshot;
  const otherwise = event === 'ends' ? { to: Infinity } : { recordedTo: epoch };
  const told = <F extends Recorded>(fact: F): F => ({ ...fact, ...otherwise });
  const facts = {
    assignments: assignments.map(told),
    suspensions: suspensions.map(told),
    exemptions: exemptions.map(told),
  };
  return snapshot.withFacts(facts, epoch);
}
