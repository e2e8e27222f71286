import type { KindKey } from '@headwater/policy';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Fen, Instant, Json } from '../common/scalars.js';
import { PolicyKindKeyEnum } from '../policies/enums.js';
import { RuleProvenanceView } from '../policies/provenance.types.js';
import type { Acted } from '../policies/review-of.service.js';
import { RuleExemptionView } from '../policies/rules.types.js';
import { NodeRefView } from '../tree/org-node.view.js';

@ObjectType('OrderRuleLock', { description: 'The unit whose lock held the field at payment.' })
export class OrderRuleLockView {
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => RuleProvenanceView, { nullable: true }) by: RuleProvenanceView | null;
}

@ObjectType('OrderRuleSince', { description: 'What that day has by what is known now: a later correction or withdrawal.' })
export class OrderRuleSinceView {
  @Field(() => Json, { nullable: true }) value: unknown;
  @Field(() => RuleProvenanceView, { nullable: true, description: "Null: the product's default." })
  by: RuleProvenanceView | null;
}

@ObjectType('OrderRuleField', { description: 'One field of an order’s promise, and who is behind it.' })
export class OrderRuleFieldView {
  @Field() key: string;
  @Field(() => Json, { nullable: true, description: 'As frozen at payment.' }) value: unknown;
  @Field({ description: 'Resolving anew, as known at payment, gives the same.' }) reproduced: boolean;
  @Field(() => RuleProvenanceView, {
    nullable: true,
    description: "Who set it, as known at payment; null: the product's default, or where it cannot be reproduced, nobody known.",
  })
  by: RuleProvenanceView | null;
  @Field(() => OrderRuleLockView, { nullable: true }) lock: OrderRuleLockView | null;
  @Field(() => [RuleExemptionView], { description: 'P12: what freed the field from locks and guards above, at payment.' })
  exemptions: RuleExemptionView[];
  @Field(() => OrderRuleSinceView, { nullable: true, description: 'Null where nothing was corrected since.' })
  since: OrderRuleSinceView | null;
}

@ObjectType('OrderBudget', { description: 'S5: a budget that was used up.' })
export class OrderBudgetView {
  @Field({ description: 'YYYY-MM.' }) month: string;
  @Field(() => Fen) amount: number;
  @Field() currency: string;
}

@ObjectType('OrderSuspension', {
  description:
    'P6: what kept the promise from being made at payment: somebody who suspended the service, or a budget that was used up.',
})
export class OrderSuspensionView {
  /** Who looked at it afterwards is told by this; null for a budget, which nobody looks at. */
  acted: Acted | null;
  @Field(() => OrderBudgetView, { nullable: true, description: 'S5: of the unit. Null: the service was suspended.' })
  budget: OrderBudgetView | null;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field() reason: string;
  @Field() authorName: string;
  @Field(() => Instant) from: number;
}

@ObjectType('OrderKindRules', { description: 'The promise of one kind, as frozen at payment.' })
export class OrderKindRulesView {
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field({ description: 'SHA-256 of the frozen document.' }) hash: string;
  @Field({ description: 'Suspended at payment: nothing was promised.' }) suspended: boolean;
  @Field(() => OrderSuspensionView, { nullable: true, description: 'Null also where it cannot be reproduced.' })
  suspension: OrderSuspensionView | null;
  @Field({ description: 'Resolving anew at payment, as known then, gives the frozen document.' }) reproduced: boolean;
  @Field(() => [OrderRuleFieldView], { description: "In the schema's order." }) fields: OrderRuleFieldView[];
}

@ObjectType('OrderLineRules')
export class OrderLineRulesView {
  @Field(() => ID) id: string;
  @Field(() => Int) lineNo: number;
  @Field() name: string;
  @Field({ description: 'Free returns were promised for it: on, and in scope.' }) freeReturns: boolean;
}

@ObjectType('OrderRules', { description: 'What applied to an order at payment, who set it, and whether that can be reproduced.' })
export class OrderRulesView {
  @Field(() => ID) orderId: string;
  @Field() code: string;
  @Field(() => NodeRefView, { description: 'The selling unit.' }) node: NodeRefView;
  @Field(() => Instant, { nullable: true, description: 'Null: never paid, so nothing was promised.' }) paidAt: number | null;
  @Field(() => Int, { nullable: true, description: 'The epoch whose knowledge was used.' }) epoch: number | null;
  @Field(() => Instant, { nullable: true, description: 'When that epoch was committed.' }) knownAt: number | null;
  @Field(() => [OrderLineRulesView]) lines: OrderLineRulesView[];
  @Field(() => [OrderKindRulesView]) kinds: OrderKindRulesView[];
}
