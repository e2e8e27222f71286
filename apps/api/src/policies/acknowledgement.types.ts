import type { KindKey } from '@headwater/policy';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Instant } from '../common/scalars.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { RuleDifferenceView } from './comparison.types.js';
import type { Standing } from './due-rules.js';
import { PolicyKindKeyEnum } from './enums.js';

const StandingEnum = {
  delivered: 'delivered',
  seen: 'seen',
  accepted: 'accepted',
} as const satisfies Record<Standing, Standing>;

const AcknowledgementListEnum = { open: 'open', overdue: 'overdue', ready: 'ready' } as const;
/** Rules that some branch has not accepted, of these the ones whose time to do so is over, and rules that all have accepted. */
export type AcknowledgementList = keyof typeof AcknowledgementListEnum;

registerEnumType(StandingEnum, { name: 'AcknowledgementState', description: 'Delivered: nobody there has opened it yet.' });
registerEnumType(AcknowledgementListEnum, { name: 'AcknowledgementList' });

@InputType()
export class AcknowledgementFilter {
  @Field(() => AcknowledgementListEnum, { nullable: true, description: 'open where left out.' })
  list?: AcknowledgementList | null;
  @Field(() => PolicyKindKeyEnum, { nullable: true }) kind?: KindKey | null;
  @Field(() => ID, { nullable: true, description: 'Branches at or below this unit.' }) within?: string | null;
}

@InputType()
export class AcknowledgingBranchFilter {
  @Field(() => StandingEnum, { nullable: true, description: 'Where left out, those that have not accepted it.' })
  state?: Standing | null;
  @Field(() => ID, { nullable: true, description: 'At or below this unit.' }) within?: string | null;
}

@ObjectType({ isAbstract: true })
abstract class DueRuleView {
  @Field(() => ID, { description: 'The assignment.' }) assignmentId: string;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => ID) policyId: string;
  @Field() policyName: string;
  @Field(() => Int) versionNumber: number;
  @Field(() => Instant, { description: 'Since when it holds, or from when it will.' }) from: number;
  @Field(() => Instant, { description: 'Delivered: since then those concerned can read it.' }) deliveredAt: number;
  @Field(() => Instant, { description: 'Who has not accepted it by then is overdue.' }) dueAt: number;
  @Field() inForce: boolean;
}

@ObjectType('Acknowledgement', {
  description: 'P17: a shared version that holds or will hold, and how many of the branches it reaches have read it.',
})
export class AcknowledgementView extends DueRuleView {
  @Field(() => ID) id: string;
  @Field(() => NodeRefView, { description: 'The unit that was given the version.' }) node: NodeRefView;
  @Field(() => Int, { description: 'Branches it reaches where the viewer does: it is delivered to all of them.' })
  branches: number;
  @Field(() => Int, { description: 'Those that have opened it, accepted or not.' }) seen: number;
  @Field(() => Int) accepted: number;
  @Field(() => Int, { description: 'Those that have not accepted it though their time to do so is over.' }) overdue: number;
}

@ObjectType()
export class AcknowledgementPage {
  @Field(() => [AcknowledgementView]) items: AcknowledgementView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}

@ObjectType('AcknowledgingBranch')
export class AcknowledgingBranchView {
  @Field(() => ID) id: string;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => StandingEnum) state: Standing;
  @Field() overdue: boolean;
  @Field(() => Instant, { nullable: true }) seenAt: number | null;
  @Field(() => Instant, { nullable: true }) acceptedAt: number | null;
  @Field(() => String, { nullable: true, description: 'Who accepted it; until then, who saw it first.' }) personName:
    string | null;
}

@ObjectType()
export class AcknowledgingBranchPage {
  @Field(() => [AcknowledgingBranchView]) items: AcknowledgingBranchView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}

@ObjectType('MyAcknowledgement', { description: 'A shared version that a branch of the viewer has not accepted yet.' })
export class MyAcknowledgementView extends DueRuleView {
  @Field(() => ID) id: string;
  @Field(() => NodeRefView, { description: 'The branch that is to read it.' }) node: NodeRefView;
  @Field(() => StandingEnum) state: Standing;
  @Field() overdue: boolean;
  @Field(() => [RuleDifferenceView], { description: 'What changes at the branch when it takes effect.' })
  changes: RuleDifferenceView[];
}

@ObjectType()
export class MyAcknowledgementPage {
  @Field(() => [MyAcknowledgementView]) items: MyAcknowledgementView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}
