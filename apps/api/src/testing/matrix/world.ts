import { ROLES, type Role } from '@headwater/access';
import type { NodeType } from '@headwater/org-tree';
import { Random } from './random.js';

export interface WorldUnit {
  readonly id: string;
  readonly parent: string | null;
  readonly type: NodeType;
  readonly depth: number;
}

export interface Held {
  readonly id: string;
  readonly role: Role;
  readonly unit: string;
}

/** Somebody who asks: a person with roles, or the holder of an order's link. */
export interface Asker {
  readonly held: readonly Held[];
  /** The one order of a buyer; null for a person of the chain. */
  readonly order: string | null;
}

export interface WorldPerson extends Asker {
  readonly id: string;
  /** Token of a session that is open. */
  readonly token: string;
}

export interface WorldBuyer extends Asker {
  readonly linkId: string;
}

/** Anything that belongs to one unit. */
export interface WorldRow {
  readonly id: string;
  readonly unit: string;
}

export interface WorldCase extends WorldRow {
  readonly order: string;
  readonly state: 'APPLIED' | 'REFUNDING' | 'CLOSED';
  readonly payoutFailed: boolean;
  /** What it has cost, in fen. */
  readonly cost: number;
}

/** A policy of a unit, and where it will hold from tomorrow. */
export interface WorldPolicy extends WorldRow {
  readonly assignment: string;
  readonly assignedTo: string;
}

/** A random chain with random people in it and rows everywhere. */
export interface World {
  readonly seed: number;
  readonly units: readonly WorldUnit[];
  readonly parentOf: ReadonlyMap<string, string | null>;
  readonly people: readonly WorldPerson[];
  readonly buyers: readonly WorldBuyer[];
  readonly orders: readonly WorldRow[];
  readonly cases: readonly WorldCase[];
  readonly events: readonly WorldRow[];
  readonly policies: readonly WorldPolicy[];
  /** All end soon. */
  readonly exemptions: readonly WorldRow[];
  readonly changeSets: readonly WorldRow[];
  /** All over. */
  readonly rollouts: readonly WorldRow[];
}

/** The ledger's line of a case. */
export const costLineOf = (caseId: string): string => caseId.replace('CASE', 'LINE');

/** The budget of a unit for the present month. */
export const budgetOf = (unit: string): string => `B${unit.slice(1)}`;

/** What is claimed for a case. */
export const claimOf = (caseId: string): string => caseId.replace('CASE', 'CLAM');

const MAX_DEPTH = 8;

/** Ids that say what they are, and are the same for the same seed. */
const idOf = (kind: string, index: number): string => kind + String(index).padStart(26 - kind.length, '0');

/** Deep and narrow as often as flat and wide; whoever has nobody below is a store. */
function makeUnits(random: Random): WorldUnit[] {
  const places: { id: string; parent: string | null; depth: number }[] = [{ id: idOf('UNIT', 0), parent: null, depth: 0 }];
  const size = 2 + random.below(40);
  const nearness = random.next();
  while (places.length < size) {
    const open = places.filter(({ depth }) => depth < MAX_DEPTH);
    const above = random.next() < nearness ? open.at(-1) : undefined;
    const { id, depth } = above ?? random.pick(open);
    places.push({ id: idOf('UNIT', places.length), parent: id, depth: depth + 1 });
  }
  const parents = new Set(places.map(({ parent }) => parent));
  return places.map((place) => ({
    ...place,
    type: place.parent === null ? 'headquarters' : parents.has(place.id) ? 'region' : 'store',
  }));
}

function makePeople(random: Random, units: readonly WorldUnit[]): WorldPerson[] {
  return Array.from({ length: 20 }, (_, index) => {
    const held = Array.from({ length: 1 + random.below(4) }, (_grant, nth) => ({
      id: idOf('ROLE', index * 10 + nth),
      role: random.pick(ROLES),
      unit: random.pick(units).id,
    }));
    return { id: idOf('PERSON', index), token: `token of ${String(index)} in this world`, held, order: null };
  });
}

const rowsAt = (random: Random, units: readonly WorldUnit[], kind: string, atMost: number): WorldRow[] =>
  random.many(atMost, (index) => ({ id: idOf(kind, index), unit: random.pick(units).id }));

const makePolicies = (random: Random, units: readonly WorldUnit[]): WorldPolicy[] =>
  rowsAt(random, units, 'POLICY', 20).map((row, index) => ({
    ...row,
    assignment: idOf('ASSIGNMENT', index),
    assignedTo: random.pick(units).id,
  }));

function makeCases(random: Random, orders: readonly WorldRow[]): WorldCase[] {
  if (orders.length === 0) return [];
  return random.many(30, (index) => {
    const { id: order, unit } = random.pick(orders);
    const state = random.pick(['APPLIED', 'REFUNDING', 'CLOSED'] as const);
    const payoutFailed = state === 'REFUNDING' && random.next() < 0.5;
    return { id: idOf('CASE', index), unit, order, state, payoutFailed, cost: 1 + random.below(3000) };
  });
}

const makeBuyers = (random: Random, orders: readonly WorldRow[]): WorldBuyer[] =>
  orders.length === 0
    ? []
    : random.many(4, (index) => ({ linkId: idOf('LINK', index), held: [], order: random.pick(orders).id }));

export function makeWorld(seed: number): World {
  const random = new Random(seed);
  const units = makeUnits(random);
  const parentOf = new Map(units.map(({ id, parent }) => [id, parent]));
  const people = makePeople(random, units);
  const [events, policies] = [rowsAt(random, units, 'EVENT', 60), makePolicies(random, units)];
  const orders = rowsAt(random, units, 'ORDER', 40);
  const [cases, buyers] = [makeCases(random, orders), makeBuyers(random, orders)];
  const exemptions = rowsAt(random, units, 'EXEMPTION', 20);
  const changeSets = rowsAt(random, units, 'CHANGE', 20);
  const rollouts = rowsAt(random, units, 'ROLLOUT', 20);
  return { seed, units, parentOf, people, buyers, orders, cases, events, policies, exemptions, changeSets, rollouts };
}
