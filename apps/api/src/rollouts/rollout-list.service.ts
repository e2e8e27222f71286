import { nodeId } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { may, targetAt } from '../auth/authorize.js';
import { applyScope, scopeSql } from '../auth/scope.js';
import { narrowedTo } from '../auth/within.js';
import { cutPage, readPage, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { nodeIn } from '../policies/naming.js';
import { PolicyRollout, type RolloutStatus } from '../policies/policy.entity.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import type { PolicyState } from '../policies/policy-state.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { branchesIn } from './cohort.js';
import { GuardFiguresService } from './guard-figures.service.js';
import type { RolloutFilter, RolloutPage, RolloutStepView, RolloutView } from './rollout.types.js';

const VERBS = {
  running: ['advance', 'pause', 'finish', 'cancel'],
  paused: ['resume', 'finish', 'cancel'],
  finished: [],
  cancelled: [],
} as const satisfies Record<RolloutStatus, readonly string[]>;

/** The rollouts at units that the viewer reaches, the latest first. */
@Injectable()
export class RolloutListService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(GuardFiguresService) private readonly figures: GuardFiguresService,
  ) {}

  async list(actor: Actor, filter: RolloutFilter, page?: PageInput | null): Promise<RolloutPage> {
    const { first, after } = readPage(page);
    const state = await this.engine.current();
    const query = filtered(this.visible(actor), state, filter);
    const total = await query.getCount();
    if (after) query.andWhere('r.startedAt <= :at AND (r.startedAt < :at OR r.id < :id)', { at: after.key, id: after.id });
    const rows = await query
      .orderBy('r.startedAt', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .take(first + 1)
      .getMany();
    const { items, nextCursor } = cutPage(rows, first, ({ startedAt, id }) => ({ key: startedAt, id }));
    return { items: items.map((row) => rolloutView(actor, state, row)), nextCursor, total };
  }

  /** How many are on hold: the length of that list. */
  async paused(actor: Actor, within: string | null): Promise<number> {
    return filtered(this.visible(actor), await this.engine.current(), { status: 'paused', within }).getCount();
  }

  /** One of them, with the figures of its last steps; null where the viewer does not reach it. */
  async rollout(actor: Actor, id: string): Promise<RolloutView | null> {
    const row = await this.visible(actor).andWhere('r.id = :id', { id }).getOne();
    if (!row) return null;
    const state = await this.engine.current();
    const view = rolloutView(actor, state, row);
    const figures = await this.figures.of(state, row);
    return { ...view, steps: view.steps.map((step, at) => ({ ...step, figures: figures[at] ?? null })) };
  }

  private visible(actor: Actor): SelectQueryBuilder<PolicyRollout> {
    const query = this.database.read
      .createQueryBuilder(PolicyRollout, 'r')
      .innerJoin(OrgNode, 'n', 'n.id = r.nodeId')
      .where({ status: In(Object.keys(VERBS)) });
    return applyScope(query, scopeSql(actor, 'rollout.read', 'n'));
  }
}

function filtered(
  query: SelectQueryBuilder<PolicyRollout>,
  { tree }: PolicyState,
  { open, status, versionId, within }: RolloutFilter,
): SelectQueryBuilder<PolicyRollout> {
  if (open) query.andWhere('r.status IN (:...open)', { open: ['running', 'paused'] });
  if (status != null) query.andWhere('r.status = :status', { status });
  if (versionId) query.andWhere('r.versionId = :versionId', { versionId });
  return narrowedTo(query, tree, 'n', within);
}

function rolloutView(actor: Actor, state: PolicyState, row: PolicyRollout): RolloutView {
  const { id, kind, policyId, versionId, status, reason, endReason, authorName, startedAt, endedAt, version } = row;
  const target = targetAt(state.tree, row.nodeId);
  return {
    ...{ id, kind, policyId, versionId, status, reason, endReason, authorName, startedAt, endedAt, version },
    policyName: state.book.policies.get(policyId)?.name ?? '',
    versionNumber: state.book.versions.get(versionId)?.number ?? 0,
    node: nodeIn(state, row.nodeId),
    branches: state.tree.branchCount(row.nodeId),
    inPilot: endedAt === null ? branchesIn(state.tree, cohortNow(state, row)) : 0,
    currentStep: row.currentStep + 1,
    steps: row.steps.map((step, at) => stepView(state, step, at)),
    allowedActions: VERBS[status]
      .map((verb) => `rollout.${verb}` as const)
      .filter((permission) => may(actor, permission, target)),
  };
}

const cohortNow = (state: PolicyState, { steps, currentStep }: PolicyRollout) =>
  (state.book.assignments.get(steps[currentStep]?.assignmentId ?? '')?.cohort ?? []).map(nodeId);

const stepView = (state: PolicyState, step: PolicyRollout['steps'][number], index: number): RolloutStepView => ({
  ...{ number: index + 1, at: step.at, bps: step.bps, branches: step.branches, authorName: step.authorName, figures: null },
  units: step.units.map((unit) => nodeIn(state, unit)),
});
