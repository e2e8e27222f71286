import { liveAt } from '../policies/live.js';
import { versionDifferences, withChanges, type Directives, type Operation } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { applyScope, namedScope, scopeSql } from '../auth/scope.js';
import { narrowedTo } from '../auth/within.js';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { Clock } from '../common/clock.js';
import { cutPage, readPage, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { ApprovalService } from '../policies/approval.service.js';
import type { VersionDifferenceView } from '../policies/comparison.types.js';
import { nodeIn } from '../policies/naming.js';
import { PlannedRules } from '../policies/planned-rules.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import type { PolicyState } from '../policies/policy-state.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { ChangeSet } from './change-set.entity.js';
import type {
  ChangeImpactView,
  ChangeOperationView,
  ChangeSetEventView,
  ChangeSetFilter,
  ChangeSetPage,
  ChangeSetView,
  RuleWriteView,
} from './change-set.types.js';
import { changeSetView } from './change-set-view.js';
import { impactView, judge } from './judgement.js';
import { writtenSince } from './written-since.js';
import { approvalReasons } from './weighing.js';

interface EventData {
  readonly reason?: string;
  readonly causes?: string[];
  readonly items?: number;
  readonly wasInReview?: boolean;
}

/** More than anybody does to one set. */
const EVENTS = 200;

/** Change sets as their readers see them, the newest first. */
@Injectable()
export class ChangeSetListService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(PlannedRules) private readonly planned: PlannedRules,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws BadInput */
  async list(actor: Actor, filter: ChangeSetFilter, page?: PageInput | null): Promise<ChangeSetPage> {
    const { first, after } = readPage(page);
    const state = await this.engine.current();
    const now = this.clock.now();
    const query = filtered(this.visible(actor), filter, state, now);
    if (filter.mine) waiting(query, actor);
    const total = await query.getCount();
    if (after) query.andWhere('s.number < :after', { after: after.key });
    const rows = await query
      .orderBy('s.number', 'DESC')
      .take(first + 1)
      .getMany();
    const { items, nextCursor } = cutPage(rows, first, ({ number, id }) => ({ key: number, id }));
    return { items: items.map((set) => changeSetView(actor, state, set, now)), nextCursor, total };
  }

  async get(actor: Actor, id: string): Promise<ChangeSetView | null> {
    const set = await this.load(actor, id);
    return set && changeSetView(actor, await this.engine.current(), set, this.clock.now());
  }

  /** How many wait for the actor: to approve, or to recalculate his own. */
  async waiting(actor: Actor, within: string | null): Promise<number> {
    const { tree } = await this.engine.current();
    return waiting(narrowedTo(this.visible(actor), tree, 'n', within), actor).getCount();
  }

  /** What the set does; of one that was carried out or went stale, what it was then. */
  async impact(actor: Actor, id: string): Promise<ChangeImpactView | null> {
    const set = await this.load(actor, id);
    if (!set) return null;
    const { impact } = (set.outcome ?? {}) as { impact?: ChangeImpactView };
    // What was kept before values were told has none.
    if (impact) return { ...impact, values: (impact as Partial<ChangeImpactView>).values ?? [] };
    const state = await this.engine.current();
    const judgement = judge(state, set, this.clock.now());
    const approval = await approvalReasons(this.database.read, this.approvals, judgement);
    return impactView(judgement, set, approval, await this.planned.of(actor, state));
  }

  async operations(actor: Actor, id: string): Promise<ChangeOperationView[]> {
    const set = await this.load(actor, id);
    const state = await this.engine.current();
    return (set?.operations ?? []).map((operation) => operationView(state, operation, set as ChangeSet));
  }

  /** What was done with the set, the latest first. */
  async events(actor: Actor, id: string): Promise<ChangeSetEventView[]> {
    if (!(await this.load(actor, id))) return [];
    const events = await this.database.read.find(AuditEvent, {
      where: { subjectType: 'changeSet', subjectId: id },
      order: { at: 'DESC', id: 'DESC' },
      take: EVENTS,
    });
    return events.map(({ at, action, actorName, data }) => {
      const { reason = null, causes = [], items = null, wasInReview = false } = (data ?? {}) as EventData;
      return { at, action, actorName, reason, causes, items, voided: wasInReview };
    });
  }

  /** What others wrote of the same kinds, above or below, since it was submitted: why its impact may have moved. The latest first. */
  async since(actor: Actor, id: string): Promise<RuleWriteView[]> {
    const set = await this.load(actor, id);
    if (set?.submittedAt == null) return [];
    return writtenSince(this.database.read, await this.engine.current(), set, set.submittedAt);
  }

  private load(actor: Actor, id: string): Promise<ChangeSet | null> {
    return this.visible(actor).andWhere('s.id = :id', { id }).getOne();
  }

  private visible(actor: Actor): SelectQueryBuilder<ChangeSet> {
    const query = this.database.read.createQueryBuilder(ChangeSet, 's').innerJoin(OrgNode, 'n', 'n.id = s.nodeId').where('1 = 1');
    return applyScope(query, scopeSql(actor, 'changeSet.read', 'n'));
  }
}

function filtered(
  query: SelectQueryBuilder<ChangeSet>,
  { status, within }: ChangeSetFilter,
  { tree }: PolicyState,
  now: number,
): SelectQueryBuilder<ChangeSet> {
  narrowedTo(query, tree, 'n', within);
  if (status == null) return query;
  if (status === 'scheduled')
    return query.andWhere("(s.status = 'approved' OR s.status = 'applied' AND s.effectiveAt > :now)", { now });
  if (status === 'live')
    return query.andWhere("s.status = 'applied' AND (s.effectiveAt IS NULL OR s.effectiveAt <= :now)", { now });
  return query.andWhere('s.status = :status', { status });
}

/** To approve what others handed in, and to recalculate what went stale under one's hands. */
function waiting(query: SelectQueryBuilder<ChangeSet>, actor: Actor): SelectQueryBuilder<ChangeSet> {
  if (actor.kind !== 'staff') return query.andWhere('1 = 0');
  const { sql, params } = namedScope(scopeSql(actor, 'changeSet.approve', 'n'), 'approver');
  const toApprove = `s.status = 'inReview' AND s.editors NOT LIKE :mine AND ${sql}`;
  return query.andWhere(`(${toApprove} OR s.status = 'stale' AND (s.authorId = :me OR s.approverId = :me))`, {
    ...{ me: actor.personId, mine: `%"${actor.personId}"%` },
    ...params,
  });
}

function operationView(state: PolicyState, operation: Operation, set: ChangeSet): ChangeOperationView {
  const { verb, nodeId } = operation;
  const version = verb === 'assign' && operation.versionId !== null ? state.book.versions.get(operation.versionId) : undefined;
  const policy = version?.policyId == null ? undefined : state.book.policies.get(version.policyId);
  return {
    ...{
      verb,
      kind: verb === 'move' ? null : operation.kind,
      node: nodeIn(state, nodeId),
      versionId: version?.id ?? null,
      versionNumber: version?.number ?? null,
    },
    ...{ policyId: policy?.id ?? null, policyName: policy?.name ?? null },
    ancestor: verb === 'exempt' ? nodeIn(state, operation.ancestorId) : null,
    parent: verb === 'move' ? nodeIn(state, operation.parentId) : null,
    fromParent: verb === 'move' ? nodeIn(state, operation.fromParentId) : null,
    fields: verb === 'exempt' ? [...operation.fields] : [],
    changes: verb === 'setOwn' ? operation.changes : null,
    to: verb === 'assign' || verb === 'exempt' ? operation.to : null,
    differences: differencesOf(state, operation, set),
  };
}

/** Against what the unit said on that track when the set was drafted. */
function differencesOf(
  state: PolicyState,
  operation: Operation,
  { baseEpoch, effectiveAt, createdAt }: ChangeSet,
): VersionDifferenceView[] {
  if (operation.verb === 'exempt' || operation.verb === 'move') return [];
  const { kind, nodeId, verb } = operation;
  const track = verb === 'assign' ? 'library' : 'own';
  const held =
    liveAt(state.snapshot.factsOf(kind, nodeId), track, effectiveAt ?? createdAt, baseEpoch)?.version?.directives ?? {};
  return versionDifferences(kind, held, saidBy(state, operation, held));
}

function saidBy({ snapshot }: PolicyState, operation: Operation, held: Directives): Directives {
  if (operation.verb === 'setOwn') return withChanges(held, operation.changes);
  return (operation.verb === 'assign' && operation.versionId && snapshot.version(operation.versionId)?.directives) || {};
}
