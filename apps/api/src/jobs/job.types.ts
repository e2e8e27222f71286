import type { CoverageState, KindKey } from '@headwater/policy';
import type { NodeType } from '@headwater/org-tree';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BulkVerbEnum, type BulkVerb } from '../after-sales/bulk/bulk-verbs.js';
import { SeenCaseInput } from '../after-sales/bulk/bulk.view.js';
import { Instant } from '../common/scalars.js';
import { ApprovalReasonView } from '../policies/approval.types.js';
import { PolicyKindKeyEnum } from '../policies/enums.js';
import { NodeTypeEnum, OwnershipEnum } from '../tree/node-enums.js';
import { NodeRefView } from '../tree/org-node.view.js';
import type { Ownership } from '../tree/org-node.entity.js';
import type { BranchConditions } from './conditions.js';
import type { BranchAction, JobAction, JobRowState } from './job.entity.js';

const BranchActionEnum = {
  turnOn: 'turnOn',
  turnOff: 'turnOff',
  suspend: 'suspend',
  assign: 'assign',
  exempt: 'exempt',
} as const satisfies Record<BranchAction, BranchAction>;
const JobActionEnum = { ...BranchActionEnum, cases: 'cases' } as const satisfies Record<JobAction, JobAction>;
export const JobRowStateEnum = {
  waiting: 'waiting',
  done: 'done',
  unchanged: 'unchanged',
  changed: 'changed',
  failed: 'failed',
} as const satisfies Record<JobRowState, JobRowState>;
/** How a job stands. */
const JobStatusEnum = { running: 'running', partlyFailed: 'partlyFailed', finished: 'finished' } as const;
export type JobStatus = keyof typeof JobStatusEnum;
/** Which jobs a list holds. */
const JobListEnum = { open: 'open', mine: 'mine', all: 'all' } as const;
export type JobList = keyof typeof JobListEnum;
const CoverageStateEnum = { on: 'on', off: 'off', suspended: 'suspended' } as const satisfies Record<
  CoverageState,
  CoverageState
>;

registerEnumType(BranchActionEnum, { name: 'BranchAction', description: 'P5: what is done at many branches.' });
registerEnumType(JobActionEnum, { name: 'JobAction', description: 'Cases: one step on many of them.' });
registerEnumType(JobRowStateEnum, {
  name: 'JobRowState',
  description:
    'Unchanged: the branch had it so when its turn came. Changed: the case had moved since it was looked at, and was left alone.',
});
registerEnumType(JobStatusEnum, { name: 'JobStatus', description: 'Partly failed: it ended, and failed here and there.' });
registerEnumType(JobListEnum, {
  name: 'JobList',
  description: 'Open: the viewer’s own that run, or that failed here and there in the last fourteen days. Mine: all of his own.',
});
registerEnumType(CoverageStateEnum, { name: 'CoverageState' });

@InputType({ description: 'All that are given hold for a branch that is chosen.' })
export class BranchConditionsInput implements BranchConditions {
  @Field(() => [OwnershipEnum], { nullable: true }) ownership?: Ownership[] | null;
  @Field(() => [NodeTypeEnum], { nullable: true, description: 'Types of the unit right above.' }) parentTypes?: NodeType[] | null;
  @Field(() => [String], { nullable: true, description: 'Province codes.' }) regions?: string[] | null;
  @Field(() => [CoverageStateEnum], { nullable: true }) coverage?: CoverageState[] | null;
  @Field(() => Int, { nullable: true, description: 'Basis points of lines delivered in the last 90 days.' })
  returnRateBelow?: number | null;
  @Field(() => Int, { nullable: true }) returnRateAbove?: number | null;
  @Field(() => Int, { nullable: true, description: 'Lines that a rate is taken from at the least; 30 where left out.' })
  leastLines?: number | null;
}

@InputType({ description: 'What an action is about, beside the branches.' })
export class JobDetailInput {
  @Field(() => ID, { nullable: true, description: 'assign: the version.' }) versionId?: string;
  @Field(() => PolicyKindKeyEnum, { nullable: true, description: 'exempt: of which kind.' }) kind?: KindKey;
  @Field(() => [String], { nullable: true, description: 'exempt: which fields.' }) fields?: string[];
  @Field(() => ID, { nullable: true, description: 'exempt: whose lock and guards are lifted.' }) ancestorId?: string;
}

@InputType()
export class SelectionInput {
  @Field(() => BranchActionEnum) action: BranchAction;
  @Field(() => ID) within: string;
  @Field(() => JobDetailInput, { nullable: true }) detail?: JobDetailInput | null;
  @Field(() => Instant, { nullable: true, description: 'suspend, exempt: until when.' }) until?: number | null;
  @Field(() => BranchConditionsInput, { nullable: true }) conditions?: BranchConditionsInput | null;
  @Field(() => String, { nullable: true, description: 'Codes or names, a line each, or a CSV file with them first.' })
  list?: string | null;
}

@InputType()
export class JobInput {
  @Field(() => SelectionInput) selection: SelectionInput;
  @Field(() => Int, { description: 'How many were eligible when it was looked at.' }) eligible: number;
  @Field({ description: 'Chosen by the caller: the same again is the same job.' }) key: string;
  @Field(() => String, { nullable: true, description: 'Asked of a suspension.' }) reason?: string | null;
}

@InputType({ description: 'P10: the branches of a selection, for an approval.' })
export class SelectionDraftInput {
  @Field(() => SelectionInput) selection: SelectionInput;
  @Field(() => Int, { description: 'How many were eligible when it was looked at; at most 500.' }) eligible: number;
  @Field() title: string;
  @Field(() => String, { nullable: true }) notes?: string | null;
}

@InputType({ description: 'A17: one step on more cases than are waited for.' })
export class CaseJobInput {
  @Field(() => BulkVerbEnum) verb: BulkVerb;
  @Field(() => [SeenCaseInput], { description: 'As the dry run saw them; at most 5,000.' }) rows: SeenCaseInput[];
  @Field(() => String, { nullable: true, description: 'Why, or what the buyers should add; the same for all.' })
  text?: string | null;
  @Field({ description: 'Chosen by the caller: the same again is the same job.' }) key: string;
}

@ObjectType('SelectionReason')
export class SelectionReasonView {
  @Field({
    description:
      'ownership parentType region coverage fewLines rateTooHigh rateTooLow alreadyOn alreadyOff suspended locked alreadyAssigned nothingToLift',
  })
  code: string;
  @Field(() => Int, { nullable: true, description: 'Basis points, or lines.' }) limit: number | null;
  @Field(() => NodeRefView, { nullable: true, description: 'The unit in the way.' }) by: NodeRefView | null;
}

@ObjectType('SelectedBranch')
export class SelectedBranchView {
  @Field(() => ID) id: string;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => [SelectionReasonView], { description: 'Why it is left out; none of an eligible one.' })
  reasons: SelectionReasonView[];
  @Field(() => Int, { nullable: true, description: 'Return rate in basis points; null where nothing was delivered.' })
  returnRate: number | null;
  @Field(() => Int, { description: 'Lines that it is taken from.' }) lines: number;
}

@ObjectType('UnreadLine')
export class UnreadLineView {
  @Field(() => Int) line: number;
  @Field() text: string;
  @Field({ description: 'UNKNOWN_BRANCH AMBIGUOUS_BRANCH NOT_A_BRANCH REPEATED_BRANCH' }) code: string;
}

@ObjectType('Selection', { description: 'P5: the branches that an action would reach, or those it would leave out and why.' })
export class SelectionPage {
  @Field(() => Int) eligible: number;
  @Field(() => Int) ineligible: number;
  @Field(() => [UnreadLineView], { description: 'Lines of a list that name no branch to act on; up to 200.' })
  problems: UnreadLineView[];
  @Field(() => Int) problemCount: number;
  @Field(() => [ApprovalReasonView], { description: 'Why it cannot be run without an approval; empty: it can.' })
  approval: ApprovalReasonView[];
  @Field(() => [SelectedBranchView]) items: SelectedBranchView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}

@InputType()
export class JobFilter {
  @Field(() => JobListEnum, { nullable: true }) list?: JobList | null;
  @Field(() => JobStatusEnum, { nullable: true }) status?: JobStatus | null;
  @Field(() => ID, { nullable: true, description: 'At or below this unit.' }) within?: string | null;
}

@ObjectType('JobSummary', { description: 'A job as a list shows it.' })
export class JobSummaryView {
  @Field(() => ID) id: string;
  @Field(() => JobActionEnum) action: JobAction;
  @Field(() => PolicyKindKeyEnum, { nullable: true, description: 'Of the rules that it changes; null of cases.' })
  kind: KindKey | null;
  @Field(() => BulkVerbEnum, { nullable: true, description: 'Of cases: which step.' }) step: BulkVerb | null;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field() personName: string;
  @Field(() => JobStatusEnum) status: JobStatus;
  @Field(() => Instant) createdAt: number;
  @Field(() => Instant, { nullable: true }) finishedAt: number | null;
  @Field(() => Int) total: number;
  @Field(() => Int, { description: 'Branches, or cases, at which it failed; known when it has ended.' }) failed: number;
}

@ObjectType()
export class JobPage {
  @Field(() => [JobSummaryView]) items: JobSummaryView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}

@ObjectType('Job')
export class JobView {
  @Field(() => ID) id: string;
  @Field(() => JobActionEnum) action: JobAction;
  @Field(() => PolicyKindKeyEnum, { nullable: true, description: 'Of the rules that it changes; null of cases.' })
  kind: KindKey | null;
  @Field(() => BulkVerbEnum, { nullable: true, description: 'Of cases: which step.' }) step: BulkVerb | null;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field() personName: string;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => Instant) createdAt: number;
  @Field(() => Instant, { nullable: true }) finishedAt: number | null;
  @Field(() => Int) total: number;
  @Field(() => Int) waiting: number;
  @Field(() => Int) done: number;
  @Field(() => Int) unchanged: number;
  @Field(() => Int) changed: number;
  @Field(() => Int) failed: number;
  @Field(() => [String]) allowedActions: string[];
}

@ObjectType('JobCase')
export class JobCaseView {
  @Field(() => ID) id: string;
  @Field() code: string;
}

@ObjectType('JobRow')
export class JobRowView {
  @Field(() => ID) id: string;
  @Field(() => NodeRefView, { description: 'The branch; of a case, where it lies.' }) node: NodeRefView;
  @Field(() => JobCaseView, { nullable: true }) case: JobCaseView | null;
  @Field(() => JobRowStateEnum) state: JobRowState;
  @Field(() => String, { nullable: true, description: 'Of a refusal.' }) code: string | null;
  @Field(() => String, { nullable: true }) message: string | null;
  @Field(() => Instant, { nullable: true }) at: number | null;
}

@ObjectType()
export class JobRowPage {
  @Field(() => [JobRowView]) items: JobRowView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}
