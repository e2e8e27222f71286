import { goodsTrace, isReasonCode, openCase, reasonOf, type CaseFacts, type ReasonCode } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { AppliedRules } from './applied-rules.service.js';
import { ApplyService, type Answered, type NewApplication } from './apply.service.js';
import { firstDeadlineView, traceView } from './case-present.js';
import type { AppliedRuleView } from './case.view.js';
import { eligibilityView } from './eligibility-present.js';
import type { WhatIfView } from './what-if.view.js';

/** A20: the outcome of an application that nobody makes, at any instant, by the order as it is now. */
@Injectable()
export class WhatIf {
  constructor(
    @Inject(ApplyService) private readonly applications: ApplyService,
    @Inject(AppliedRules) private readonly applied: AppliedRules,
  ) {}

  /** @param at UTC epoch ms @throws NotFound, Forbidden */
  async ask(actor: Actor, input: NewApplication, at: number): Promise<WhatIfView> {
    const answered = await this.applications.check(actor, input, at);
    const { windows } = answered.judged.eligibility;
    const reason = isReasonCode(input.reason) ? input.reason : null;
    const opened = reason && openedOf(answered, input, reason);
    const { context } = answered.ground;
    return {
      orderId: answered.order.id,
      at,
      eligibility: eligibilityView(answered),
      windows: windows.map(({ key, days, until, open }) => ({ key, days, endsAt: until, open })),
      next: opened && firstDeadlineView(opened, context),
      goods: opened && actor.kind !== 'buyer' ? goodsTrace(opened, context).map(traceView) : [],
      rules: reason ? await this.rules(actor, answered, input, reason) : [],
    };
  }

  /** A buyer learns what was promised, not how the chain works. */
  private async rules(
    actor: Actor,
    { order }: Answered,
    { type }: NewApplication,
    reason: ReasonCode,
  ): Promise<AppliedRuleView[]> {
    const { id: orderId, nodeId, rulesPromise, subsidyPromise } = order;
    const reasonClass = reasonOf(reason).class;
    const rules = await this.applied.of({ type, reasonClass, orderId, nodeId, rulesPromise, subsidyPromise });
    return actor.kind === 'buyer' ? rules.filter((rule) => rule.class === 'promise' && rule.field !== 'bearers') : rules;
  }
}

/** The case that would be opened; null where it cannot be. */
function openedOf({ judged, ground, by }: Answered, { type, amount }: NewApplication, reason: ReasonCode): CaseFacts | null {
  const { eligible, maxAmount, feeFree } = judged.eligibility;
  if (!eligible) return null;
  return openCase({ type, reason, amount: amount ?? maxAmount, maxAmount, feeFree }, by, ground.context).facts;
}
