import { nodeId } from '@headwater/org-tree';
import { driftAt, driftClasses, type Drift } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { isWithin, may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { pageOf, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { costsThisMonth } from './costs-this-month.js';
import type { DriftFieldCount, DriftFilter, DriftPage, DriftView } from './drift.types.js';
import { nodeIn, sourceOf } from './naming.js';
import { ownVersionOf } from './own-track.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { spokenPlaces } from './spoken-places.js';
import { steady } from './steady.js';

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
    const state = await this.engine.current();
    const now = this.clock.now();
    const anyField = driftsFor(actor, state, { ...filter, field: null }, now);
    const found = anyField.filter(({ field }) => filter.field == null || field === filter.field);
    const rows = found.filter(({ class: of }) => filter.class == null || of === filter.class);
    const { items, ...rest } = pageOf(rows, page, (row) => ({ key: nodeIn(state, row.nodeId).name, id: idOf(row) }));
    const byClass = driftClasses.map((of) => ({ class: of, count: found.filter((row) => row.class === of).length }));
    return { items: await this.present(actor, state, items, now), ...rest, byClass, byField: countsByField(anyField) };
  }

  /** How many there are in all that the viewer reaches: the length of the list. */
  async count(actor: Actor, within: string | null): Promise<number> {
    return driftsFor(actor, await this.engine.current(), { within }, this.clock.now()).length;
  }

  private async present(actor: Actor, state: PolicyState, rows: readonly Drift[], now: number): Promise<DriftView[]> {
    const units = [...new Set(rows.map((row) => row.nodeId))].map((id) => nodeIn(state, id));
    const costs = units.length === 0 ? new Map<string, number>() : await costsThisMonth(this.database.read, units, now);
    return rows.map((row) => ({ ...driftView(actor, state, row, now), costThisMonth: costs.get(row.nodeId) ?? 0 }));
  }
}

/** A field is set once at a unit. */
const idOf = ({ kind, nodeId: unit, field }: Drift): string => `${unit} ${kind} ${field}`;

/** All of the chain. */
const allDrifts = steady((state, now): readonly Drift[] =>
  ownTracks(state, now).flatMap(({ kind, nodeId: unit }) => driftAt(state.snapshot, kind, nodeId(unit), now)),
);

/** The units that have anything on their own track, once for each kind. */
const ownTracks = (state: PolicyState, now: number) => spokenPlaces(state, now, ({ track }) => track === 'own');

const driftsFor = (actor: Actor, state: PolicyState, { within, kind, field }: DriftFilter, now: number): Drift[] =>
  allDrifts(state, now).filter(
    (row) =>
      (kind == null || row.kind === kind) &&
      (field == null || row.field === field) &&
      isWithin(state.tree, row.nodeId, within) &&
      may(actor, 'coverage.read', targetAt(state.tree, row.nodeId)),
  );

function countsByField(drifts: readonly Drift[]): DriftFieldCount[] {
  const counts = new Map<string, DriftFieldCount>();
  for (const { kind, field } of drifts) {
    const key = `${kind} ${field}`;
    counts.set(key, { kind, field, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1));
}

/** The last end of the exemptions that free the field here now; they lift nothing while the unit stands elsewhere (P12). */
function agreedUntil(state: PolicyState, { kind, nodeId: unit, field }: Drift, now: number): number | null {
  const ends = state.snapshot
    .exemptionsOn(kind, nodeId(unit), now)
    .filter(({ fields, ancestorId }) => fields.includes(field) && isWithin(state.tree, unit, ancestorId))
    .map(({ to }) => to);
  return ends.length === 0 ? null : Math.max(...ends);
}

function driftView(actor: Actor, state: PolicyState, row: Drift, now: number): Omit<DriftView, 'costThisMonth'> {
  const { kind, field, own, inherited, class: of, since, nodeId: unit } = row;
  const maySet = may(actor, 'rules.setOwn', targetAt(state.tree, unit));
  return {
    ...{ id: idOf(row), kind, field, own, inherited, class: of, since, node: nodeIn(state, unit) },
    inheritedSource: sourceOf(state, row.inheritedSource?.assignmentId ?? null),
    authorName: state.book.assignments.get(row.source.assignmentId)?.authorName ?? '',
    agreedUntil: agreedUntil(state, row, now),
    ownVersion: ownVersionOf(state, { kind, nodeId: unit }),
    allowedActions: maySet ? ['rules.setOwn'] : [],
  };
}
