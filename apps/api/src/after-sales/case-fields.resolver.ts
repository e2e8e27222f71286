import { goodsTrace, isTerminal, restockingFeeOf, stateCodes, umbrella } from '@headwater/after-sales';
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
import { ServiceTextView } from '../policies/service-text.types.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { TreeService } from '../tree/tree.service.js';
import { AppliedRules } from './applied-rules.service.js';
import { CaseActions } from './case-actions.service.js';
import { factsOf } from './case-facts.js';
import { CaseLines } from './case-lines.service.js';
import {
  checklistOf,
  deadlineView,
  decidedOfGoods,
  eventsFor,
  freightView,
  proposalView,
  reasonView,
  riskView,
  shipmentView,
  stampsOf,
  traceView,
} from './case-present.js';
import { CaseQuery } from './case-query.service.js';
import { CaseRules } from './case-rules.service.js';
import { CaseScript } from './case-script.service.js';
import type { AfterSalesCase } from './case.entity.js';
import { liabilityView } from './liability-view.js';
import {
  AppliedRuleView,
  BuyerRiskView,
  CaseActionView,
  CaseEventView,
  CaseLineView,
  CaseView,
  ChecklistItemView,
  DeadlineView,
  FreightDecisionView,
  LiabilityView,
  PickupView,
  ProposalView,
  ReasonView,
  RefundView,
  RuleTraceView,
  ShipmentView,
  StampView,
} from './case.view.js';
import { CasePhotos, photoView } from './photos/case-photos.service.js';
import { kindsFor } from './photos/photo-kinds.js';
import { CasePhotoView } from './photos/photo.view.js';

/** The fields of a case that cost a query, or depend on who asks. */
@Resolver(() => CaseView)
export class CaseFieldsResolver {
  constructor(
    @Inject(CaseQuery) private readonly query: CaseQuery,
    @Inject(CaseLines) private readonly lineOf: CaseLines,
    @Inject(CaseRules) private readonly caseRules: CaseRules,
    @Inject(CaseActions) private readonly actions: CaseActions,
    @Inject(AppliedRules) private readonly applied: AppliedRules,
    @Inject(CasePhotos) private readonly casePhotos: CasePhotos,
    @Inject(CaseScript) private readonly scripts: CaseScript,
    @Inject(OrderService) private readonly orders: OrderService,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField(() => Int, { nullable: true, description: "The number in Youzan's SDK; null where that has no such state." })
  stateCode(@Parent() row: AfterSalesCase): number | null {
    return stateCodes[row.state];
  }

  @ResolveField(() => Fen, { description: 'A10: kept of the refund, or to be kept of it once the goods are back.' })
  async restockingFee(@Parent() row: AfterSalesCase): Promise<number> {
    const facts = factsOf(row);
    if (facts.refundDecidedAt !== null || isTerminal(row.state)) return facts.feeKept;
    const { rules } = await this.caseRules.ground(row, this.clock.now());
    return restockingFeeOf(facts, facts.approvedAmount ?? facts.amount, rules);
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
    return actor.kind === 'buyer' ? null : liabilityView(row.facts.liability);
  }

  @ResolveField(() => BuyerRiskView, { nullable: true, description: 'I3; for staff, null where nobody looks at it.' })
  buyerRisk(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): BuyerRiskView | null {
    return actor.kind === 'buyer' ? null : riskView(row);
  }

  @ResolveField(() => Boolean, { description: 'A1: approved without the goods coming back.' })
  keepsItem(@Parent() row: AfterSalesCase): boolean {
    return factsOf(row).keepsItem;
  }

  @ResolveField(() => [RuleTraceView], {
    description: 'Whether the goods come back, and where to: as an approval would decide now, or as it did; for staff.',
  })
  async goods(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<RuleTraceView[]> {
    if (actor.kind === 'buyer') return [];
    if (row.state !== 'APPLIED') return decidedOfGoods(await this.query.eventsOf(row.id)).map(traceView);
    const { context } = await this.caseRules.ground(row, this.clock.now());
    return goodsTrace(factsOf(row), context).map(traceView);
  }

  @ResolveField(() => ProposalView, { nullable: true })
  proposal(@Parent() row: AfterSalesCase): ProposalView | null {
    return proposalView(row);
  }

  @ResolveField(() => [ShipmentView])
  async shipments(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<ShipmentView[]> {
    const unitOf = ({ toNodeId }: { toNodeId: string }) => this.tree.snapshot.require(toNodeId);
    const shipments = await this.query.shipmentsOf(row.id);
    return shipments.map((each) => shipmentView(each, unitOf(each.shipment), actor.kind === 'buyer'));
  }

  @ResolveField(() => PickupView, { nullable: true, description: 'When a courier fetches the goods.' })
  pickup(@Parent() row: AfterSalesCase): PickupView | null {
    return factsOf(row).pickup;
  }

  @ResolveField(() => [RefundView])
  async refunds(@Parent() row: AfterSalesCase): Promise<RefundView[]> {
    return (await this.query.refundsOf(row.id)).map(({ refund, attempts }) => ({ ...refund, attempts }));
  }

  @ResolveField(() => [CaseEventView])
  async events(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<CaseEventView[]> {
    const branch = this.tree.snapshot.require(row.nodeId).name;
    return eventsFor(await this.query.eventsOf(row.id), actor.kind === 'buyer', branch);
  }

  @ResolveField(() => [ChecklistItemView], { description: 'Empty before approval, and where no goods come back.' })
  checklist(@Parent() row: AfterSalesCase): ChecklistItemView[] {
    return checklistOf(row);
  }

  @ResolveField(() => [CasePhotoView], { description: 'First to last.' })
  async photos(@Parent() row: AfterSalesCase): Promise<CasePhotoView[]> {
    return (await this.casePhotos.of(row.id)).map(photoView);
  }

  @ResolveField(() => Int)
  async photoCount(@Parent() row: AfterSalesCase): Promise<number> {
    return (await this.casePhotos.of(row.id)).length;
  }

  @ResolveField(() => [String], {
    description: 'The kinds of photos that this viewer may add now: POST /photos/cases/ID?kind=….',
  })
  photoKinds(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): readonly string[] {
    const open = !isTerminal(row.state) && may(actor, 'case.addPhoto', targetOf('case', row));
    return open ? kindsFor(actor.kind) : [];
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

  @ResolveField(() => [ServiceTextView], {
    description: 'P18: what staff say to the buyer now, in order, filled from the promise; for staff.',
  })
  async script(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<ServiceTextView[]> {
    return actor.kind === 'buyer' ? [] : this.scripts.of(row);
  }

  @ResolveField(() => [CaseActionView], { description: 'What this viewer may do now, the usual first.' })
  allowedActions(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<CaseActionView[]> {
    return this.actions.of(actor, row, this.clock.now());
  }
}
