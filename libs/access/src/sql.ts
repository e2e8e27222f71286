import type { NodeId } from '@headwater/org-tree';

import type { AbilityRule } from './ability.js';
import type { Condition } from './conditions.js';
import { topMost, type OrgPaths } from './grants.js';

/** Columns beside every scoped row, one a level: the root, and the eight levels under it (O2). */
export const ANCESTOR_COLUMNS = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'] as const;
export type AncestorColumn = (typeof ANCESTOR_COLUMNS)[number];

export interface SqlScope {
  /** With `?` in place of values; safe to stand beside AND. */
  readonly sql: string;
  readonly params: readonly NodeId[];
}

export interface SqlOptions {
  /** Table alias the ancestor columns are read from: letters, digits and _. */
  readonly alias: string;
  readonly tree: OrgPaths;
}

/**
 * The rules as one condition over a table with ancestor columns; null = nothing is allowed, so there is nothing to ask.
 * @throws RangeError for an alias that is no plain name; TypeError for a rule that forbids or has no condition
 */
export function toSql(rules: readonly AbilityRule[], options: SqlOptions): SqlScope | null {
  const branches = toBranches(rules, options);
  const [first] = branches;
  if (!first) return null;
  if (branches.length === 1) return first;
  return { sql: `(${branches.map(({ sql }) => sql).join(' OR ')})`, params: branches.flatMap(({ params }) => params) };
}

/**
 * The same as alternatives of which no two hold for one row: lists ask each with its own index and limit and put them together
 * by UNION ALL. Rules at units inside another rule's subtree are dropped.
 */
export function toBranches(rules: readonly AbilityRule[], { alias, tree }: SqlOptions): SqlScope[] {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(alias)) throw new RangeError(`not a table alias: ${alias}`);
  const conditions = rules.map(conditionOf);
  const roots = topMost(
    conditions.flatMap((condition) => ('within' in condition ? [condition.within] : [])),
    tree,
  );
  const singles = new Set(conditions.flatMap((condition) => ('at' in condition ? condition.at : [])));
  const outside = [...singles].filter((node) => tree.has(node) && !tree.pathOf(node).some((above) => roots.includes(above)));
  return [...roots.map((node) => within(node, alias, tree)), ...outside.map((node) => at(node, alias, tree))];
}

function conditionOf({ conditions, inverted }: AbilityRule): Condition {
  if (!conditions || inverted) throw new TypeError('access knows only rules that allow, each with a condition');
  return conditions;
}

function within(node: NodeId, alias: string, tree: OrgPaths): SqlScope {
  return { sql: `${alias}.${columnAt(tree.pathOf(node).length - 1)} = ?`, params: [node] };
}

function at(node: NodeId, alias: string, tree: OrgPaths): SqlScope {
  const depth = tree.pathOf(node).length - 1;
  const below = ANCESTOR_COLUMNS[depth + 1];
  const own = `${alias}.${columnAt(depth)} = ?`;
  return { sql: below ? `(${own} AND ${alias}.${below} IS NULL)` : own, params: [node] };
}

/** The column of a level. @throws RangeError below level 8 */
export function columnAt(depth: number): AncestorColumn {
  const column = ANCESTOR_COLUMNS[depth];
  if (!column) throw new RangeError(`no ancestor column for level ${depth}`);
  return column;
}
