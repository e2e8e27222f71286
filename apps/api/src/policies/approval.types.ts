import type { KindKey } from '@headwater/policy';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Fen, Instant } from '../common/scalars.js';
import { PolicyKindKeyEnum } from './enums.js';

@ObjectType('ApprovalRule', { description: 'P10: when a change of a kind needs the approval of somebody else.' })
export class ApprovalRuleView {
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field({ description: 'Without it, no change of the kind needs an approval.' }) enabled: boolean;
  @Field(() => Int, { nullable: true, description: 'More branches than this change.' }) branchesOver: number | null;
  @Field({ description: 'It locks or bounds a field for those below.' }) locks: boolean;
  @Field(() => Fen, { nullable: true, description: 'Returns cost more than this, this month, where the change is made.' })
  costOver: number | null;
  @Field(() => String, { nullable: true }) authorName: string | null;
  @Field(() => Instant, { nullable: true }) updatedAt: number | null;
  @Field(() => Int, { description: '0 before it was first set.' }) version: number;
}

@ObjectType('ApprovalReason', { description: 'Why a change needs an approval.' })
export class ApprovalReasonView {
  @Field({ description: 'branches locks cost' }) code: string;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => Fen, { nullable: true, description: 'Branches, or fen; null for locks.' }) value: number | null;
  @Field(() => Fen, { nullable: true }) limit: number | null;
}
