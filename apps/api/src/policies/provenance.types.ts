import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Instant } from '../common/scalars.js';
import type { Acted } from './review-of.service.js';
import { RuleSourceView } from './rules.types.js';

@ObjectType('RuleProvenance', {
  description: 'Where something in the rules comes from: who wrote the version, and who assigned it, when and why.',
})
export class RuleProvenanceView {
  /** Who looked at it afterwards is told by this; a unit's own rules are never rolled back. */
  acted: Acted | null;
  @Field(() => RuleSourceView) source: RuleSourceView;
  @Field(() => ID, { nullable: true }) policyId: string | null;
  @Field(() => String, { nullable: true, description: 'Who wrote the version.' }) versionAuthor: string | null;
  @Field(() => Instant, { nullable: true }) publishedAt: number | null;
  @Field(() => ID) assignmentId: string;
  @Field() assignedBy: string;
  @Field(() => Instant) assignedAt: number;
  @Field(() => Instant) from: number;
  @Field(() => Instant, { nullable: true }) to: number | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field({ description: 'Back-dated.' }) correction: boolean;
  @Field({ description: 'Withdrawn since.' }) cancelled: boolean;
}
