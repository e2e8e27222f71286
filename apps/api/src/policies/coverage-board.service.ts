import { nodeId } from '@headwater/org-tree';
import { coverageOf, stateOf, type PolicyDocument, type PolicySnapshot } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { scopeRoots } from '../auth/scope.js';
import { Clock } from '../common/clock.js';
import { cutPage, readPage, type Cursor, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import type { NodeFacts } from '../tree/tree-snapshot.js';
import { costsThisMonth } from './costs-this-month.js';
import type { CoveragePageView, CoverageRowView } from './coverage.types.js';
import { liveAt } from './live.js';
import { bindsOwn, nodeIn, sourceOf } from './naming.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { suspendedHere } from './suspension.service.js';

const kind = 'returnShippingSubsidy' as const;

/** Branches by the state of their free returns. */
export interface CoverageFigures {
  readonly branches: number;
  readonly on: number;
  readonly suspended: number;
}

interface Moment {
  readonly state: PolicyState;
  readonly snapshot: PolicySnapshot;
  readonly at: number;
  readonly isNow: boolean;
}

/** The coverage board: the units below one, each with its counts, its source and its cost (P3–P6). */
@Injectable()
export class CoverageBoardService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Units right below one; without one, the highest the viewer reaches. @throws NotFound, Forbidden */
  async list(actor: StaffActor, parentId: string | null, at: number | null, page?: PageInput | null): Promise<CoveragePageView> {
    const { first, after } = readPage(page);
    const moment = await this.momentOf(at);
    const { tree } = moment.state;
    if (parentId !== null) authorize(actor, 'coverage.read', targetAt(tree, parentId));
    const ids = parentId === null ? scopeRoots(actor, 'coverage.read') : tree.tree.childrenOf(nodeId(parentId));
    const units = ids.map((id) => tree.require(id)).filter(holdsBranches);
    const rows = units.sort(byName).filter((unit) => !after || comesAfter(unit, after));
    const { items, nextCursor } = cutPage(rows.slice(0, first + 1), first, ({ name, id }) => ({ key: name, id }));
    return { items: await this.rowsOf(actor, moment, items), nextCursor, total: units.length };
  }

  /** Figures over all that the viewer reaches. */
  async figures(actor: StaffActor): Promise<CoverageFigures> {
    const { snapshot, at } = await this.momentOf(null);
    const counts = coverageOf(snapshot, scopeRoots(actor, 'coverage.read'), at);
    const sum = (key: keyof CoverageFigures) => counts.reduce((total, each) => total + each[key], 0);
    return { branches: sum('branches'), on: sum('on'), suspended: sum('suspended') };
  }

  private async momentOf(at: number | null): Promise<Moment> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const instant = at ?? now;
    return { state, snapshot: await this.engine.snapshotAt(state, instant, now), at: instant, isNow: at === null };
  }

  private async rowsOf(actor: StaffActor, moment: Moment, units: readonly NodeFacts[]): Promise<CoverageRowView[]> {
    const ids = units.map(({ id }) => id);
    const counts = coverageOf(moment.snapshot, ids, moment.at);
    const costs = await costsThisMonth(this.database.read, units, this.clock.now());
    return units.map((unit, index) => ({
      ...(counts[index] ?? { branches: 0, on: 0, off: 0, suspended: 0 }),
      ...rowOf(actor, moment, unit),
      costThisMonth: costs.get(unit.id) ?? 0,
    }));
  }
}

type RowState = Omit<CoverageRowView, 'branches' | 'on' | 'off' | 'suspended' | 'costThisMonth'>;

function rowOf(actor: StaffActor, { state, snapshot, at, isNow }: Moment, unit: NodeFacts): RowState {
  const document = resolveIn(snapshot, kind, unit.id, at);
  const enabled = stateOf(document, 'enabled');
  const lock = enabled?.lock ?? null;
  const isLocked = bindsOwn(state, { kind, field: 'enabled', nodeId: unit.id, at }, lock);
  return {
    node: unit,
    state: document.suspension ? 'suspended' : document.on ? 'on' : 'off',
    source: sourceOf(state, enabled?.source?.assignmentId ?? null),
    customised: saysAnything(state, unit, at),
    lockedBy: isLocked && lock !== null ? nodeIn(state, lock) : null,
    cap: document.values.mode,
    expandable: state.tree.tree.childrenOf(unit.id).some((id) => holdsBranches(state.tree.require(id))),
    allowedActions: isNow ? actionsOf(actor, state, unit, document, isLocked, at) : [],
  };
}

const saysAnything = ({ snapshot }: PolicyState, { id }: NodeFacts, at: number): boolean =>
  (['library', 'own'] as const).some(
    (track) => Object.keys(liveAt(snapshot.factsOf(kind, id), track, at)?.version?.directives ?? {}).length > 0,
  );

/** What would have an effect here and is this viewer's to do. */
function actionsOf(
  actor: StaffActor,
  state: PolicyState,
  unit: NodeFacts,
  { values, suspension }: PolicyDocument<typeof kind>,
  isLocked: boolean,
  now: number,
): string[] {
  const isSuspendedHere = suspendedHere(state, unit.id, now) !== undefined;
  const sensible = {
    'coverage.turnOn': !values.enabled && !isLocked,
    'coverage.turnOff': values.enabled && !isLocked,
    'coverage.suspend': suspension === null,
    'coverage.resume': isSuspendedHere,
  } as const;
  const target = targetAt(state.tree, unit.id);
  return (Object.keys(sensible) as (keyof typeof sensible)[]).filter((key) => sensible[key] && may(actor, key, target));
}

/** Suppliers have no branches below them, and what is archived has no rules. */
const holdsBranches = ({ type, archivedAt }: NodeFacts): boolean => type !== 'supplier' && archivedAt === null;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a: NodeFacts, b: NodeFacts): number => compare(a.name, b.name) || compare(a.id, b.id);
const comesAfter = ({ name, id }: NodeFacts, cursor: Cursor): boolean =>
  (compare(name, String(cursor.key)) || compare(id, cursor.id)) > 0;
