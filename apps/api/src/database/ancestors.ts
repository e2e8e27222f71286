import { RefColumn } from './columns.js';

/** Ids of the selling node and of all above it, HQ first: `a0` is HQ, `a<depth>` the node itself, the rest null. */
export abstract class Ancestors {
  @RefColumn({ nullable: true }) a0: string | null;
  @RefColumn({ nullable: true }) a1: string | null;
  @RefColumn({ nullable: true }) a2: string | null;
  @RefColumn({ nullable: true }) a3: string | null;
  @RefColumn({ nullable: true }) a4: string | null;
  @RefColumn({ nullable: true }) a5: string | null;
  @RefColumn({ nullable: true }) a6: string | null;
  @RefColumn({ nullable: true }) a7: string | null;
  @RefColumn({ nullable: true }) a8: string | null;
}

export type AncestorColumns = Pick<Ancestors, 'a0' | 'a1' | 'a2' | 'a3' | 'a4' | 'a5' | 'a6' | 'a7' | 'a8'>;

/** The nine columns for a path (HQ first, the node last). */
export function ancestorColumns(path: readonly string[]): AncestorColumns {
  const at = (level: number) => path[level] ?? null;
  return { a0: at(0), a1: at(1), a2: at(2), a3: at(3), a4: at(4), a5: at(5), a6: at(6), a7: at(7), a8: at(8) };
}

/** The path back from the columns, HQ first. */
export function ancestorPath(row: AncestorColumns): (string | null)[] {
  return [row.a0, row.a1, row.a2, row.a3, row.a4, row.a5, row.a6, row.a7, row.a8];
}
