import type { CaseType } from '@headwater/after-sales';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Fen } from '../common/scalars.js';
import { CaseTypeEnum } from './case-enums.js';
import { CaseLineInput } from './case.inputs.js';

@InputType({ description: 'An application before its reason is chosen.' })
export class ReasonFreightInput {
  @Field(() => ID) orderId: string;
  @Field(() => CaseTypeEnum) type: CaseType;
  @Field(() => [CaseLineInput]) lines: CaseLineInput[];
}

@ObjectType('ReasonFreight', { description: 'A3: who would pay the return freight for a reason of a class.' })
export class ReasonFreightView {
  @Field() class: string;
  @Field({ description: 'buyer, merchant or shared.' }) payer: string;
  @Field(() => Int) merchantBps: number;
  @Field(() => Fen, { nullable: true, description: 'What free returns cover of it at most; null: nothing.' })
  coveredAtMost: number | null;
}
