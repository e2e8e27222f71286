import type { CaseContext } from '@headwater/after-sales';
import { nodeId } from '@headwater/org-tree';
import { fieldOf, type AfterSalesRules, type Mode, type PromiseContent } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { OrderPromiseService } from '../orders/order-promise.service.js';
import { responsibleFor } from '../org/responsible.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import { ClosedDayBook } from './closed-days/closed-day-book.service.js';
import type { AfterSalesCase } from './case.entity.js';

/** The part of a case that says which rules it obeys. */
export type Ruled = Pick<AfterSalesCase, 'nodeId' | 'rulesPromise' | 'subsidyPromise'> &
  Partial<Pick<AfterSalesCase, 'buyerRisk'>>;

/** The rules of a case at a moment, and the epoch they were read at. */
export interface Ground {
  readonly context: CaseContext;
  /** The whole document: what was promised over what is in force. */
  readonly rules: AfterSalesRules;
  readonly policyEpoch: number;
}

/** Nobody minds rules of a second ago, and those of now cost nothing. */
const RECENT = 60_000;

/** What a parcel back is reckoned to cost before there is one: what free returns would pay for it at most, promised or not. */
function expectedFreight(promise: PromiseContent<'returnShippingSubsidy'> | null): number {
  const mode = promise?.values.mode ?? (fieldOf('returnShippingSubsidy', 'mode').default as Mode);
  return mode.kind === 'selfShip' ? mode.flat : mode.cap;
}

/** The two sources of a case's rules: promise fields as its order froze them at payment, operation fields as they are in force. */
@Injectable()
export class CaseRules {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(OrderPromiseService) private readonly promises: OrderPromiseService,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ClosedDayBook) private readonly closed: ClosedDayBook,
  ) {}

  /** @param now UTC epoch ms; a past one asks for the rules of then */
  async ground(ruled: Ruled, now: number): Promise<Ground> {
    const { epoch, tree } = await this.engine.current();
    const answering = responsibleFor(tree, ruled.nodeId)?.id ?? ruled.nodeId;
    const inForce = await this.engine.rules(answering, this.instant(now));
    const promise = await this.promises.read('afterSalesRules', ruled.rulesPromise);
    const rules = promise ? { ...inForce, ...promise.values } : inForce;
    const { timeZone } = tree.require(ruled.nodeId);
    const returnFreight = expectedFreight(await this.subsidyPromise(ruled));
    const closedDays = await this.closed.of(tree.pathOf(nodeId(ruled.nodeId)), epoch);
    const context = { now, rules, timeZone, closedDays, returnFreight, buyerRisk: ruled.buyerRisk ?? null };
    return { context, rules, policyEpoch: epoch };
  }

  subsidyPromise(ruled: Ruled): Promise<PromiseContent<'returnShippingSubsidy'> | null> {
    return this.promises.read('returnShippingSubsidy', ruled.subsidyPromise);
  }

  rulesPromise(ruled: Ruled): Promise<PromiseContent<'afterSalesRules'> | null> {
    return this.promises.read('afterSalesRules', ruled.rulesPromise);
  }

  /** Undefined for now: what is in force is known without looking back. */
  instant(now: number): number | undefined {
    return Math.abs(this.clock.now() - now) < RECENT ? undefined : now;
  }
}
