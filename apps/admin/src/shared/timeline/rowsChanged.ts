import { lineChanges, type LineChange } from '../difference';
import type { RuleField } from '../rules';

/** A value in words: one line, and the rows of its table. */
interface Told {
  readonly text: string;
  readonly lines: readonly string[];
}

/** In which rows a table differs from what it was before; null of a value that its line tells whole. */
export function rowsChanged(field: Pick<RuleField, 'type'>, before: Told | null, now: Told): readonly LineChange[] | null {
  if (before === null || !(field.type.startsWith('table.') || before.text === now.text)) return null;
  const changes = lineChanges(before.lines, now.lines);
  return changes.length === 0 ? null : changes;
}

/** A row that became another one is gone and new, and yet one row. */
export function countOf(changes: readonly LineChange[]): number {
  const added = changes.filter(({ change }) => change === 'added').length;
  return Math.max(added, changes.length - added);
}
