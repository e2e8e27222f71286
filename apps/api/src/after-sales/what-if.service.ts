import { isReasonCode, openCase, reasonOf, type ReasonCode } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { AppliedRules } from './applied-rules.service.js';
import { ApplyService, type Answered, type NewApplication } from './apply.service.js';
import { firstDeadlineView } from './case-present.js';
import type { AppliedRuleView, DeadlineView } from './case.view.js';
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
    return {
      orderId: answered.order.id,
      at,
      eligibility: eligibilityView(answered),
      windows: windows.map(({ key, days, until, open }) => ({ key, days, endsAt: until, open })),
      next: reason && nextOf(answered, input, reason),
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

function nextOf({ judged, ground, by }: Answered, { type, amount }: NewApplication, reason: ReasonCode): DeadlineView | null {
  const { eligible, maxAmount } = judged.eligibility;
  if (!eligible) return null;
  const { facts } = openCase(
    { type, reason, amount: amount ?? maxAmount, maxAmount, feeFree: judged.eligibility.feeFree },
    by,
    ground.context,
  );
  return firstDeadlineView(facts, ground.context);
}
