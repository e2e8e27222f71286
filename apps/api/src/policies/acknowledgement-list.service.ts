import { reached } from '@headwater/policy';
import { nodeId, type NodeId } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { StaffActor } from '../auth/actor.js';
import { rootsWithin } from '../auth/within.js';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { cutPage, pageOf, readPage, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { AcknowledgementCounter, type CountedRule } from './acknowledgement-counter.service.js';
import { PolicyAcknowledgement } from './acknowledgement.entity.js';
import type {
  AcknowledgementFilter,
  AcknowledgementList,
  AcknowledgementPage,
  AcknowledgementView,
  AcknowledgingBranchFilter,
  AcknowledgingBranchPage,
  AcknowledgingBranchView,
} from './acknowledgement.types.js';
import { dueRule, dueRules, reachWithin, standingOf, type DueRule, type Standing } from './due-rules.js';
import { nodeIn, policyNamed } from './naming.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';

/** Branches whose rows are looked up at once. */
const BATCH = 500;

/** P17: how far the branches have read the rules that hold or come, for those who answer for them. */
@Injectable()
export class AcknowledgementListService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(AcknowledgementCounter) private readonly counter: AcknowledgementCounter,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The first to fall due first. @throws NotFound */
  async list(actor: StaffActor, filter: AcknowledgementFilter, page?: PageInput | null): Promise<AcknowledgementPage> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const rules = await this.inList(actor, state, filter, now);
    const { items, ...rest } = pageOf(rules, page, ({ rule }) => ({ key: rule.dueAt, id: rule.row.id }));
    return { items: items.map((counted) => acknowledgementView(state, counted, now)), ...rest };
  }

  /** How many rules some branch has not accepted in time: the length of that list. @throws NotFound */
  async overdue(actor: StaffActor, within: string | null): Promise<number> {
    const rules = await this.inList(actor, await this.engine.current(), { list: 'overdue', within }, this.clock.now());
    return rules.length;
  }

  /** The branches that are to read one rule, in the order of the organization. @throws NotFound */
  async branches(
    actor: StaffActor,
    id: string,
    { state: wanted, within }: AcknowledgingBranchFilter,
    page?: PageInput | null,
  ): Promise<AcknowledgingBranchPage> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const tops = rootsWithin(actor, 'acknowledgement.read', within);
    const row = state.book.assignments.get(id);
    const rule = row ? dueRule(state, row, now) : null;
    const [counted] = rule ? await this.counter.count(state, [rule], tops) : [];
    if (!rule || !counted) throw new NotFound('assignment', id);
    const total = totalOf(counted, wanted ?? null);
    const { first, after } = readPage(page);
    const found = await this.find({ state, rule, tops, wanted: wanted ?? null, now }, after?.id ?? null, first + 1, total);
    return { ...cutPage(found, first, (each) => ({ key: null, id: each.node.id })), total };
  }

  private async inList(
    actor: StaffActor,
    state: PolicyState,
    filter: AcknowledgementFilter,
    now: number,
  ): Promise<CountedRule[]> {
    const list = filter.list ?? 'open';
    const tops = rootsWithin(actor, 'acknowledgement.read', filter.within);
    const rules = dueRules(state, now).filter(
      ({ row, dueAt }) => (filter.kind == null || row.kind === filter.kind) && (list !== 'overdue' || dueAt <= now),
    );
    return (await this.counter.count(state, rules, tops)).filter(belongs[list]);
  }

  /** Looks through the branches behind the cursor until a page is full; no further than to the last one there is. */
  private async find(
    question: Question,
    after: string | null,
    wanted: number,
    total: number,
  ): Promise<AcknowledgingBranchView[]> {
    const found: AcknowledgingBranchView[] = [];
    if (total === 0) return found;
    for (const some of inBatches(branchesBehind(question, after))) {
      found.push(...(await this.look(question, some)));
      if (found.length >= wanted) break;
    }
    return found.slice(0, wanted);
  }

  private async look(question: Question, branches: readonly NodeId[]): Promise<AcknowledgingBranchView[]> {
    const where = { assignmentId: question.rule.row.id, nodeId: In([...branches]) };
    const rows = await this.database.read.findBy(PolicyAcknowledgement, where);
    const byBranch = new Map(rows.map((row) => [row.nodeId, row]));
    return branches
      .map((branch) => branchView(question, branch, byBranch.get(branch)))
      .filter(({ state }) => (question.wanted === null ? state !== 'accepted' : state === question.wanted));
  }
}

interface Question {
  readonly state: PolicyState;
  readonly rule: DueRule;
  readonly tops: readonly NodeId[];
  /** Null: all that have not accepted it. */
  readonly wanted: Standing | null;
  readonly now: number;
}

const belongs: Readonly<Record<AcknowledgementList, (counted: CountedRule) => boolean>> = {
  open: ({ accepted, branches }) => accepted < branches,
  overdue: ({ accepted, branches }) => accepted < branches,
  ready: ({ accepted, branches }) => accepted >= branches,
};

const totalOf = ({ branches, seen, accepted }: CountedRule, wanted: Standing | null): number =>
  wanted === null ? branches - accepted : { delivered: branches - seen, seen: seen - accepted, accepted }[wanted];

function* branchesBehind({ state, rule, tops }: Question, after: string | null): Generator<NodeId> {
  const { tree } = state.tree;
  const from = after === null ? 0 : tree.positionOf(nodeId(after)) + 1;
  const reaches = reachWithin(state, rule, tops).sort((a, b) => tree.positionOf(a.top) - tree.positionOf(b.top));
  for (const reach of reaches) yield* reached(state.snapshot, reach, from);
}

function* inBatches<T>(all: Iterable<T>): Generator<T[]> {
  let some: T[] = [];
  for (const each of all) {
    some.push(each);
    if (some.length < BATCH) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

function acknowledgementView(
  state: PolicyState,
  { rule, branches, seen, accepted }: CountedRule,
  now: number,
): AcknowledgementView {
  const isOver = rule.dueAt <= now;
  return {
    ...{ id: rule.row.id, ...ruleView(state, rule, now), node: nodeIn(state, rule.row.nodeId) },
    ...{ branches, seen, accepted, overdue: isOver ? branches - accepted : 0 },
  };
}

/** What is to be read, as everybody is told of it. */
export function ruleView(state: PolicyState, { row, from, dueAt }: DueRule, now: number) {
  const { id: assignmentId, kind, versionId, recordedAt: deliveredAt } = row;
  return { assignmentId, kind, ...policyNamed(state, versionId), from, deliveredAt, dueAt, inForce: from <= now };
}

function branchView(
  { state, rule, now }: Question,
  branch: NodeId,
  row: PolicyAcknowledgement | undefined,
): AcknowledgingBranchView {
  const standing = standingOf(row);
  return {
    ...{ id: `${rule.row.id} ${branch}`, node: nodeIn(state, branch), state: standing },
    overdue: standing !== 'accepted' && rule.dueAt <= now,
    ...{ seenAt: row?.seenAt ?? null, acceptedAt: row?.acceptedAt ?? null, personName: row?.personName ?? null },
  };
}
