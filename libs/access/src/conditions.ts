import type { NodeId } from '@headwater/org-tree';

/**
 * Where a permission holds, as data. The set is closed, and there is no "everywhere": HQ is `within` the root.
 * - `within`: the row belongs to this unit or to one below it.
 * - `at`: the row belongs to one of these very units.
 */
export type Condition = { readonly within: NodeId } | { readonly at: readonly NodeId[] };

/**
 * A row as access sees it: the units it stands under, one place a level (a0…a8). `ancestors[d]` is the ancestor-or-self of
 * the row's unit at depth d, null or absent below that unit.
 */
export interface ScopedRow {
  readonly ancestors: readonly (NodeId | null)[];
}

/** The unit a row belongs to: its deepest ancestor-or-self; null for a row that hangs nowhere. */
export function ownNodeOf(row: ScopedRow): NodeId | null {
  return row.ancestors.findLast((node) => node !== null) ?? null;
}

/** The condition as a question about one row. `toSql` asks the database the same. */
export function toPredicate(condition: Condition): (row: ScopedRow) => boolean {
  if ('within' in condition) return ({ ancestors }) => ancestors.includes(condition.within);
  return (row) => {
    const own = ownNodeOf(row);
    return own !== null && condition.at.includes(own);
  };
}
