import { columnAt, type AncestorColumn } from '@headwater/access';
import { LEVELS, levels } from '../database/columns.js';

/** A subtree that changes its place: the depth of its top before, and the path it hangs under afterwards (HQ first, without the top). */
export interface Shift {
  readonly oldDepth: number;
  readonly above: readonly string[];
}

export interface Assignments {
  readonly sql: string;
  readonly params: readonly string[];
}

/**
 * The SET list that turns old ancestor columns into new ones: the path above from constants, the rest from what stood `oldDepth - above`
 * levels away. MySQL assigns from left to right and reads what it has just written, so each column is written after it was read: upwards
 * when the subtree rises, downwards when it sinks. SQLite does not mind.
 */
export function shiftAssignments({ oldDepth, above }: Shift): Assignments {
  const by = above.length - oldDepth;
  const inOrder = by > 0 ? [...levels].reverse() : levels;
  const params: string[] = [];
  const parts = inOrder.map((level) => {
    const constant = above[level];
    if (constant === undefined) return `${columnAt(level)} = ${sourceOf(level - by)}`;
    params.push(constant);
    return `${columnAt(level)} = ?`;
  });
  return { sql: parts.join(', '), params };
}

const sourceOf = (level: number): AncestorColumn | 'NULL' => (level < LEVELS ? columnAt(level) : 'NULL');
