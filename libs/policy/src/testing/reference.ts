import type { NodeId, TreeNode } from '@headwater/org-tree';
import type { Assignment, Directive, Exemption, Guard, PolicyVersion, Recorded, Suspension, Track } from '../facts/types.js';
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
  /** How far down the path it stands. */
  readonly depth: number;
  /** Where below it is lifted, each with its depth. */
  readonly liftedAt: readonly number[];
}

const holds = (fact: Recorded, at: Instant, knownAt: Epoch): boolean =>
  fact.from <= at && at < (fact.to ?? Infinity) && fact.recordedFrom <= knownAt && knownAt < (fact.recordedTo ?? Infinity);

export function referencePath(nodes: readonly TreeNode[], nodeId: NodeId): NodeId[] {
  const node = nodes.find(({ id }) => id === nodeId)!;
  return node.parentId === null ? [nodeId] : [...referencePath(nodes, node.parentId), nodeId];
}

/** The version on a track for everyone: the latest record among those that hold. */
export const referenceVersion = (world: World, nodeId: NodeId, track: Track, at: Instant, knownAt: Epoch) =>
  versionOf(world, lastOf(standing(world, nodeId, track, at, knownAt).filter(({ cohort }) => !cohort)));

/** The version on a track for one unit: the latest pilot with a root on its path, whoever else is assigned what. */
export function referenceVersionFor(
  world: World,
  path: readonly NodeId[],
  nodeId: NodeId,
  track: Track,
  at: Instant,
  knownAt: Epoch,
) {
  const all = standing(world, nodeId, track, at, knownAt);
  const pilot = lastOf(all.filter(({ cohort }) => (cohort ?? []).some((root) => path.includes(root))));
  return pilot ? versionOf(world, pilot) : referenceVersion(world, nodeId, track, at, knownAt);
}

const standing = (world: World, nodeId: NodeId, track: Track, at: Instant, knownAt: Epoch): Assignment[] =>
  world.assignments.filter((each) => each.nodeId === nodeId && each.track === track && holds(each, at, knownAt));

const versionOf = (world: World, assignment: Assignment | undefined): PolicyVersion | null =>
  world.versions.find(({ id }) => id === assignment?.versionId) ?? null;

function lastOf(all: readonly Assignment[]): Assignment | undefined {
  const rank = ({ recordedFrom, seq }: Assignment): number => recordedFrom * 1_000_000 + seq;
  return all.find((each) => all.every((other) => rank(other) <= rank(each)));
}

/** Whether a pilot names a unit among its cohort's roots, be it withdrawn or over. */
export const isCohortRoot = (world: World, nodeId: NodeId): boolean =>
  world.assignments.some(({ cohort }) => cohort?.includes(nodeId));

/** All that is said on a path, whatever the field, in order of rank from the weakest place to the nearest, and what is lifted there. */
interface Said {
  readonly path: readonly NodeId[];
  readonly versions: readonly { readonly nodeId: NodeId; readonly track: Track; readonly version: PolicyVersion }[];
  readonly exemptions: readonly Exemption[];
}

function saidTo(world: World, nodeId: NodeId, at: Instant, knownAt: Epoch): Said {
  const path = referencePath(world.nodes, nodeId);
  const versions = path.flatMap((node) =>
    (['library', 'own'] as const).flatMap((track) => {
      const version = referenceVersionFor(world, path, node, track, at, knownAt);
      return version ? [{ nodeId: node, track, version }] : [];
    }),
  );
  const exemptions = world.exemptions.filter((each) => path.includes(each.nodeId) && holds(each, at, knownAt));
  return { path, versions, exemptions };
}

function saidOf({ key }: Field, { path, versions, exemptions }: Said): Statement[] {
  const lifting = exemptions.filter(({ fields }) => fields.includes(key));
  return versions.flatMap(({ nodeId, track, version }) => {
    const directive = version.directives[key];
    const liftedAt = lifting.filter(({ ancestorId }) => ancestorId === nodeId).map((exemption) => path.indexOf(exemption.nodeId));
    return directive ? [{ nodeId, track, versionId: version.id, directive, depth: path.indexOf(nodeId), liftedAt }] : [];
  });
}

/** All that is said of a field on the path, in order of rank from the weakest place to the nearest. */
export const statements = (world: World, field: Field, nodeId: NodeId, at: Instant, knownAt: Epoch): Statement[] =>
  saidOf(field, saidTo(world, nodeId, at, knownAt));

export function referenceSuspension(world: World, nodeId: NodeId, at: Instant, knownAt: Epoch): Suspension | null {
  const path = referencePath(world.nodes, nodeId);
  const live = world.suspensions.filter((each) => path.includes(each.nodeId) && holds(each, at, knownAt));
  const rank = (each: Suspension) => [path.indexOf(each.nodeId), -each.recordedFrom];
  const first = live.filter((each) => live.every((other) => compare(rank(each), rank(other)) <= 0));
  return first.sort((a, b) => (a.id < b.id ? 1 : -1))[0] ?? null;
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((each, at) => each - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** Deeper than any unit. */
const END = Infinity;

/** Whether something said higher up was lifted before `depth`: an exemption acts at its unit before anything is said there. */
const isLifted = (statement: Statement, depth: number): boolean =>
  statement.liftedAt.some((lifted) => statement.depth < lifted && lifted <= depth);

/** A lock counts where no other that counts stands in its way. */
const locks = (said: readonly Statement[], at: number): boolean => said[at]!.directive.lock === true && isHeard(said, at);

/** Whoever speaks where no lock that counts holds any more or yet. */
const isHeard = (said: readonly Statement[], at: number): boolean =>
  said.slice(0, at).every((each, before) => !locks(said, before) || isLifted(each, said[at]!.depth));

/** A guard counts where something is left within it, the hard bounds, and all guards that hold there already. */
const isAccepted = (field: Field, said: readonly Statement[], at: number): boolean => {
  const { guard } = said[at]!.directive;
  if (!guard || !isHeard(said, at)) return false;
  const all = [...guardsAt(field, said.slice(0, at), said[at]!.depth), guard];
  const [min, max] = rangeOf(field, all);
  return field.options ? allowedOf(field, all).length > 0 : (min ?? -Infinity) <= (max ?? Infinity);
};

const guardsAt = (field: Field, said: readonly Statement[], depth: number): Guard[] =>
  said.filter((each, at) => isAccepted(field, said, at) && !isLifted(each, depth)).map(({ directive }) => directive.guard!);

export function referenceState(field: Field, said: readonly Statement[]): ReferenceState {
  const heard = said.flatMap((_, at) => (isHeard(said, at) ? [at] : []));
  const setAt = heard.filter((at) => said[at]!.directive.set !== undefined || said[at]!.directive.reset).at(-1);
  const setter = setAt === undefined ? null : said[setAt]!;
  const wanted = setter?.directive.set !== undefined ? setter.directive.set : field.default;
  const guards = guardsAt(field, said, END);
  const [min, max] = rangeOf(field, guards);
  const bends = heard.filter((at) => at >= (setAt ?? 0)).map((at) => guardsAt(field, said.slice(0, at + 1), said[at]!.depth));
  return {
    value: bends.reduce((value, each) => bent(value, each, field), wanted),
    source: setter ? { nodeId: setter.nodeId, track: setter.track, versionId: setter.versionId } : null,
    lock: said.find((each, at) => locks(said, at) && !isLifted(each, END))?.nodeId ?? null,
    ...{ min, max, allowed: field.options ? allowedOf(field, guards) : null },
  };
}

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

function bent(wanted: FieldValue, guards: readonly Guard[], field: Field): FieldValue {
  if (guards.length === 0) return wanted;
  const [min, max] = rangeOf(field, guards);
  const inside = (amount: number): number => Math.min(Math.max(amount, min ?? -Infinity), max ?? Infinity);
  if (typeof wanted === 'number') return inside(wanted);
  if (Array.isArray(wanted) && field.options) {
    const allowed = allowedOf(field, guards);
    const common = allowed.filter((entry) => (wanted as readonly unknown[]).includes(entry));
    return (common.length > 0 ? common : allowed) as FieldValue;
  }
  const mode = wanted as Mode;
  if ('cap' in mode) return { kind: mode.kind, cap: inside(mode.cap) };
  return { kind: mode.kind, flat: inside(mode.flat) };
}

/** A unit's state in every field that worlds of the kind speak of. */
export function referenceDocument(world: World, nodeId: NodeId, at: Instant, knownAt: Epoch): Record<string, ReferenceState> {
  const said = saidTo(world, nodeId, at, knownAt);
  return Object.fromEntries(fieldsOf(world.kind).map((field) => [field.key, referenceState(field, saidOf(field, said))]));
}
