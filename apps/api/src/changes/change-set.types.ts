import type { BuyerEffect, FieldKey, KindKey, Operation } from '@headwater/policy';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Instant, Json } from '../common/scalars.js';
import { ProblemView } from '../org/views.js';
import { ApprovalReasonView } from '../policies/approval.types.js';
import { BuyerEffectEnum, VersionDifferenceView } from '../policies/comparison.types.js';
import { CoverageEffectView } from '../policies/coverage.types.js';
import { PolicyKindKeyEnum } from '../policies/enums.js';
import { NodeRefView } from '../tree/org-node.view.js';

export const ChangeSetStatusEnum = {
  draft: 'draft',
  inReview: 'inReview',
  scheduled: 'scheduled',
  live: 'live',
  stale: 'stale',
  cancelled: 'cancelled',
} as const;
export type ChangeSetStatus = keyof typeof ChangeSetStatusEnum;
registerEnumType(ChangeSetStatusEnum, { name: 'ChangeSetStatus' });

const ChangeVerbEnum = { assign: 'assign', setOwn: 'setOwn', exempt: 'exempt', move: 'move' } as const;
registerEnumType(ChangeVerbEnum, { name: 'ChangeVerb' });

@InputType()
export class ChangeOperationInput {
  @Field(() => ChangeVerbEnum) verb: Operation['verb'];
  @Field(() => PolicyKindKeyEnum, { nullable: true, description: 'All but move.' }) kind?: KindKey | null;
  @Field(() => ID) nodeId: string;
  @Field(() => ID, { nullable: true, description: 'assign: the version; null is back to inherit.' }) versionId?: string | null;
  @Field(() => Json, { nullable: true, description: 'setOwn: field → directive, or null for back to inherit.' })
  changes?: unknown;
  @Field(() => ID, { nullable: true, description: 'exempt: whose lock and guards are lifted.' }) ancestorId?: string | null;
  @Field(() => [String], { nullable: true, description: 'exempt: which fields.' }) fields?: string[] | null;
  @Field(() => Instant, { nullable: true, description: 'assign, exempt: when it ends.' }) to?: number | null;
  @Field(() => ID, { nullable: true, description: 'move: under which unit.' }) parentId?: string | null;
  @Field(() => ID, { nullable: true, description: 'move: under which unit it stood when that was looked at.' })
  fromParentId?: string | null;
}

@InputType()
export class ChangeSetInput {
  @Field() title: string;
  @Field(() => String, { nullable: true }) notes?: string | null;
  @Field(() => Instant, { nullable: true, description: 'Without it, as soon as it is carried out.' }) effectiveAt?: number | null;
  @Field(() => [ChangeOperationInput]) operations: ChangeOperationInput[];
}

@InputType()
export class ChangeSetFilter {
  @Field(() => ChangeSetStatusEnum, { nullable: true }) status?: ChangeSetStatus | null;
  @Field(() => ID, { nullable: true, description: 'That change something at or below this unit alone.' }) within?: string | null;
  @Field({ nullable: true, description: 'That wait for the viewer: to approve, or to recalculate his own.' }) mine?: boolean;
}

@ObjectType('ChangeOperation')
export class ChangeOperationView {
  @Field(() => ChangeVerbEnum) verb: Operation['verb'];
  @Field(() => PolicyKindKeyEnum, { nullable: true, description: 'Null: a move.' }) kind: KindKey | null;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => ID, { nullable: true }) versionId: string | null;
  @Field(() => ID, { nullable: true }) policyId: string | null;
  @Field(() => String, { nullable: true }) policyName: string | null;
  @Field(() => Int, { nullable: true }) versionNumber: number | null;
  @Field(() => NodeRefView, { nullable: true }) ancestor: NodeRefView | null;
  @Field(() => NodeRefView, { nullable: true, description: 'Of a move.' }) parent: NodeRefView | null;
  @Field(() => NodeRefView, { nullable: true, description: 'Of a move.' }) fromParent: NodeRefView | null;
  @Field(() => [String]) fields: FieldKey[];
  @Field(() => Json, { nullable: true }) changes: unknown;
  @Field(() => Instant, { nullable: true }) to: number | null;
  @Field(() => [VersionDifferenceView], {
    description: 'What the unit says otherwise on that track than before; frozen to its base.',
  })
  differences: VersionDifferenceView[];
}

@ObjectType('ChangeConflict', { description: 'Somebody else wrote the same since the draft.' })
export class ChangeConflictView {
  @Field(() => PolicyKindKeyEnum, { nullable: true, description: 'Null: the unit was moved.' }) kind: KindKey | null;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => [String], { nullable: true, description: 'Null: the whole of what it was assigned, or its place.' }) fields:
    FieldKey[] | null;
  @Field(() => String, { nullable: true }) by: string | null;
  @Field(() => Instant, { nullable: true }) at: number | null;
}

@ObjectType('ValueChange', { description: 'From which value to which a field changes, and in how many branches.' })
export class ValueChangeView {
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => String) field: FieldKey;
  @Field(() => Json, { nullable: true }) before: unknown;
  @Field(() => Json, { nullable: true }) after: unknown;
  @Field(() => BuyerEffectEnum) effect: BuyerEffect;
  @Field(() => Int) branches: number;
}

@ObjectType('OperationValues', { description: 'What an operation changes, by field and value.' })
export class OperationValuesView {
  @Field(() => [ValueChangeView], { description: 'Those of the most branches first.' }) values: ValueChangeView[];
  @Field(() => Int, { description: 'How many more distinct changes there are.' }) others: number;
}

@ObjectType('RuleWrite', { description: 'A version that somebody assigned, or edits of the own rules of a unit.' })
export class RuleWriteView {
  @Field(() => ID) id: string;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => String, { nullable: true, description: "Null: the unit's own rules, or back to inherit." })
  policyName: string | null;
  @Field(() => Int, { nullable: true }) versionNumber: number | null;
  @Field() own: boolean;
  @Field() authorName: string;
  @Field(() => Instant) at: number;
}

@ObjectType('ChangeImpact')
export class ChangeImpactView {
  @Field({ description: 'Of what it does; an approval is bound to it.' }) impactHash: string;
  @Field(() => [CoverageEffectView], { description: 'One for each operation, each over what those before it leave.' })
  effects: CoverageEffectView[];
  @Field(() => [OperationValuesView], { description: 'One for each operation, as the effects are.' })
  values: OperationValuesView[];
  @Field(() => Int, { description: 'Branches that change anywhere, each counted once.' }) changed: number;
  @Field(() => [ProblemView]) problems: ProblemView[];
  @Field(() => [ChangeConflictView]) conflicts: ChangeConflictView[];
  @Field(() => [ApprovalReasonView], { description: 'Why it needs an approval; empty: it may be carried out at once.' })
  approval: ApprovalReasonView[];
  @Field({ description: 'Its date has passed before it was carried out.' }) datePassed: boolean;
  @Field({ description: 'As it was when it was carried out or went stale, not as it would be now.' }) frozen: boolean;
}

@ObjectType('ChangeSetEvent')
export class ChangeSetEventView {
  @Field(() => Instant) at: number;
  @Field({ description: 'changeSet.draft, changeSet.submit, …' }) action: string;
  @Field() actorName: string;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => [String], {
    description: 'Why it went stale: conflict impactChanged refused datePassed versionRetired contentChanged.',
  })
  causes: string[];
  @Field(() => Int, { nullable: true, description: 'Of an edit: how many things it changed.' }) items: number | null;
  @Field({ description: 'An edit that voided what had been submitted.' }) voided: boolean;
}

@ObjectType('ChangeSet', { description: 'P10: edits of the rules, looked at, approved and carried out together.' })
export class ChangeSetView {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
  @Field() notes: string;
  @Field(() => NodeRefView, { description: 'The lowest unit above all that it changes.' }) node: NodeRefView;
  @Field(() => ChangeSetStatusEnum) status: ChangeSetStatus;
  @Field(() => Instant, { nullable: true }) effectiveAt: number | null;
  @Field({ description: 'Of all that its people wrote; an approval is bound to it.' }) contentHash: string;
  @Field(() => String, { nullable: true, description: 'Of what was submitted, then of what was approved.' })
  submittedImpactHash: string | null;
  @Field() authorName: string;
  @Field({ description: 'The viewer wrote in it, so that another one approves it.' }) isOwn: boolean;
  @Field(() => Instant, { nullable: true }) submittedAt: number | null;
  @Field(() => String, { nullable: true }) approverName: string | null;
  @Field(() => Instant, { nullable: true }) approvedAt: number | null;
  @Field(() => Instant, { nullable: true }) appliedAt: number | null;
  @Field(() => String, { nullable: true, description: 'Why it was sent back or cancelled.' }) reason: string | null;
  @Field(() => Int) operationCount: number;
  @Field(() => Instant) createdAt: number;
  @Field(() => Instant) updatedAt: number;
  @Field(() => Int) version: number;
  @Field(() => [String], { description: 'draft submit approve sendBack apply recalculate cancel' }) allowedActions: string[];
}

@ObjectType()
export class ChangeSetPage {
  @Field(() => [ChangeSetView]) items: ChangeSetView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}
