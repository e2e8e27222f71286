import { Ability as CaslAbility, type RawRuleFrom, type RuleOf } from '@casl/ability';

import { toPredicate, type Condition, type ScopedRow } from './conditions.js';
import type { Grant, OrgPaths } from './grants.js';
import { partsOf, PERMISSIONS, SUBJECTS, VERBS, type Permission, type SubjectName, type Verb } from './permissions.js';
import { ROLE_PERMISSIONS, ROLES, type Role } from './roles.js';

/** A row together with what it is. CASL would otherwise write the subject's name onto the row. */
interface SubjectRow extends ScopedRow {
  readonly kind: SubjectName;
}

type Actions = [Verb, SubjectName | SubjectRow];
export type Ability = CaslAbility<Actions, Condition>;
export type AbilityRule = RuleOf<Ability>;
type RawAbilityRule = RawRuleFrom<Actions, Condition>;

/** A policy in an ancestor's library is there to be read and used by those below, as its rules flow down to them (P2). */
const SHARED_DOWNWARD: ReadonlySet<Permission> = new Set<Permission>(['policy.read', 'policy.assign']);

interface Allowance {
  readonly subject: SubjectName;
  readonly action: Verb[];
}

function bySubject(permissions: readonly Permission[]): Allowance[] {
  return SUBJECTS.flatMap((subject) => {
    const action = permissions.map(partsOf).flatMap(([of, verb]) => (of === subject ? [verb] : []));
    return action.length > 0 ? [{ subject, action }] : [];
  });
}

interface Allowances {
  readonly below: readonly Allowance[];
  readonly above: readonly Allowance[];
}

function allowancesOf(role: Role): Allowances {
  const permissions = ROLE_PERMISSIONS[role];
  return {
    below: bySubject(permissions),
    above: bySubject(permissions.filter((permission) => SHARED_DOWNWARD.has(permission))),
  };
}

/** Worked out once: an ability is made for every request. */
const allowances: ReadonlyMap<Role, Allowances> = new Map(ROLES.map((role) => [role, allowancesOf(role)]));

/**
 * The CASL rules of these grants (X1). A grant reaches its unit's subtree and nothing else, except that policies of the units
 * above can be read and used. No rule is without a condition; a grant at a unit the tree does not know gives nothing.
 */
export function abilityFor(grants: readonly Grant[], tree: OrgPaths): Ability {
  const rules = grants.filter((grant) => tree.has(grant.nodeId)).flatMap((grant) => rulesOf(grant, tree));
  return new CaslAbility<Actions, Condition>(rules, {
    conditionsMatcher: (condition) => toPredicate(condition) as (row: object) => boolean,
    detectSubjectType: (row) => row.kind,
  });
}

function rulesOf({ role, nodeId }: Grant, tree: OrgPaths): RawAbilityRule[] {
  const { below, above } = allowances.get(role) ?? allowancesOf(role);
  const path = above.length > 0 ? tree.pathOf(nodeId).slice(0, -1) : [];
  const within = below.map((allowance) => ({ ...allowance, conditions: { within: nodeId } }));
  return path.length > 0 ? [...within, ...above.map((allowance) => ({ ...allowance, conditions: { at: path } }))] : within;
}

/** Whether the permission holds for this row. */
export function can(ability: Ability, permission: Permission, row: ScopedRow): boolean {
  const [subject, verb] = partsOf(permission);
  return ability.can(verb, { kind: subject, ancestors: row.ancestors });
}

/** Whether the permission holds for some row, wherever that may be. Never an answer about a record. */
export function canSomewhere(ability: Ability, permission: Permission): boolean {
  return rulesFor(ability, permission).length > 0;
}

/** Every permission held somewhere. */
export function permissionsOf(ability: Ability): Permission[] {
  return PERMISSIONS.filter((permission) => canSomewhere(ability, permission));
}

/** The verbs allowed on this row, as permission keys in the order of `VERBS`: the access half of `allowedActions`. */
export function allowedOn(ability: Ability, subject: SubjectName, row: ScopedRow): Permission[] {
  const all = VERBS[subject].map((verb) => `${subject}.${verb}` as Permission);
  return all.filter((permission) => can(ability, permission, row));
}

/** The rules that give the permission; what `can` asks of a row, `toSql` asks of the database. */
export function rulesFor(ability: Ability, permission: Permission): readonly AbilityRule[] {
  const [subject, verb] = partsOf(permission);
  return ability.rulesFor(verb, subject);
}
