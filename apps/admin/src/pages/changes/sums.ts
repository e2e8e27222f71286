import type { ChangeSet } from './documents';

/** Short enough to be read aloud; the whole code goes with the approval. */
export const shortCode = (hash: string): string => hash.slice(0, 6).toUpperCase();

/** How much stands against carrying a set out. */
export const checksOf = ({ impact }: ChangeSet): number =>
  impact === null ? 0 : impact.problems.length + impact.conflicts.length + Number(impact.datePassed);
