import { nodeId } from '@headwater/org-tree';
import { coverageOf, stateOf, type PolicyDocument, type PolicySnapshot } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { scopeRoots } from '../auth/scope.js';
import { rootsWithin } from '../auth/within.js';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { pageOf, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import type { NodeFacts } from '../tree/tree-snapshot.js';
import { costsThisMonth } from './costs-this-month.js';
import type { CoveragePageView, CoverageRowView } from './coverage.types.js';
import { liveAt } from './live.js';
import { bindsOwn, nodeIn, sourceOf } from './naming.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { suspendedHere, suspensionPlanned } from './suspension.service.js';

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
    const moment = await this.momentOf(at);
    const { tree } = moment.state;
    if (parentId !== null) authorize(actor, 'coverage.read', targetAt(tree, parentId));
    const ids = parentId === null ? scopeRoots(actor, 'coverage.read') : tree.tree.childrenOf(nodeId(parentId));
    const units = ids.map((id) => tree.require(id)).filter((unit) => holdsBranches(unit) && !wasArchived(moment, unit));
    const { items, ...rest } = pageOf(units, page, ({ name, id }) => ({ key: name, id }));
    return { items: await this.rowsOf(actor, moment, items), ...rest };
  }

  /**
   * The rows on the way down to a unit, the highest that the viewer reaches first: a handful however wide the chain is, so that a board
   * that comes in pages can show a unit that is found by name. What the board never shows looks like what is not there.
   * @throws NotFound
   */
  async path(actor: StaffActor, id: string, at: number | null): Promise<CoverageRowView[]> {
    const moment = await this.momentOf(at);
    const { tree } = moment.state;
    authorize(actor, 'coverage.read', targetAt(tree, id));
    const path = tree.path(id);
    if (!path.every((unit) => holdsBranches(unit) && !wasArchived(moment, unit))) throw new NotFound('unit', id);
    const reached = path.filter((unit) => may(actor, 'coverage.read', targetAt(tree, unit.id)));
    return this.rowsOf(actor, moment, reached);
  }

  /** Figures over all that the viewer reaches at and below a unit. @throws NotFound */
  async figures(actor: StaffActor, within?: string | null): Promise<CoverageFigures> {
    const { snapshot, at } = await this.momentOf(null);
    const counts = coverageOf(snapshot, rootsWithin(actor, 'coverage.read', within), at);
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
    const costs = await costsThisMonth(this.database.read, units, moment.at);
    return units.map((unit, index) => ({
      ...(counts[index] ?? { branches: 0, on: 0, off: 0, suspended: 0, inPilot: 0 }),
      ...rowOf(actor, moment, unit),
      costThisMonth: costs.get(unit.id) ?? 0,
    }));
  }
}

type RowState = Omit<CoverageRowView, 'branches' | 'on' | 'off' | 'suspended' | 'inPilot' | 'costThisMonth'>;

function rowOf(actor: StaffActor, { state, snapshot, at, isNow }: Moment, unit: NodeFacts): RowState {
  const document = resolveIn(snapshot, kind, unit.id, at);
  const enabled = stateOf(document, 'enabled');
  const lock = enabled?.lock ?? null;
  const isLocked = bindsOwn(state, { kind, field: 'enabled', nodeId: unit.id, at }, lock);
  return {
    at,
    node: unit,
    state: document.suspension ? 'suspended' : document.on ? 'on' : 'off',
    suspendedFrom: isNow ? plannedAt(state, unit, at) : null,
    source: sourceOf(state, enabled?.source?.assignmentId ?? null),
    customised: saysItself(state, unit, at),
    lockedBy: isLocked && lock !== null ? nodeIn(state, lock) : null,
    cap: document.values.mode,
    expandable: state.tree.tree.childrenOf(unit.id).some((id) => holdsBranches(state.tree.require(id))),
    allowedActions: isNow ? actionsOf(actor, state, unit, document, isLocked, at) : [],
  };
}

/** When the suspension begins that is withdrawn where the unit resumes: it has none that holds. */
const plannedAt = (state: PolicyState, { id }: NodeFacts, now: number): number | null =>
  suspendedHere(state, id, now) ? null : (suspensionPlanned(state, id, now)?.validFrom ?? null);

/** P4: what a unit was given is no rule of its own. */
const saysItself = ({ snapshot }: PolicyState, { id }: NodeFacts, at: number): boolean =>
  Object.keys(liveAt(snapshot.factsOf(kind, id), 'own', at)?.version?.directives ?? {}).length > 0;

/** What would have an effect here and is this viewer's to do. */
function actionsOf(
  actor: StaffActor,
  state: PolicyState,
  unit: NodeFacts,
  document: PolicyDocument<typeof kind>,
  isLocked: boolean,
  now: number,
): string[] {
  const { values, suspension } = document;
  const own = suspendedHere(state, unit.id, now) ?? suspensionPlanned(state, unit.id, now);
  const sensible = {
    'coverage.turnOn': !values.enabled && !isLocked,
    'coverage.turnOff': values.enabled && !isLocked,
    'coverage.suspend': suspension === null,
    'coverage.resume': own !== undefined,
  } as const;
  const target = targetAt(state.tree, unit.id);
  const here = (Object.keys(sensible) as (keyof typeof sensible)[]).filter((key) => sensible[key] && may(actor, key, target));
  return mayExempt(actor, state, unit, document) ? [...here, 'exemption.grant'] : here;
}

/** P12: a unit above locks or bounds some field here, and the viewer answers for that unit. */
function mayExempt(actor: StaffActor, { tree }: PolicyState, unit: NodeFacts, { fields }: PolicyDocument<typeof kind>): boolean {
  const binding = Object.values(fields).flatMap(({ lock, guards }) => [lock, ...guards.map((guard) => guard.nodeId)]);
  return [...new Set(binding)].some(
    (above) => above !== null && above !== unit.id && may(actor, 'exemption.grant', targetAt(tree, above)),
  );
}

/** It has been restored since the past that is looked at. */
const wasArchived = ({ snapshot: { tree }, at }: Moment, { id }: NodeFacts): boolean =>
  at >= tree.archivedFromAt(tree.positionOf(nodeId(id)));

/** Suppliers have no branches below them, and what is archived has no rules. */
const holdsBranches = ({ type, archivedAt }: NodeFacts): boolean => type !== 'supplier' && archivedAt === null;
