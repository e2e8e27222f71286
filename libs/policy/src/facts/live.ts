import type { Epoch, Instant } from '../time.js';
import type { Recorded, Validity } from './types.js';

/** Whether a fact is known at an epoch: `[recordedFrom, recordedTo)`. */
export const isKnown = (fact: Recorded, knownAt: Epoch): boolean =>
  fact.recordedFrom <= knownAt && (fact.recordedTo === null || knownAt < fact.recordedTo);

export const holdsAt = ({ from, to }: Validity, at: Instant): boolean => from <= at && (to === null || at < to);

/** Whether a fact holds at an instant as known at an epoch. */
export const isLive = (fact: Recorded, at: Instant, knownAt: Epoch): boolean => holdsAt(fact, at) && isKnown(fact, knownAt);
