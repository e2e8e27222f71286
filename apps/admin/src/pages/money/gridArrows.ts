import type { KeyboardEvent } from 'react';

const CELL = '[data-cell]';

const moves: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Rows and columns of what can be pressed; an empty cell is passed over. */
function neighbour(from: HTMLElement, [rows, columns]: readonly [number, number]): HTMLElement | null {
  const row = from.closest('tr');
  if (columns !== 0) {
    const cells = [...(row?.querySelectorAll<HTMLElement>(CELL) ?? [])];
    return cells[cells.indexOf(from) + columns] ?? null;
  }
  const all = [...(row?.closest('table')?.querySelectorAll<HTMLElement>(CELL) ?? [])];
  const same = all.filter((cell) => cell.dataset['cell'] === from.dataset['cell']);
  return same[same.indexOf(from) + rows] ?? null;
}

/** Arrow keys between the figures of a table whose cells are buttons marked `data-cell` with their column; `Enter` presses. */
export function moveInGrid(event: KeyboardEvent): void {
  const move = moves[event.key];
  const { target } = event;
  if (!move || !(target instanceof HTMLElement) || !target.matches(CELL)) return;
  const next = neighbour(target, move);
  if (!next) return;
  event.preventDefault();
  target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
