import { nodeId } from '@headwater/org-tree';
import {
  checkDirectives,
  china,
  lint,
  supposing,
  versionId,
  type Directives,
  type KindKey,
  type Proposal,
} from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import type { LintFindingView } from './lint.types.js';
import { nodeIn } from './naming.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';
import { refuseAny } from './problems.js';

/** P13: what is hardly meant in the rules that a version would give a unit. */
@Injectable()
export class LintService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, NodeArchived, RulesRefused where the directives are wrong by themselves */
  async lint(actor: Actor, kind: KindKey, unit: string, directives: unknown): Promise<LintFindingView[]> {
    const state = await this.engine.current();
    const now = this.clock.now();
    authorize(actor, 'rules.read', targetAt(state.tree, unit));
    refuseAny(state, checkDirectives(kind, directives), now);
    resolveIn(state.snapshot, kind, unit, now);
    const after = supposing(state.snapshot, draftAt(kind, unit, directives as Directives, now));
    const rules = {
      afterSalesRules: resolveIn(after, 'afterSalesRules', unit, now).values,
      returnShippingSubsidy: resolveIn(after, 'returnShippingSubsidy', unit, now).values,
    };
    return lint(kind, rules, china).map((finding) => ({ ...finding, node: nodeIn(state, unit) }));
  }
}

const draftAt = (kind: KindKey, unit: string, directives: Directives, now: number): Proposal => ({
  ...{ kind, nodeId: nodeId(unit), track: 'library', from: now, to: null },
  version: { id: versionId(''), kind, policyId: null, number: 0, directives },
});
