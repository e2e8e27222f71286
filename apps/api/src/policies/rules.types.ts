import type { Directive, Directives, KindKey, Track } from '@headwater/policy';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant, Json } from '../common/scalars.js';
import { NodeRefView, OrgNodeView } from '../tree/org-node.view.js';
import { PolicyKindKeyEnum, RuleValueStateEnum, TrackEnum, type RuleValueState } from './enums.js';
import { PolicyFieldView } from './kind.types.js';

@ObjectType('RuleSource', { description: 'Who set something: the unit, the version there, its author.' })
export class RuleSourceView {
  /** Who approved it is the change set's to say. */
  changeSetId: string | null;
  @Field(() => NodeRefView, { nullable: true }) node: NodeRefView | null;
  @Field(() => TrackEnum, { nullable: true }) track: Track | null;
  @Field(() => String, { nullable: true, description: "Null for a unit's own rules." }) policyName: string | null;
  @Field(() => Int, { nullable: true }) versionNumber: number | null;
  @Field(() => String, { nullable: true }) authorName: string | null;
  @Field(() => Instant, { nullable: true }) since: number | null;
  @Field({ description: "Nobody: the product's default, or its own bound." }) isDefault: boolean;
  @Field(() => ID, { nullable: true, description: 'P11: a pilot of this rollout says so, to its cohort.' })
  rolloutId: string | null;
}

@ObjectType('RuleLock')
export class RuleLockView {
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('RuleAdjusted', { description: 'A value that had to be fitted to bounds set above it later.' })
export class RuleAdjustedView {
  @Field(() => Json, { nullable: true }) wanted: unknown;
  @Field(() => RuleSourceView) by: RuleSourceView;
}

@ObjectType('RuleExemption', {
  description: "An exemption on the way to the unit that frees a field from an ancestor's lock and guards.",
})
export class RuleExemptionView {
  /** Who approved it is the change set's to say. */
  changeSetId: string | null;
  @Field(() => ID) id: string;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => NodeRefView) ancestor: NodeRefView;
  @Field(() => Instant) from: number;
  @Field(() => Instant) to: number;
  @Field() reason: string;
  @Field() authorName: string;
}

@ObjectType('EffectiveField')
export class EffectiveFieldView {
  @Field() key: string;
  @Field(() => Json, { nullable: true }) value: unknown;
  @Field(() => RuleValueStateEnum) state: RuleValueState;
  @Field(() => Json, { nullable: true, description: 'What the unit would have without its own track.' }) inherited: unknown;
  @Field(() => RuleSourceView, { description: 'Who set what is inherited.' }) inheritedSource: RuleSourceView;
  @Field(() => RuleSourceView) source: RuleSourceView;
  @Field(() => RuleLockView, { nullable: true }) lock: RuleLockView | null;
  @Field(() => Json, { nullable: true, description: 'What is allowed here: { min, max } or { allowed }.' }) guard: unknown;
  @Field(() => [RuleSourceView]) guardBy: RuleSourceView[];
  @Field(() => RuleAdjustedView, { nullable: true }) adjusted: RuleAdjustedView | null;
  @Field(() => [RuleExemptionView]) exemptions: RuleExemptionView[];
  @Field(() => [NodeRefView], { description: 'Units above that lock or bound it here and that this viewer may lift, now.' })
  liftable: NodeRefView[];
  @Field({ description: 'Whether this viewer may set it here, now.' }) editable: boolean;
}

@ObjectType('SuspensionRef')
export class SuspensionRefView {
  @Field(() => ID) id: string;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field() reason: string;
  @Field(() => Instant) from: number;
  @Field(() => Instant, { nullable: true }) to: number | null;
}

@ObjectType('EffectiveRules')
export class EffectiveRulesView {
  @Field(() => OrgNodeView) node: OrgNodeView;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => Instant) at: number;
  @Field(() => Instant, { nullable: true, description: 'As it was known then; null: as known now.' }) knownAt: number | null;
  @Field(() => Int) epoch: number;
  @Field(() => SuspensionRefView, { nullable: true }) suspension: SuspensionRefView | null;
  @Field(() => [EffectiveFieldView]) fields: EffectiveFieldView[];
  @Field(() => Json, { description: "Content of the unit's own track now: field → directive." }) own: Directives;
  @Field(() => Int, { description: 'What an edit of the own track is based on; 0 before the first.' }) ownVersion: number;
  @Field(() => [String]) allowedActions: string[];
}

@ObjectType('Candidate', { description: 'A directive on the way from HQ to the unit, with its fate.' })
export class CandidateView {
  @Field(() => RuleSourceView) source: RuleSourceView;
  @Field(() => Json) directive: Directive;
  @Field({ description: 'applied overridden lockedBy replacedByPilot notYet none' }) value: string;
  @Field({ description: 'inForce conflict lifted none' }) guard: string;
  @Field({ description: 'holds beaten lifted none' }) lock: string;
  @Field(() => NodeRefView, { nullable: true, description: 'The unit that beat it.' }) beatenBy: NodeRefView | null;
}

@ObjectType('RuleAlternative')
export class RuleAlternativeView {
  @Field(() => Json, { nullable: true }) value: unknown;
  @Field(() => RuleSourceView) source: RuleSourceView;
}

@ObjectType('RuleNext', { description: 'The next change of the value: exact.' })
export class RuleNextView {
  @Field(() => Instant) at: number;
  @Field(() => RuleSourceView, { description: 'Who sets it from then on.' }) source: RuleSourceView;
  @Field(() => Json, { nullable: true }) value: unknown;
  @Field({ description: 'assignment exemption; changeSet: one that waits for its date, as it moves units' }) fact: string;
  @Field({ description: 'What begins or ends then, such as 总部 · 标准版 v4; of an exemption, its unit; #12 搬迁.' })
  because: string;
  @Field({ description: 'begins ends' }) event: string;
}

@ObjectType('Explanation', { description: 'P8: the Why drawer.' })
export class ExplanationView {
  @Field(() => PolicyFieldView) field: PolicyFieldView;
  @Field(() => EffectiveFieldView) effective: EffectiveFieldView;
  @Field(() => [CandidateView], { description: 'From HQ down, losers too.' }) candidates: CandidateView[];
  @Field(() => RuleAlternativeView, { nullable: true, description: 'What would hold without the winner.' })
  runnerUp: RuleAlternativeView | null;
  @Field(() => RuleNextView, { nullable: true }) next: RuleNextView | null;
}
