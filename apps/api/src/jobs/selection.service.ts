import { isBranch, type NodeId } from '@headwater/org-tree';
import { bindingAncestors, coverageState, stateOf } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import { isWithin, may, targetAt } from '../auth/authorize.js';
import { rootsWithin } from '../auth/within.js';
import { Clock } from '../common/clock.js';
import { BadInput } from '../common/errors.js';
import { Database } from '../database/database.js';
import { returnsOf, type ReturnCount } from '../orders/return-days.js';
import { bindsOwn, nodeIn } from '../policies/naming.js';
import { PolicyEngine, resolveIn } from '../policies/policy-engine.service.js';
import type { PolicyState } from '../policies/policy-state.js';
import type { NodeFacts } from '../tree/tree-snapshot.js';
import { readBranchList, type UnreadLine } from './branch-list.js';
import { asksRate, rateOf, unmetBy, type BranchConditions, type ConditionCode } from './conditions.js';
import { COVERAGE, permissionAt, readDetail } from './job-actions.js';
import type { BranchAction, JobDetail } from './job.entity.js';
import { NothingSelected, SelectionMoved } from './jobs.errors.js';

/** Characters of a pasted list. */
const LONGEST_LIST = 1_000_000;

/** Which branches are asked for: those of a unit that meet conditions, of a list where one is given. */
export interface SelectionRequest {
  readonly action: BranchAction;
  readonly within: string;
  readonly detail?: JobDetail | null;
  readonly until?: number | null;
  readonly conditions?: BranchConditions | null;
  readonly list?: string | null;
}

export interface Reason {
  readonly code: ConditionCode | 'alreadyOn' | 'alreadyOff' | 'suspended' | 'locked' | 'alreadyAssigned' | 'nothingToLift';
  readonly limit: number | null;
  readonly by: NodeFacts | null;
}

export interface Candidate {
  readonly node: NodeFacts;
  /** Why it is left out; empty: it is eligible. */
  readonly reasons: readonly Reason[];
}

/** A branch as it is shown. */
export interface ShownCandidate extends Candidate {
  readonly returns: ReturnCount;
  readonly rate: number | null;
}

export interface Selection {
  readonly candidates: readonly Candidate[];
  readonly problems: readonly UnreadLine[];
}

/** P5: looks before it leaps: each branch with the reasons for which it would be left out, its return rate beside it. */
@Injectable()
export class SelectionService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** In the order of the organization, or of the list. @throws NotFound, BadInput */
  async select(actor: StaffActor, request: SelectionRequest): Promise<Selection> {
    const state = await this.engine.current();
    const now = this.clock.now();
    readDetail(request.action, request.detail, request.until ?? null);
    const { nodes, problems } = chosen(actor, state, request);
    const returns = asksRate(request.conditions ?? {}) ? await this.returnsAt(nodes) : new Map<string, ReturnCount>();
    const candidates = nodes.map((node) => candidate(state, request, node, returns.get(node.id), now));
    return { candidates, problems };
  }

  /** The branches that may be acted on, where they are as many as were looked at. @throws NotFound, BadInput, NothingSelected, SelectionMoved */
  async agreed(actor: StaffActor, request: SelectionRequest, seen: number): Promise<string[]> {
    const branches = eligibleOf((await this.select(actor, request)).candidates);
    if (branches.length === 0) throw new NothingSelected();
    if (branches.length !== seen) throw new SelectionMoved(seen, branches.length);
    return branches;
  }

  /** The rows of a page, with their return rates. */
  async shown<T extends Candidate>(rows: readonly T[]): Promise<(T & ShownCandidate)[]> {
    const counts = await this.returnsAt(rows.map(({ node }) => node));
    return rows.map((row) => {
      const returns = counts.get(row.node.id);
      return { ...row, returns: returns ?? { delivered: 0, applied: 0 }, rate: rateOf(returns) };
    });
  }

  private returnsAt(nodes: readonly NodeFacts[]): Promise<Map<string, ReturnCount>> {
    const ids = nodes.map(({ id }) => id);
    return returnsOf(this.database.read, ids, this.clock.now());
  }
}

export const eligibleOf = (candidates: readonly Candidate[]): string[] =>
  candidates.filter(({ reasons }) => reasons.length === 0).map(({ node }) => node.id);

function chosen(actor: StaffActor, state: PolicyState, { action, within, list }: SelectionRequest) {
  const permission = permissionAt[action];
  const tops = rootsWithin(actor, permission, within);
  const { tree } = state;
  if (list == null) {
    const ids = tops.flatMap((top) => [...tree.tree.branchesWithin(top)]);
    return { nodes: ids.map((id) => tree.require(id)), problems: [] };
  }
  if (list.length > LONGEST_LIST) throw new BadInput('list', 'This list is too long.', { max: LONGEST_LIST });
  const isReached = ({ id }: NodeFacts): boolean => isWithin(tree, id, within) && may(actor, permission, targetAt(tree, id));
  const { branches, problems } = readBranchList(list, tree, isReached);
  return { nodes: branches.map(({ node }) => node).filter(({ type }) => isBranch(type)), problems };
}

function candidate(
  state: PolicyState,
  request: SelectionRequest,
  node: NodeFacts,
  returns: ReturnCount | undefined,
  now: number,
): Candidate {
  const parent = node.parentId === null ? undefined : state.tree.node(node.parentId);
  const coverage = coverageState(state.snapshot, node.id, now);
  const unmet = unmetBy(request.conditions ?? {}, { node, parent, coverage, returns }).map((each) => ({ ...each, by: null }));
  return { node, reasons: [...unmet, ...inTheWay(state, request, node, now)] };
}

const plain = (code: Reason['code'], by: NodeFacts | null = null): Reason => ({ code, limit: null, by });

/** Why the action would have no effect at a branch. */
function inTheWay(state: PolicyState, { action, detail }: SelectionRequest, { id }: NodeFacts, now: number): Reason[] {
  if (action === 'assign') return assignedAlready(state, detail, id, now) ? [plain('alreadyAssigned')] : [];
  if (action === 'exempt') return liftsSomething(state, detail, id, now) ? [] : [plain('nothingToLift')];
  const document = resolveIn(state.snapshot, COVERAGE, id, now);
  const { suspension, values } = document;
  const wanted = action === 'turnOn';
  if (suspension && action !== 'turnOff') return [plain('suspended', nodeIn(state, suspension.nodeId))];
  if (action === 'suspend') return [];
  if (values.enabled === wanted) return [plain(wanted ? 'alreadyOn' : 'alreadyOff')];
  const lock = stateOf(document, 'enabled')?.lock ?? null;
  const isLocked = bindsOwn(state, { kind: COVERAGE, field: 'enabled', nodeId: id, at: now }, lock);
  return isLocked && lock !== null ? [plain('locked', nodeIn(state, lock))] : [];
}

/** Whether the branch has that version of its own already. */
function assignedAlready({ snapshot, book }: PolicyState, detail: SelectionRequest['detail'], id: NodeId, now: number): boolean {
  const version = book.versions.get(detail?.versionId ?? '');
  return version !== undefined && snapshot.heldOn(version.kind, id, 'library', now)?.version?.id === version.id;
}

/** Whether that unit locks or bounds one of the fields where it arrives at the branch. */
function liftsSomething({ snapshot }: PolicyState, detail: SelectionRequest['detail'], nodeId: NodeId, from: number): boolean {
  const place = { kind: detail?.kind ?? COVERAGE, nodeId, from };
  return (detail?.fields ?? []).every((field) =>
    bindingAncestors(snapshot, place, field).some((unit) => unit === detail?.ancestorId),
  );
}
