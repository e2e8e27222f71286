import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { isPlainKey, pressOf, useLetterKeys } from '../../shared/keyboard';

const ROW = '[role="row"][aria-level]';

const rowsOf = (grid: HTMLElement) => [...grid.querySelectorAll<HTMLElement>(ROW)];
const levelOf = (row: HTMLElement) => Number(row.getAttribute('aria-level'));

/** Only one row is in the tab order: the one that had the focus last. */
function focusRow(grid: HTMLElement, row: HTMLElement | undefined): void {
  if (!row) return;
  for (const each of rowsOf(grid)) each.tabIndex = each === row ? 0 : -1;
  row.focus();
}

/** The focus goes to a row that something else than a key leads to, and the row into view. */
export function goToRow(row: HTMLElement): void {
  const grid = row.closest<HTMLElement>('[role="treegrid"]');
  if (grid) focusRow(grid, row);
  row.scrollIntoView({ block: 'center' });
}

const parentOf = (rows: readonly HTMLElement[], at: number, level: number) =>
  rows.slice(0, at).findLast((each) => levelOf(each) === level - 1);

/** The next row, after this one and round again, whose name starts with the letter typed. */
const named = (rows: readonly HTMLElement[], at: number, letter: string) =>
  [...rows.slice(at + 1), ...rows.slice(0, at)].find((each) =>
    each.dataset['name']?.toLowerCase().startsWith(letter.toLowerCase()),
  );

/** `Right` opens a row, then goes in; `Left` closes it, then goes out. */
function turn(grid: HTMLElement, row: HTMLElement, inwards: boolean): void {
  const rows = rowsOf(grid);
  const at = rows.indexOf(row);
  const expanded = row.getAttribute('aria-expanded');
  const next = rows[at + 1];
  if (expanded === String(!inwards)) row.querySelector<HTMLElement>('[data-tree-toggle]')?.click();
  else if (!inwards) focusRow(grid, parentOf(rows, at, levelOf(row)));
  else if (expanded === 'true' && next && levelOf(next) > levelOf(row)) focusRow(grid, next);
}

interface TreeGridKeys {
  readonly ref: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Keys of a tree table (WAI-ARIA treegrid, by rows): arrows, `Home`, `End`, `Enter` to choose, `Space` to choose or to take out of what is chosen, letters to jump. */
export function useTreeGridKeys(): TreeGridKeys {
  const ref = useRef<HTMLTableElement>(null);
  const [letters] = useLetterKeys();

  const press = (grid: HTMLElement, row: HTMLElement, key: string): boolean => {
    const rows = rowsOf(grid);
    const at = rows.indexOf(row);
    if (key === 'ArrowDown') focusRow(grid, rows[at + 1]);
    else if (key === 'ArrowUp') focusRow(grid, rows[at - 1]);
    else if (key === 'Home') focusRow(grid, rows[0]);
    else if (key === 'End') focusRow(grid, rows.at(-1));
    else if (key === 'ArrowRight' || key === 'ArrowLeft') turn(grid, row, key === 'ArrowRight');
    else if (key === ' ') (row.querySelector<HTMLElement>('[data-tree-part]') ?? row).click();
    else if (key === 'Enter') row.click();
    else if (letters && key.length === 1) focusRow(grid, named(rows, at, key));
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!ref.current || !(target instanceof HTMLElement) || !target.matches(ROW) || !isPlainKey(pressOf(event))) return;
    if (press(ref.current, target, event.key)) event.preventDefault();
  };
  return { ref, onKeyDown };
}
