import type { KindKey } from '@headwater/policy';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Fen, Instant } from '../common/scalars.js';
import { CoverageEffectView } from '../policies/coverage.types.js';
import { PolicyKindKeyEnum } from '../policies/enums.js';
import type { RolloutStatus } from '../policies/policy.entity.js';
import { NodeRefView } from '../tree/org-node.view.js';

const RolloutStatusEnum = {
  running: 'running',
  paused: 'paused',
  finished: 'finished',
  cancelled: 'cancelled',
} as const satisfies Record<RolloutStatus, RolloutStatus>;

/** What changes who is in the pilot. */
export const RolloutMoveEnum = { advance: 'advance', finish: 'finish', cancel: 'cancel' } as const;
export type RolloutMove = keyof typeof RolloutMoveEnum;

registerEnumType(RolloutStatusEnum, { name: 'RolloutStatus' });
registerEnumType(RolloutMoveEnum, { name: 'RolloutMove', description: 'What changes who is in the pilot.' });

@InputType({ description: 'Who is in: a share of the stores, or units picked by hand. One of the two.' })
export class CohortInput {
  @Field(() => Int, { nullable: true, description: 'Of ten thousand.' }) bps?: number | null;
  @Field(() => [ID], { nullable: true }) units?: string[] | null;
}

@InputType()
export class RolloutInput {
  @Field(() => ID, { nullable: true, description: 'What the preview named it: the same stores are drawn then.' }) id?:
    string | null;
  @Field(() => ID) versionId: string;
  @Field(() => ID) nodeId: string;
  @Field(() => CohortInput) cohort: CohortInput;
}

@InputType()
export class RolloutFilter {
  @Field(() => Boolean, { nullable: true, description: 'Those under way; without it, all.' }) open?: boolean | null;
  @Field(() => RolloutStatusEnum, { nullable: true }) status?: RolloutStatus | null;
  @Field(() => ID, { nullable: true }) versionId?: string | null;
  @Field(() => ID, { nullable: true, description: 'At or below this unit.' }) within?: string | null;
}

@ObjectType('GuardFigures', { description: 'What happened at some branches since a step.' })
export class GuardFiguresView {
  @Field(() => Int, { description: 'Orders placed.' }) orders: number;
  @Field(() => Fen, { description: 'Freight subsidy booked.' }) subsidy: number;
  @Field(() => Fen, { nullable: true, description: 'Subsidy for each order; null without orders.' }) subsidyPerOrder:
    number | null;
  @Field(() => Int, { description: 'Cases applied for.' }) cases: number;
  @Field(() => Int, { description: 'Of these, refused at least once.' }) rejected: number;
  @Field(() => Int, { description: 'Of these, taken to HQ.' }) disputed: number;
  @Field(() => Int, { nullable: true, description: 'Of ten thousand cases; null without cases.' }) rejectionBps: number | null;
  @Field(() => Int, { nullable: true, description: 'Of ten thousand cases; null without cases.' }) disputeBps: number | null;
}

@ObjectType('GuardComparison', { description: 'The branches of the pilot against all others at and below its unit.' })
export class GuardComparisonView {
  @Field(() => Instant, { description: 'Counted since: the step, or later where there is more than can be counted.' })
  from: number;
  @Field(() => Instant) to: number;
  @Field({ description: 'Only the latest orders, cases and bookings are counted.' }) sampled: boolean;
  @Field(() => GuardFiguresView, { nullable: true }) inPilot: GuardFiguresView | null;
  @Field(() => GuardFiguresView, { nullable: true }) others: GuardFiguresView | null;
  @Field(() => String, { nullable: true, description: 'Why there are no figures: tooMany rows came after.' })
  reason: string | null;
}

@ObjectType('RolloutStep')
export class RolloutStepView {
  @Field(() => Int, { description: 'From 1.' }) number: number;
  @Field(() => Instant) at: number;
  @Field(() => Int, { nullable: true, description: 'Of ten thousand stores; null where units were picked.' }) bps: number | null;
  @Field(() => [NodeRefView], { description: 'Picked by hand in this step.' }) units: NodeRefView[];
  @Field(() => Int, { description: 'In the pilot when the step was taken.' }) branches: number;
  @Field() authorName: string;
  @Field(() => GuardComparisonView, { nullable: true, description: 'Of one rollout alone, and of its last steps.' })
  figures: GuardComparisonView | null;
}

@ObjectType('Rollout', { description: 'P11: a version brought to the branches of a unit in steps.' })
export class RolloutView {
  @Field(() => ID) id: string;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => ID) policyId: string;
  @Field() policyName: string;
  @Field(() => ID) versionId: string;
  @Field(() => Int) versionNumber: number;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => RolloutStatusEnum) status: RolloutStatus;
  @Field() reason: string;
  @Field(() => String, { nullable: true }) endReason: string | null;
  @Field() authorName: string;
  @Field(() => Instant) startedAt: number;
  @Field(() => Instant, { nullable: true }) endedAt: number | null;
  @Field(() => Int, { description: 'Branches at and below the unit now.' }) branches: number;
  @Field(() => Int, { description: 'Of these, in the pilot of the present step; none where it is over.' }) inPilot: number;
  @Field(() => Int, { description: 'From 1.' }) currentStep: number;
  @Field(() => [RolloutStepView], { description: 'As they were taken.' }) steps: RolloutStepView[];
  @Field(() => Int) version: number;
  @Field(() => [String]) allowedActions: string[];
}

@ObjectType()
export class RolloutPage {
  @Field(() => [RolloutView]) items: RolloutView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}

@ObjectType('RolloutChange', { description: 'Who would be, or is, in the pilot, and what that does to the branches.' })
export class RolloutChangeView {
  @Field(() => ID) rolloutId: string;
  @Field(() => Int, { description: 'Branches in the pilot afterwards.' }) inPilot: number;
  @Field(() => CoverageEffectView) effect: CoverageEffectView;
}
