import type { KindKey } from '@headwater/policy';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Fen, Instant, Json } from '../common/scalars.js';
import { ProblemView } from '../org/views.js';
import { NodeRefView, OrgNodeView } from '../tree/org-node.view.js';
import { ApprovalReasonView } from './approval.types.js';
import type { BranchesOf } from './effect-branches.js';
import { PolicyKindKeyEnum } from './enums.js';
import { AssignmentView } from './policy.types.js';
import { RuleSourceView } from './rules.types.js';

@ObjectType('RuleChange', { description: 'In how many branches a field changes.' })
export class RuleChangeView {
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field() field: string;
  @Field(() => Int) branches: number;
}

@ObjectType('NoEffectReason')
export class NoEffectReasonView {
  @Field({ description: 'alreadyOn alreadyOff suspended locked overridden same archived notInPilot inPilot excluded' })
  code: string;
  @Field(() => Int) branches: number;
  @Field(() => NodeRefView, { nullable: true, description: 'The unit in the way.' }) by: NodeRefView | null;
  @Field(() => Int, {
    description: 'How many units are in the way; where they are more than one, those with fewer branches than the named ones.',
  })
  units: number;
  @Field(() => [NodeRefView]) examples: NodeRefView[];
  @Field(() => String, { nullable: true, description: 'Names its branches in `branchesOf`; null of what was kept long ago.' })
  key?: string | null;
}

@ObjectType('ClashingSet')
export class ClashingSetView {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
}

@ObjectType('AssignmentClash', { description: 'P7: something else that is scheduled at the unit and touches the same fields.' })
export class AssignmentClashView {
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => AssignmentView, { nullable: true }) assignment: AssignmentView | null;
  @Field(() => ClashingSetView, {
    nullable: true,
    description: 'An approved one that waits for its date, where it is no assignment.',
  })
  changeSet: ClashingSetView | null;
  @Field(() => [String]) fields: string[];
  @Field(() => Instant, { description: 'From when both would hold.' }) from: number;
  @Field(() => Instant, { nullable: true }) to: number | null;
  @Field({ description: "The new one covers it in that time; otherwise it comes over the new one, as a unit's own rules do." })
  covered: boolean;
  @Field({
    description: 'Neither knows of the other: the one carried out second, here the covered one, may have to be recalculated.',
  })
  recalculate: boolean;
}

@ObjectType('CoverageEffect', {
  description: 'What a change does, or did, to the branches at and below a unit: turning on or off, suspending, assigning (P3).',
})
export class CoverageEffectView {
  @Field(() => NodeRefView) node: NodeRefView;
  @Field() dryRun: boolean;
  @Field(() => Int) branches: number;
  @Field(() => Int) changed: number;
  @Field(() => Int) unchanged: number;
  @Field(() => Int, {
    description: 'Of the unchanged: suspended branches whose rules change all the same, seen once they resume.',
  })
  latent: number;
  @Field(() => [NoEffectReasonView], { description: 'Their branches add up to `unchanged`.' }) reasons: NoEffectReasonView[];
  @Field(() => [RuleChangeView]) fields: RuleChangeView[];
  @Field(() => [ProblemView], { description: 'Why it would be refused; empty when it may be done.' }) problems: ProblemView[];
  @Field(() => [ProblemView], { description: 'What does not stand in the way but should be known.' }) warnings: ProblemView[];
  @Field(() => [NodeRefView], {
    nullable: true,
    description: 'Of turning on or off: the units left out that say themselves what they have, so that they keep it.',
  })
  keeps?: NodeRefView[] | null;
  @Field(() => [AssignmentView], { description: 'Assignments it covers; they hold again where it is cancelled.' })
  covers: AssignmentView[];
  @Field(() => [ApprovalReasonView], { description: 'Why it has to be approved first; empty when it may be done at once.' })
  approval: ApprovalReasonView[];
  @Field(() => [AssignmentClashView], { description: 'What is scheduled there besides, and until when they meet.' })
  clashes: AssignmentClashView[];
  @Field(() => Int, { description: "Does not depend on the subtree's size." }) rowsWritten: number;
  @Field(() => Int) epoch: number;
  /** Not kept with a change set, as it grows with the chain. */
  branchesOf?: BranchesOf;
}

@ObjectType('CoverageRow')
export class CoverageRowView {
  /** The instant that it is told of (UTC epoch ms). */
  at: number;
  @Field(() => OrgNodeView) node: OrgNodeView;
  @Field(() => Int) branches: number;
  @Field(() => Int) on: number;
  @Field(() => Int) off: number;
  @Field(() => Int) suspended: number;
  @Field(() => Int, { description: 'P11: branches for which a pilot decides.' }) inPilot: number;
  @Field({ description: 'State of this very unit: on off suspended.' }) state: string;
  @Field(() => Instant, {
    nullable: true,
    description: 'When a suspension of this very unit begins that is only planned; null while one holds.',
  })
  suspendedFrom: number | null;
  @Field(() => RuleSourceView) source: RuleSourceView;
  @Field({ description: 'Whether the unit changes anything of what it inherits.' }) customised: boolean;
  @Field(() => NodeRefView, { nullable: true, description: 'The unit above that locks it on or off.' })
  lockedBy: NodeRefView | null;
  @Field(() => Json, { nullable: true, description: 'The effective mode with its amount in fen.' }) cap: unknown;
  @Field(() => Fen) costThisMonth: number;
  @Field() expandable: boolean;
  @Field(() => [String]) allowedActions: string[];
}

@ObjectType('CoveragePage')
export class CoveragePageView {
  @Field(() => [CoverageRowView]) items: CoverageRowView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}
