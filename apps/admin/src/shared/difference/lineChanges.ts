export interface LineChange {
  readonly change: 'removed' | 'added';
  readonly line: string;
}

/** How long the longest common run of lines is from each pair of places on. */
function commonFrom(old: readonly string[], now: readonly string[]): (i: number, j: number) => number {
  const width = now.length + 1;
  const lengths = new Array<number>((old.length + 1) * width).fill(0);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}

/** The lines in which two tables differ, in their order: the first match decides, so one that moved is gone here and new there. */
export function lineChanges(old: readonly string[], now: readonly string[]): readonly LineChange[] {
  const common = commonFrom(old, now);
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]];
    if (was !== undefined && was === is) {
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || common(i + 1, j) >= common(i, j + 1))) {
      changes.push({ change: 'removed', line: was });
      i += 1;
    } else if (is !== undefined) {
      changes.push({ change: 'added', line: is });
      j += 1;
    }
  }
  return changes;
}
