import type { Epoch, Instant } from '../time.js';
import type { Recorded } from './types.js';

/** Whether a fact is known at an epoch: `[recordedFrom, recordedTo)`. */
export const isKnown = (fact: Recorded, knownAt: Epoch): boolean =>
  fact.recordedFrom <= knownAt && (fact.recordedTo === null || knownAt < fact.recordedTo);

/** Whether a fact holds at an instant, `[from, to)`, as known at an epoch. */
export const isLive = (fact: Recorded, at: Instant, knownAt: Epoch): boolean =>
  fact.from <= at && (fact.to === null || at < fact.to) && isKnown(fact, knownAt);
