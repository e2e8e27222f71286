import type { NodeId, TreeNode } from '@headwater/org-tree';
import type { Assignment, Directive, Guard, PolicyVersion, Recorded, Suspension, Track } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import type { Epoch, Instant } from '../time.js';
import type { FieldValue, Mode } from '../values/types.js';
import { fieldsOf } from './worlds.arbitrary.js';
import type { World } from './worlds.arbitrary.js';

/**
 * The rules of policy-semantics, told another way: filter everything that could matter, then pick. It keeps no running state, shares
 * no code with the engine, and is slow.
 */
export interface ReferenceState {
  readonly value: FieldValue;
  readonly source: { readonly nodeId: NodeId; readonly track: Track; readonly versionId: string } | null;
  readonly lock: NodeId | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly allowed: readonly string[] | null;
}

export interface Statement {
  readonly nodeId: NodeId;
  readonly track: Track;
  readonly versionId: string;
  readonly directive: Directive;
}

const holds = (fact: Recorded, at: Instant, knownAt: Epoch): boolean =>
  [fact.from <= at, at < (fact.to ?? Infinity), fact.recordedFrom <= knownAt, knownAt < (fact.recordedTo ?? Infinity)].every(
    Boolean,
  );

export function referencePath(nodes: readonly TreeNode[], nodeId: NodeId): NodeId[] {
  const node = nodes.find(({ id }) => id === nodeId)!;
  return node.parentId === null ? [nodeId] : [...referencePath(nodes, node.parentId), nodeId];
}

/** The version on a track: the latest record among those that hold. */
export function referenceVersion(world: World, nodeId: NodeId, track: Track, at: Instant, knownAt: Epoch): PolicyVersion | null {
  const rank = ({ recordedFrom, seq }: Assignment): number => recordedFrom * 1_000_000 + seq;
  const all = world.assignments.filter((each) => each.nodeId === nodeId && each.track === track && holds(each, at, knownAt));
  const last = all.find((each) => all.every((other) => rank(other) <= rank(each)));
  return world.versions.find(({ id }) => id === last?.versionId) ?? null;
}

/** All that is said of a field on the path, in order of rank from the weakest place to the nearest. */
export const statements = (world: World, field: Field, nodeId: NodeId, at: Instant, knownAt: Epoch): Statement[] =>
  referencePath(world.nodes, nodeId).flatMap((node) =>
    (['library', 'own'] as const).flatMap((track) => {
      const version = referenceVersion(world, node, track, at, knownAt);
      const directive = version?.directives[field.key];
      return version && directive ? [{ nodeId: node, track, versionId: version.id, directive }] : [];
    }),
  );

export function referenceSuspension(world: World, nodeId: NodeId, at: Instant, knownAt: Epoch): Suspension | null {
  const path = referencePath(world.nodes, nodeId);
  const live = world.suspensions.filter((each) => path.includes(each.nodeId) && holds(each, at, knownAt));
  const rank = (each: Suspension) => [path.indexOf(each.nodeId), -each.recordedFrom];
  const first = live.filter((each) => live.every((other) => compare(rank(each), rank(other)) <= 0));
  return first.sort((a, b) => (a.id < b.id ? 1 : -1))[0] ?? null;
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((each, at) => each - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

export function referenceState(field: Field, said: readonly Statement[]): ReferenceState {
  const lockAt = said.findIndex(({ directive }) => directive.lock);
  const heard = lockAt < 0 ? said : said.slice(0, lockAt + 1);
  const guards = heard.filter((_, at) => isAccepted(field, heard, at)).map(({ directive }) => directive.guard!);
  const setter = heard.filter(({ directive }) => directive.set !== undefined || directive.reset).at(-1);
  const wanted = setter?.directive.set !== undefined ? setter.directive.set : field.default;
  const [min, max] = rangeOf(field, guards);
  const allowed = field.options ? allowedOf(field, guards) : null;
  return {
    value: bent(wanted, guards.length > 0, min, max, allowed),
    source: setter ? { nodeId: setter.nodeId, track: setter.track, versionId: setter.versionId } : null,
    lock: said[lockAt]?.nodeId ?? null,
    ...{ min, max, allowed },
  };
}

/** A guard counts where something is left within it, the hard bounds, and all guards before it that count. */
const isAccepted = (field: Field, said: readonly Statement[], at: number): boolean => {
  const guard = said[at]?.directive.guard;
  if (!guard) return false;
  const earlier = said.slice(0, at).filter((_, before) => isAccepted(field, said, before));
  const all = [...earlier.map(({ directive }) => directive.guard!), guard];
  const [min, max] = rangeOf(field, all);
  return field.options ? allowedOf(field, all).length > 0 : (min ?? -Infinity) <= (max ?? Infinity);
};

const ends = (guards: readonly Guard[], end: 'min' | 'max'): number[] =>
  guards.flatMap((guard) => ('allowed' in guard ? [] : (guard[end] ?? [])));

function rangeOf(field: Field, guards: readonly Guard[]): [number | null, number | null] {
  const lows = [...ends(guards, 'min'), ...[field.bounds?.min ?? []].flat()];
  const highs = [...ends(guards, 'max'), ...[field.bounds?.max ?? []].flat()];
  return [lows.length > 0 ? Math.max(...lows) : null, highs.length > 0 ? Math.min(...highs) : null];
}

const allowedOf = (field: Field, guards: readonly Guard[]): string[] =>
  (field.options ?? [])
    .map(({ value }) => value)
    .filter((value) => guards.every((guard) => !('allowed' in guard) || guard.allowed.includes(value)));

function bent(
  wanted: FieldValue,
  guarded: boolean,
  min: number | null,
  max: number | null,
  allowed: readonly string[] | null,
): FieldValue {
  if (!guarded) return wanted;
  const inside = (amount: number): number => Math.min(Math.max(amount, min ?? -Infinity), max ?? Infinity);
  if (typeof wanted === 'number') return inside(wanted);
  if (Array.isArray(wanted) && allowed) {
    const common = allowed.filter((entry) => (wanted as readonly unknown[]).includes(entry));
    return (common.length > 0 ? common : allowed) as FieldValue;
  }
  const mode = wanted as Mode;
  if ('cap' in mode) return { kind: mode.kind, cap: inside(mode.cap) };
  return { kind: mode.kind, flat: inside(mode.flat) };
}

/** A unit's state in every field that worlds of the kind speak of. */
export const referenceDocument = (world: World, nodeId: NodeId, at: Instant, knownAt: Epoch): Record<string, ReferenceState> =>
  Object.fromEntries(
    fieldsOf(world.kind).map((field) => [field.key, referenceState(field, statements(world, field, nodeId, at, knownAt))]),
  );
