import { nodeId } from '@headwater/org-tree';
import { driftAt, driftClasses, type Drift } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { cutPage, readPage, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { costsThisMonth } from './costs-this-month.js';
import type { DriftFilter, DriftPage, DriftView } from './drift.types.js';
import { nodeIn, sourceOf } from './naming.js';
import { ownVersionOf } from './own-track.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';

/** P15: who overrides what, since when, and what it costs. Grows with what units have set, not with how many units there are. */
@Injectable()
export class DriftService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** By unit name, then field. */
  async list(actor: Actor, filter: DriftFilter, page?: PageInput | null): Promise<DriftPage> {
    const { first, after } = readPage(page);
    const state = await this.engine.current();
    const now = this.clock.now();
    const found = driftsFor(actor, state, filter, now);
    const rows = found.filter(({ class: of }) => filter.class == null || of === filter.class);
    const rest = after ? rows.slice(rows.findIndex((row) => idOf(row) === after.id) + 1) : rows;
    const { items, nextCursor } = cutPage(rest.slice(0, first + 1), first, (row) => ({ key: null, id: idOf(row) }));
    const byClass = driftClasses.map((of) => ({ class: of, count: found.filter((row) => row.class === of).length }));
    return { items: await this.present(actor, state, items, now), nextCursor, total: rows.length, byClass };
  }

  /** How many there are in all that the viewer reaches: the length of the list. */
  async count(actor: Actor): Promise<number> {
    return driftsFor(actor, await this.engine.current(), {}, this.clock.now()).length;
  }

  private async present(actor: Actor, state: PolicyState, rows: readonly Drift[], now: number): Promise<DriftView[]> {
    const units = [...new Set(rows.map((row) => row.nodeId))].map((id) => nodeIn(state, id));
    const costs = units.length === 0 ? new Map<string, number>() : await costsThisMonth(this.database.read, units, now);
    return rows.map((row) => ({ ...driftView(actor, state, row), costThisMonth: costs.get(row.nodeId) ?? 0 }));
  }
}

/** A field is set once at a unit. */
const idOf = ({ kind, nodeId: unit, field }: Drift): string => `${unit} ${kind} ${field}`;

const known = new WeakMap<PolicyState, { readonly until: number; readonly at: number; readonly drifts: readonly Drift[] }>();

/** All of the chain, reckoned once for each state of the rules and each stretch in which nothing begins or ends. */
function allDrifts(state: PolicyState, now: number): readonly Drift[] {
  const held = known.get(state);
  if (held && held.at <= now && now < held.until) return held.drifts;
  const { assignments, exemptions } = state.book;
  const facts = [...assignments.values(), ...exemptions.values()].filter(({ recordedTo }) => recordedTo === null);
  const turns = facts.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? Infinity]).filter((turn) => turn > now);
  const drifts = ownTracks(state, now)
    .flatMap(({ kind, nodeId: unit }) => driftAt(state.snapshot, kind, nodeId(unit), now))
    .sort((a, b) => compare(nodeIn(state, a.nodeId).name, nodeIn(state, b.nodeId).name) || compare(idOf(a), idOf(b)));
  known.set(state, { until: Math.min(Infinity, ...turns), at: now, drifts });
  return drifts;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The units that have anything on their own track, once for each kind; archived ones have no rules any more. */
function ownTracks(state: PolicyState, now: number) {
  const live = [...state.book.assignments.values()].filter(
    ({ track, recordedTo, nodeId: unit }) => track === 'own' && recordedTo === null && !isArchived(state, unit, now),
  );
  return [...new Map(live.map((row) => [`${row.nodeId} ${row.kind}`, row])).values()];
}

function isArchived({ tree }: PolicyState, unit: string, now: number): boolean {
  const position = tree.tree.positionOf(nodeId(unit));
  return position < 0 || now >= tree.tree.archivedFromAt(position);
}

const driftsFor = (actor: Actor, state: PolicyState, { within, kind, field }: DriftFilter, now: number): Drift[] =>
  allDrifts(state, now).filter((row) => {
    const target = targetAt(state.tree, row.nodeId);
    return (
      (kind == null || row.kind === kind) &&
      (field == null || row.field === field) &&
      (within == null || target.ancestors.some((ancestor) => ancestor === within)) &&
      may(actor, 'coverage.read', target)
    );
  });

function driftView(actor: Actor, state: PolicyState, row: Drift): Omit<DriftView, 'costThisMonth'> {
  const { kind, field, own, inherited, class: of, since, nodeId: unit } = row;
  const maySet = may(actor, 'rules.setOwn', targetAt(state.tree, unit));
  return {
    ...{ id: idOf(row), kind, field, own, inherited, class: of, since, node: nodeIn(state, unit) },
    inheritedSource: sourceOf(state, row.inheritedSource?.assignmentId ?? null),
    authorName: state.book.assignments.get(row.source.assignmentId)?.authorName ?? '',
    ownVersion: ownVersionOf(state, { kind, nodeId: unit }),
    allowedActions: maySet ? ['rules.setOwn'] : [],
  };
}
