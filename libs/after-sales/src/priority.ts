import { reasonOf, type ReasonCode } from './reasons.js';

/** A6: rank among cases of equal deadline, higher first: quality cases come before all others. */
export const priorityOf = (reason: ReasonCode): 0 | 1 => (reasonOf(reason).class === 'quality' ? 1 : 0);
