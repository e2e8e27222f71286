import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../../common/scalars.js';

@ObjectType('CasePhoto', { description: 'A8, A9.' })
export class CasePhotoView {
  @Field(() => ID) id: string;
  @Field({ description: 'goods, invoice, parcel, outbound, inspection or refusal.' }) kind: string;
  @Field({ description: 'Where its file is to be got, by who may read the case.' }) path: string;
  @Field({ description: 'buyer or staff.' }) takenBy: string;
  @Field() actorName: string;
  @Field() mimeType: string;
  @Field(() => Int, { description: 'In bytes.' }) size: number;
  @Field(() => Instant) createdAt: number;
  @Field(() => Int, { nullable: true, description: 'The event that speaks of it; null: none yet.' }) eventSeq: number | null;
}
