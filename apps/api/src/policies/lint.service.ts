import { checkSpoken, lint, type KindKey } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { allRules } from './all-rules.js';
import type { NamedProblem } from './errors.js';
import type { LintFindingView } from './lint.types.js';
import { MARKET } from './market.js';
import { nodeIn } from './naming.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { allNamed } from './problems.js';
import { draftAt, supposed } from './supposed.js';

/** P13: what is hardly meant in the rules that a version would give a unit. */
@Injectable()
export class LintService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, NodeArchived, RulesRefused where the directives are wrong by themselves */
  async lint(actor: Actor, kind: KindKey, unit: string, directives: unknown): Promise<LintFindingView[]> {
    const { state, now } = await this.look(actor, kind, unit);
    const after = supposed(state, state.snapshot, { kind, unit, directives, at: now });
    const node = nodeIn(state, unit);
    const findings = lint(kind, allRules(after, unit, now), { unit: node.name, market: MARKET });
    return findings.map((finding) => ({ ...finding, node }));
  }

  /** Why the directives would be refused at the unit, as far as they are to blame themselves. @throws NotFound, NodeArchived */
  async problems(actor: Actor, kind: KindKey, unit: string, directives: unknown): Promise<NamedProblem[]> {
    const { state, now } = await this.look(actor, kind, unit);
    return allNamed(state, checkSpoken(state.snapshot, draftAt({ kind, unit, directives, at: now })), now);
  }

  private async look(actor: Actor, kind: KindKey, unit: string): Promise<{ state: PolicyState; now: number }> {
    const state = await this.engine.current();
    const now = this.clock.now();
    authorize(actor, 'rules.read', targetAt(state.tree, unit));
    resolveIn(state.snapshot, kind, unit, now);
    return { state, now };
  }
}
