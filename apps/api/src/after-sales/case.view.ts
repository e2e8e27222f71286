import type { CaseState, CaseType } from '@headwater/after-sales';
import type { KindKey } from '@headwater/policy';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalTextView } from '../common/local-text.view.js';
import { Fen, Instant, Json } from '../common/scalars.js';
import { OrderLineView } from '../orders/order.view.js';
import { PolicyKindKeyEnum } from '../policies/enums.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { CaseStateEnum, CaseTypeEnum } from './case-enums.js';

@ObjectType('CaseLine')
export class CaseLineView {
  @Field(() => OrderLineView) orderLine: OrderLineView;
  @Field(() => Int) quantity: number;
  @Field(() => Fen, { description: 'Asked for.' }) amount: number;
}

@ObjectType('Reason', { description: 'A5.' })
export class ReasonView {
  @Field() code: string;
  @Field({ description: 'First level of the tree, which policy tables use.' }) class: string;
  @Field(() => LocalTextView) label: LocalTextView;
  @Field(() => LocalTextView) classLabel: LocalTextView;
  @Field({ description: 'Who can remove the cause: listing, supplier, packaging, carrier, branch or buyer.' }) owner: string;
  @Field(() => LocalTextView, { nullable: true }) followUp: LocalTextView | null;
}

@ObjectType('ReturnReason')
export class ReturnReasonView {
  @Field() code: string;
  @Field() class: string;
  @Field(() => LocalTextView) label: LocalTextView;
  @Field(() => LocalTextView) classLabel: LocalTextView;
  @Field(() => [CaseTypeEnum], { description: 'What can be asked for with it.' }) types: CaseType[];
  @Field(() => LocalTextView, { nullable: true, description: 'Asked after the choice.' }) followUp: LocalTextView | null;
}

@ObjectType('Deadline', { description: '“If nobody acts by at, outcome happens.”' })
export class DeadlineView {
  @Field(() => Instant) at: number;
  @Field({ description: 'approve, receive, refund, confirm, close, comeBack, dispute, forBuyer or alert.' }) outcome: string;
  @Field(() => LocalTextView) outcomeText: LocalTextView;
  @Field(() => Fen, { nullable: true, description: 'The refund it decides; null where it decides none.' }) cost: number | null;
  @Field({ description: "The branch's clock stands still while the buyer has the case." }) paused: boolean;
  @Field({ description: 'The policy field that sets it.' }) field: string;
}

@ObjectType('RuleTrace', { description: 'A rule that had a say.' })
export class RuleTraceView {
  @Field() rule: string;
  @Field() passed: boolean;
  @Field(() => Json, { description: 'What it looked at.' }) facts: unknown;
  @Field(() => LocalTextView) text: LocalTextView;
}

@ObjectType('FreightDecision', { description: 'Who pays the return freight, and how what was paid fell apart.' })
export class FreightDecisionView {
  @Field({ description: 'buyer, merchant or shared.' }) payer: string;
  @Field(() => Int) merchantBps: number;
  @Field(() => Fen, { nullable: true, description: 'What free returns cover of it at most; null: nothing.' })
  coveredAtMost: number | null;
  @Field(() => [RuleTraceView]) trace: RuleTraceView[];
  @Field(() => Fen, { nullable: true, description: 'The four parts are null until a freight is known.' }) subsidy: number | null;
  @Field(() => Fen, { nullable: true }) fault: number | null;
  @Field(() => Fen, { nullable: true }) overCap: number | null;
  @Field(() => Fen, { nullable: true }) buyer: number | null;
}

@ObjectType('ReturnLabel')
export class ReturnLabelView {
  @Field() carrier: string;
  @Field() tracking: string;
  @Field(() => Instant) issuedAt: number;
}

@ObjectType('LiabilityFact', { description: 'What a judgement of liability rests on.' })
export class LiabilityFactView {
  @Field() key: string;
  @Field(() => LocalTextView) text: LocalTextView;
  @Field(() => Instant, { nullable: true, description: 'Where the fact is a moment.' }) at: number | null;
  @Field({ description: 'Else it is proven.' }) assumed: boolean;
}

@ObjectType('Liability', { description: 'A14: who is at fault, by which rule.' })
export class LiabilityView {
  @Field({ description: 'branch, carrier, supplier, buyer or hq.' }) party: string;
  @Field() rule: string;
  @Field({ description: 'Else every fact behind it is proven.' }) assumed: boolean;
  @Field(() => LocalTextView, { description: 'The rule.' }) text: LocalTextView;
  @Field(() => [LiabilityFactView]) facts: LiabilityFactView[];
  @Field(() => LocalTextView, { nullable: true, description: 'The nearest change that would flip it.' })
  flip: LocalTextView | null;
}

@ObjectType('Proposal')
export class ProposalView {
  @Field(() => Fen) amount: number;
  @Field({ description: 'refund or returnRefund.' }) resolution: string;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType('TrackingEvent')
export class TrackingEventView {
  @Field(() => Instant) at: number;
  @Field({ description: 'accepted, inTransit, delivered, lost or returned.' }) kind: string;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType('Shipment')
export class ShipmentView {
  @Field(() => ID) id: string;
  @Field({ description: 'return; back, refused goods to the buyer; or out, what he gets instead.' }) direction: string;
  @Field({ description: 'parcel, pickup or dropIn.' }) method: string;
  @Field() carrier: string;
  @Field() tracking: string;
  @Field(() => NodeRefView, { description: 'The unit at our end of the way.' }) unit: NodeRefView;
  @Field(() => Fen, { nullable: true, description: 'By who sent it, for the whole parcel; a buyer is told his own.' })
  freightPaid: number | null;
  @Field(() => Instant) shippedAt: number;
  @Field(() => Instant, { nullable: true }) deliveredAt: number | null;
  @Field(() => [TrackingEventView]) events: TrackingEventView[];
}

@ObjectType('RefundAttempt')
export class RefundAttemptView {
  @Field(() => Instant) at: number;
  @Field({ description: 'paid, failed or pending.' }) outcome: string;
  @Field(() => String, { nullable: true }) message: string | null;
}

@ObjectType('Refund')
export class RefundView {
  @Field(() => ID) id: string;
  @Field(() => Fen) amount: number;
  @Field({ description: 'goods, freight (of the return, that the buyer advanced) or compensation.' }) purpose: string;
  @Field({ description: 'decided, paid or failed.' }) status: string;
  @Field(() => [RefundAttemptView]) attempts: RefundAttemptView[];
  @Field(() => Instant, { nullable: true }) paidAt: number | null;
  @Field(() => String, { nullable: true, description: "The gateway's word for the payment." }) reference: string | null;
  @Field(() => String, { nullable: true, description: 'Proof of a payment made by hand.' }) voucher: string | null;
}

@ObjectType('CaseEvent', { description: 'A18: append-only.' })
export class CaseEventView {
  @Field(() => ID) id: string;
  @Field(() => Int) seq: number;
  @Field(() => Instant) at: number;
  @Field({ description: 'staff, buyer or system.' }) actorKind: string;
  @Field() actorName: string;
  @Field() verb: string;
  @Field(() => String, {
    nullable: true,
    description: 'A7: the rule that did it by itself, `autoApprove.1` for the first row; for staff.',
  })
  rule: string | null;
  @Field(() => [LocalTextView], { description: 'A15: the rules that were overruled, by name; for staff.' })
  overruled: LocalTextView[];
  @Field(() => CaseStateEnum, { nullable: true }) from: CaseState | null;
  @Field(() => CaseStateEnum) to: CaseState;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => Json, { nullable: true }) data: unknown;
  @Field(() => Instant, { nullable: true }) oldDeadline: number | null;
  @Field(() => Instant, { nullable: true }) newDeadline: number | null;
}

@ObjectType('Stamp')
export class StampView {
  @Field({ description: 'buyerShipped, branchReceived, branchShipped or buyerReceived.' }) key: string;
  @Field(() => Instant, { nullable: true }) at: number | null;
}

@ObjectType('AppliedRule', { description: 'A rule this case obeys, and where it comes from.' })
export class AppliedRuleView {
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field() field: string;
  @Field(() => Json, { nullable: true }) value: unknown;
  @Field({ description: 'promise (frozen at payment) or operation (as in force).' }) class: string;
  @Field({ description: 'Unit and version that set it; default: the product; promise: corrected since.' }) source: string;
  @Field(() => Instant, { nullable: true, description: 'When it was frozen.' }) at: number | null;
}

@ObjectType('ReturnlessDecision', { description: 'A1: whether the buyer keeps the item, and why.' })
export class ReturnlessView {
  @Field() keeps: boolean;
  @Field(() => Fen, { description: 'What keeping it saves: freight and handling, less the resale where that is looked at.' })
  saves: number;
  @Field(() => [RuleTraceView]) trace: RuleTraceView[];
}

@ObjectType('BuyerRisk', { description: 'I3: how often the buyer applied and bought, as reckoned on application.' })
export class BuyerRiskView {
  @Field({ description: 'normal or frequent.' }) level: string;
  @Field({ description: 'People are to look closely at this application.' }) lookClosely: boolean;
  @Field(() => Int, { description: 'Of the buyer in the window, this one included.' }) applications: number;
  @Field(() => Int, { description: 'Order lines bought in the window.' }) lines: number;
  @Field(() => Int) windowDays: number;
  @Field(() => [RuleTraceView]) trace: RuleTraceView[];
}

@ObjectType('CaseAction', { description: 'A button.' })
export class CaseActionView {
  @Field({ description: 'The name of its mutation.' }) verb: string;
  @Field() primary: boolean;
  @Field(() => [String], { description: 'Input keys of its mutation beside id and version.' }) needs: string[];
  @Field(() => LocalTextView, { description: 'What it will do.' }) effect: LocalTextView;
  @Field(() => [CaseStateEnum], { description: 'Where it leads; several where the input decides.' }) to: CaseState[];
  @Field(() => Int, { nullable: true, description: 'How many more times on this case; null: no bound.' }) left: number | null;
  @Field(() => Fen, { nullable: true, description: 'The highest amount the input may name.' }) maxAmount: number | null;
  @Field(() => Fen, { nullable: true, description: 'What it refunds at once; null: nothing yet, or as the input says.' })
  refund: number | null;
  @Field(() => ReturnlessView, { nullable: true, description: 'Of approve, where the rules decide whether the goods come back.' })
  returnless: ReturnlessView | null;
}

@ObjectType('OverrulableAction', { description: 'A15: a button that takes a reason for going against what stands in its way.' })
export class OverrulableActionView extends CaseActionView {
  @Field(() => [RuleTraceView], { description: 'The limits of the rules that stand against it.' }) against: RuleTraceView[];
}

@ObjectType('Case')
export class CaseView {
  @Field(() => ID) id: string;
  @Field() code: string;
  @Field(() => CaseTypeEnum) type: CaseType;
  @Field(() => CaseStateEnum) state: CaseState;
  @Field(() => String, {
    nullable: true,
    description: 'REFUNDED, REFUNDED_BY_VOUCHER, CONFIRMED, AUTO_CONFIRMED, WITHDRAWN, BUYER_TIMEOUT or VERDICT.',
  })
  outcome: string | null;
  @Field() buyerName: string;
  @Field() currency: string;
  @Field(() => String, { nullable: true }) text: string | null;
  @Field(() => String, { nullable: true, description: 'A5: to the follow-up question of its reason.' })
  followUpAnswer: string | null;
  @Field(() => Fen) requestedAmount: number;
  @Field(() => Fen, { nullable: true }) approvedAmount: number | null;
  @Field() payoutFailed: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      'Of what its people were reminded and what still stands: reshipDue, disputeOpen, refundDueSoon, parcelStale; or parcelLost, parcelReturned.',
  })
  remindedKind: string | null;
  @Field(() => Instant, { nullable: true, description: 'Since when that is so.' }) remindedAt: number | null;
  @Field(() => Json, { nullable: true, description: 'As in force at approval; null before.' }) returnAddress: unknown;
  @Field(() => ReturnLabelView, { nullable: true, description: 'A8: a label the branch has paid for; its file is a photo.' })
  returnLabel: ReturnLabelView | null;
  @Field(() => Instant) appliedAt: number;
  @Field(() => Instant, { nullable: true }) endedAt: number | null;
  @Field(() => Int) version: number;
}

@ObjectType('Pickup')
export class PickupView {
  @Field(() => Instant) from: number;
  @Field(() => Instant) until: number;
}

@ObjectType('DropInGoods')
export class DropInGoodsView {
  @Field() name: string;
  @Field() sku: string;
  @Field(() => Int) quantity: number;
}

@ObjectType('DropIn', { description: 'What a unit learns of a case whose goods it takes in.' })
export class DropInView {
  @Field() code: string;
  @Field(() => CaseTypeEnum) type: CaseType;
  @Field(() => CaseStateEnum) state: CaseState;
  @Field(() => NodeRefView, { description: 'The selling unit.' }) node: NodeRefView;
  @Field(() => [DropInGoodsView]) goods: DropInGoodsView[];
  @Field(() => [ChecklistItemView], { description: 'A9: what the goods are inspected by.' }) checklist: ChecklistItemView[];
  @Field({ description: 'Whether they can be registered as handed in, as the case stands.' }) registrable: boolean;
}

@ObjectType('ChecklistItem', { description: 'A9: told to the buyer at approval, inspected by at receipt.' })
export class ChecklistItemView {
  @Field({ description: 'What the inspection answers it by.' }) item: string;
  @Field(() => LocalTextView) label: LocalTextView;
  @Field(() => Boolean, { nullable: true, description: 'Null: not inspected yet.' }) passed: boolean | null;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType('CasePage')
export class CasePageView {
  @Field(() => [CaseView]) items: CaseView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int, { nullable: true, description: 'Null where counting would mean reading.' }) total: number | null;
}

@ObjectType('CaseCount')
export class CaseCountView {
  @Field() key: string;
  @Field(() => Int) count: number;
  @Field({ description: 'There are more than were counted.' }) hasMore: boolean;
}

@ObjectType('CaseCounts')
export class CaseCountsView {
  @Field(() => [CaseCountView]) byState: CaseCountView[];
  @Field(() => [CaseCountView]) byView: CaseCountView[];
}

@ObjectType('EligibilityFlipLine')
export class FlipLineView {
  @Field(() => ID) orderLineId: string;
  @Field(() => Int) quantity: number;
}

@ObjectType('EligibilityFlip', {
  description: 'One change that turns the answer round; of its fields those that its kind names.',
})
export class FlipView {
  @Field({
    description:
      'endsAt: eligible until then. atLatest: would have been, up to then. contact: once one is logged. photos, quantity, amount, reason, type: with that instead. staff: if staff file it.',
  })
  kind: string;
  @Field(() => Instant, { nullable: true }) at: number | null;
  @Field(() => Fen, { nullable: true }) amount: number | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => CaseTypeEnum, { nullable: true }) type: CaseType | null;
  @Field(() => Int, { nullable: true, description: 'Of the goods.' }) photos: number | null;
  @Field(() => Int, { nullable: true }) invoicePhotos: number | null;
  @Field(() => [FlipLineView], { nullable: true }) lines: FlipLineView[] | null;
}

@ObjectType('PhotosWanted')
export class PhotosWantedView {
  @Field(() => Int) goods: number;
  @Field(() => Int) invoice: number;
}

@ObjectType('Eligibility')
export class EligibilityView {
  @Field() eligible: boolean;
  @Field(() => [RuleTraceView]) trace: RuleTraceView[];
  @Field(() => FreightDecisionView) freight: FreightDecisionView;
  @Field(() => Fen) maxAmount: number;
  @Field(() => Fen, { description: 'A10: what is kept of the amount asked for once the goods are back.' })
  restockingFee: number;
  @Field(() => PhotosWantedView, { description: 'A5: what the reason asks for.' }) photos: PhotosWantedView;
  @Field(() => [FlipView], { description: 'What would turn the answer round, the nearest change first; each was tried.' })
  flips: FlipView[];
  @Field({ description: 'A15: what stands against it are rules that the viewer may overrule, with a reason.' })
  overrulable: boolean;
}
