import { checkMove, moveNode, nodeId } from '@headwater/org-tree';
import { checkMovedRules, effectOf, kindKeys, type PolicyProblem } from '@headwater/policy';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { MoveChecks, type IntendedMove, type MoveCheck } from '../org/move-checks.js';
import type { ProblemView } from '../org/views.js';
import { ApprovalService, type Weighed } from './approval.service.js';
import type { ApprovalReasonView } from './approval.types.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { allNamed, refuseAny } from './problems.js';

/** O2: a move at once is refused by the same check as a planned one, where the rules below would no longer agree. */
@Injectable()
export class MoveRules implements OnModuleInit, MoveCheck {
  constructor(
    @Inject(MoveChecks) private readonly checks: MoveChecks,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.checks.add(this);
  }

  /** @throws RulesRefused */
  async refuse(tx: EntityManager, move: IntendedMove, now: number): Promise<void> {
    const state = await this.engine.fresh(tx);
    refuseAny(state, problemsOf(state, move, now), now);
    for (const weight of weights(state, move, now)) await this.approvals.refuseUnapproved({ tx, state, now }, weight);
  }

  /** Why the move has to go by way of a change set, over all kinds. */
  async approvalOf(move: IntendedMove): Promise<ApprovalReasonView[]> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const found = await Promise.all(weights(state, move, now).map((weight) => this.approvals.foreseen(state, weight, now)));
    return found.flat();
  }

  async foresee(move: IntendedMove): Promise<ProblemView[]> {
    const state = await this.engine.current();
    const now = this.clock.now();
    return allNamed(state, problemsOf(state, move, now), now);
  }
}

/** A move as the thresholds of each kind see it. */
function weights(state: PolicyState, { id, parentId }: IntendedMove, now: number): Weighed[] {
  const unit = nodeId(id);
  if (checkMove(state.tree.tree, unit, nodeId(parentId)).length > 0) return [];
  const after = state.over(moveNode(state.tree.tree, unit, nodeId(parentId)));
  return kindKeys.map((kind) => {
    const { changed, latent } = effectOf(state.snapshot, after, kind, unit, now);
    return { kind, nodeId: id, changed: changed + latent, said: [] };
  });
}

function problemsOf(state: PolicyState, { id, parentId }: IntendedMove, now: number): PolicyProblem[] {
  const after = state.over(moveNode(state.tree.tree, nodeId(id), nodeId(parentId)));
  return checkMovedRules(state.snapshot, after, nodeId(id), now);
}
