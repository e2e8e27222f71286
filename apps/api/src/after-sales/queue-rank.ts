import { priorityOf, type ReasonCode } from '@headwater/after-sales';

const MINUTE = 60_000;
const PLACES = 2;
/** Above every rank of an open case for longer than calendars last. */
const AFTER_ALL_OPEN = 8_000_000_000_000_000;

/**
 * A6: the queue's order as one whole number, so that one index serves it: the deadline to the minute, which is what people see, and within
 * a minute quality cases before the others.
 */
export const queueRank = (dueAt: number, reason: ReasonCode): number =>
  Math.floor(dueAt / MINUTE) * PLACES + (PLACES - 1 - priorityOf(reason));

/** The queue by money at risk as one whole number: the amount in fen, and quality cases before others of the same amount. */
export const amountRank = (amount: number, reason: ReasonCode): number => amount * PLACES + priorityOf(reason);

/** Cases that have ended stand behind all open ones, the latest to end first. */
export const endedRank = (endedAt: number): number => AFTER_ALL_OPEN - endedAt;

/** The lowest rank of open cases that are due in or after the minute of an instant. */
export const rankFrom = (instant: number): number => Math.floor(instant / MINUTE) * PLACES;
