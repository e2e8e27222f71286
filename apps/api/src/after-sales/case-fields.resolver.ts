import { isTerminal, stateCodes, umbrella } from '@headwater/after-sales';
import { Inject } from '@nestjs/common';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { may, targetOf } from '../auth/authorize.js';
import { CurrentActor } from '../auth/current-actor.js';
import { Clock } from '../common/clock.js';
import { Fen } from '../common/scalars.js';
import { lineView } from '../orders/order-fields.resolver.js';
import { OrderService } from '../orders/order.service.js';
import { OrderView } from '../orders/order.view.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { TreeService } from '../tree/tree.service.js';
import { AppliedRules } from './applied-rules.service.js';
import { CaseActions } from './case-actions.service.js';
import { CaseLines } from './case-lines.service.js';
import {
  deadlineView,
  eventView,
  freightView,
  liabilityView,
  proposalView,
  reasonView,
  shipmentView,
  stampsOf,
} from './case-present.js';
import { CaseQuery } from './case-query.service.js';
import { CaseRules } from './case-rules.service.js';
import type { AfterSalesCase } from './case.entity.js';
import {
  AppliedRuleView,
  CaseActionView,
  CaseEventView,
  CaseLineView,
  CaseView,
  DeadlineView,
  FreightDecisionView,
  LiabilityView,
  ProposalView,
  ReasonView,
  RefundView,
  ShipmentView,
  StampView,
} from './case.view.js';

/** The fields of a case that cost a query, or depend on who asks. */
@Resolver(() => CaseView)
export class CaseFieldsResolver {
  constructor(
    @Inject(CaseQuery) private readonly query: CaseQuery,
    @Inject(CaseLines) private readonly lineOf: CaseLines,
    @Inject(CaseRules) private readonly caseRules: CaseRules,
    @Inject(CaseActions) private readonly actions: CaseActions,
    @Inject(AppliedRules) private readonly applied: AppliedRules,
    @Inject(OrderService) private readonly orders: OrderService,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField(() => Int, { nullable: true, description: "The number in Youzan's SDK; null where that has no such state." })
  stateCode(@Parent() row: AfterSalesCase): number | null {
    return stateCodes[row.state];
  }

  @ResolveField(() => String, { description: 'A2.' })
  umbrella(@Parent() row: AfterSalesCase): string {
    return umbrella(row.type, row.state);
  }

  @ResolveField(() => Boolean)
  isTerminal(@Parent() row: AfterSalesCase): boolean {
    return isTerminal(row.state);
  }

  @ResolveField(() => OrderView)
  order(@Parent() row: AfterSalesCase): Promise<OrderView> {
    return this.orders.of(row.orderId);
  }

  @ResolveField(() => NodeRefView, { description: 'The selling unit.' })
  node(@Parent() row: AfterSalesCase): NodeRefView {
    return this.tree.snapshot.require(row.nodeId);
  }

  @ResolveField(() => ReasonView)
  reason(@Parent() row: AfterSalesCase): ReasonView {
    return reasonView(row.reason);
  }

  @ResolveField(() => [CaseLineView])
  async lines(@Parent() row: AfterSalesCase): Promise<CaseLineView[]> {
    const lines = await this.lineOf.of(row.id);
    return lines.map(({ caseLine, orderLine }) => ({ ...caseLine, orderLine: lineView(orderLine) }));
  }

  @ResolveField(() => DeadlineView, { nullable: true })
  async deadline(@Parent() row: AfterSalesCase): Promise<DeadlineView | null> {
    const { context } = await this.caseRules.ground(row, this.clock.now());
    return deadlineView(row, context);
  }

  @ResolveField(() => FreightDecisionView)
  async freight(@Parent() row: AfterSalesCase): Promise<FreightDecisionView> {
    return freightView(row, await this.query.shipmentsOf(row.id));
  }

  @ResolveField(() => LiabilityView, { nullable: true, description: 'A14; for staff.' })
  liability(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): LiabilityView | null {
    return actor.kind === 'buyer' ? null : liabilityView(row);
  }

  @ResolveField(() => ProposalView, { nullable: true })
  proposal(@Parent() row: AfterSalesCase): ProposalView | null {
    return proposalView(row);
  }

  @ResolveField(() => [ShipmentView])
  async shipments(@Parent() row: AfterSalesCase): Promise<ShipmentView[]> {
    return (await this.query.shipmentsOf(row.id)).map(shipmentView);
  }

  @ResolveField(() => [RefundView])
  async refunds(@Parent() row: AfterSalesCase): Promise<RefundView[]> {
    return (await this.query.refundsOf(row.id)).map(({ refund, attempts }) => ({ ...refund, attempts }));
  }

  @ResolveField(() => [CaseEventView])
  async events(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<CaseEventView[]> {
    const branch = this.tree.snapshot.require(row.nodeId).name;
    return (await this.query.eventsOf(row.id)).map((event) => eventView(event, actor.kind === 'buyer', branch));
  }

  @ResolveField(() => [StampView])
  stamps(@Parent() row: AfterSalesCase): StampView[] {
    return stampsOf(row);
  }

  @ResolveField(() => [AppliedRuleView], { description: 'For a buyer, what he was promised.' })
  async rules(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<AppliedRuleView[]> {
    const rules = await this.applied.of(row);
    return actor.kind === 'buyer' ? rules.filter((rule) => rule.class === 'promise' && rule.field !== 'bearers') : rules;
  }

  @ResolveField(() => Fen, {
    nullable: true,
    description: 'M1: freight and other expense, less recovery; null for who may not read money here.',
  })
  async cost(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<number | null> {
    return may(actor, 'money.read', targetOf('case', row)) ? this.query.costOf(row.id) : null;
  }

  @ResolveField(() => [CaseActionView], { description: 'What this viewer may do now, the usual first.' })
  allowedActions(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<CaseActionView[]> {
    return this.actions.of(actor, row, this.clock.now());
  }
}
