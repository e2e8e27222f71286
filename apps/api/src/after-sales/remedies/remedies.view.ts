import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Instant } from '../../common/scalars.js';
import { LiabilityView } from '../case.view.js';

@ObjectType('LiabilityAppeal', { description: 'A branch contests its liability for a case.' })
export class LiabilityAppealView {
  @Field(() => ID) id: string;
  @Field(() => ID) caseId: string;
  @Field({ description: 'open, upheld or changed.' }) status: string;
  @Field(() => LiabilityView, { nullable: true, description: 'What was contested, as it stood.' })
  contested: LiabilityView | null;
  @Field() reason: string;
  @Field(() => Instant) openedAt: number;
  @Field() openedByName: string;
  @Field(() => String, { nullable: true }) answer: string | null;
  @Field(() => Instant, { nullable: true }) answeredAt: number | null;
  @Field(() => String, { nullable: true }) answeredByName: string | null;
  @Field(() => String, { nullable: true, description: 'Whom HQ named instead.' }) named: string | null;
}
