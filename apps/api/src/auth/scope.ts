import { rulesFor, toBranches, toSql, topMost, type Permission, type SqlScope } from '@headwater/access';
import type { NodeId } from '@headwater/org-tree';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Actor, StaffActor } from './actor.js';

const EVERYTHING: SqlScope = { sql: '1 = 1', params: [] };

/**
 * The rows of a list an actor may see, as a condition on the ancestor columns of `alias`: the same CASL rules that `authorize` asks.
 * Null: none at all. A buyer has no lists; what belongs to his order is found by the order.
 */
export function scopeSql(actor: Actor, permission: Permission, alias: string): SqlScope | null {
  if (actor.kind === 'system') return EVERYTHING;
  if (actor.kind === 'buyer') return null;
  return toSql(rulesFor(actor.ability, permission), { alias, tree: actor.snapshot });
}

/** The same as disjoint alternatives, one query each: a list over several units is their UNION ALL. Empty: nothing at all. */
export function scopeBranches(actor: Actor, permission: Permission, alias: string): SqlScope[] {
  if (actor.kind === 'system') return [EVERYTHING];
  if (actor.kind === 'buyer') return [];
  return toBranches(rulesFor(actor.ability, permission), { alias, tree: actor.snapshot });
}

/** Narrows a query to a scope; `null` finds nothing. */
export function applyScope<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, scope: SqlScope | null): SelectQueryBuilder<T> {
  const { sql, params } = namedScope(scope);
  return query.andWhere(sql, params);
}

/** A scope with names for its values, as a query builder wants them; two scopes of one query have two prefixes. */
export function namedScope(scope: SqlScope | null, prefix = 'scope'): { sql: string; params: Record<string, NodeId> } {
  if (scope === null) return { sql: '1 = 0', params: {} };
  let next = 0;
  const sql = scope.sql.replaceAll('?', () => `:${prefix}${String(next++)}`);
  return { sql, params: Object.fromEntries(scope.params.map((value, index) => [`${prefix}${String(index)}`, value])) };
}

/** The highest units under which the actor holds the permission; the first is the highest of all. */
export function scopeRoots(actor: StaffActor, permission: Permission): NodeId[] {
  const within = rulesFor(actor.ability, permission).flatMap(({ conditions }) =>
    conditions && 'within' in conditions ? [conditions.within] : [],
  );
  const { tree } = actor.snapshot;
  return topMost(within, tree).sort((a, b) => tree.depthOf(a) - tree.depthOf(b));
}
