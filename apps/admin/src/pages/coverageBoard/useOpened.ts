import { useState } from 'react';
import type { CoverageRow } from './documents';
import type { Find } from './useFind';

export interface Opened {
  readonly isOpen: (row: CoverageRow, openAtFirst: boolean) => boolean;
  readonly turn: (row: CoverageRow, open: boolean) => void;
  /** What was opened on the way to a unit stays open until it is closed by hand. */
  readonly keepWay: () => void;
}

/** Which rows are open: those opened by hand and, while a unit is looked for, all on the way down to it. */
export function useOpened({ path, soughtId }: Find): Opened {
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const way = path.slice(0, -1).map(({ node }) => node.id);
  return {
    isOpen: ({ node, expandable }, openAtFirst) =>
      expandable && ((soughtId !== null && way.includes(node.id)) || (turned.get(node.id) ?? openAtFirst)),
    turn: ({ node }, open) => setTurned(new Map(turned).set(node.id, open)),
    keepWay: () => setTurned(new Map([...turned, ...way.map((id) => [id, true] as const)])),
  };
}

/**
 * Rows below a unit with the one that the way to the found unit goes through. Where its page has not come yet it stands behind those
 * that have: the pages go by name, so that is where it belongs.
 */
export function withFound(rows: readonly CoverageRow[], path: readonly CoverageRow[], parentId: string): readonly CoverageRow[] {
  const next = path[path.findIndex(({ node }) => node.id === parentId) + 1];
  const isOnTheWay = path.some(({ node }) => node.id === parentId);
  if (!isOnTheWay || !next || rows.some(({ node }) => node.id === next.node.id)) return rows;
  return [...rows, next];
}

/** The highest rows, with the one above the found unit where there are so many that its page has not come. */
export function rootsWithFound(roots: readonly CoverageRow[], path: readonly CoverageRow[]): readonly CoverageRow[] {
  const [top] = path;
  const onTheWay = new Set(path.map(({ node }) => node.id));
  return top === undefined || roots.some(({ node }) => onTheWay.has(node.id)) ? roots : [...roots, top];
}
