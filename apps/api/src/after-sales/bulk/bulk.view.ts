import type { CaseState } from '@headwater/after-sales';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Fen, Json } from '../../common/scalars.js';
import { CaseFilter } from '../case.inputs.js';
import { CaseStateEnum } from '../case-enums.js';
import { BulkVerbEnum, type BulkVerb } from './bulk-verbs.js';

@ArgsType()
export class PreviewBulkArgs {
  @Field(() => BulkVerbEnum) verb: BulkVerb;
  @Field(() => [ID], { nullable: true, description: 'Chosen one by one; or a filter.' }) ids?: string[] | null;
  @Field(() => CaseFilter, { nullable: true, description: 'All that it finds now, at most 5,000.' }) filter?: CaseFilter | null;
}

@InputType({ description: 'A case, and the version of it that the dry run saw.' })
export class SeenCaseInput {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@ArgsType()
export class RunBulkArgs {
  @Field(() => BulkVerbEnum) verb: BulkVerb;
  @Field(() => [SeenCaseInput], { description: 'At most 50 in one request.' }) rows: SeenCaseInput[];
  @Field(() => String, { nullable: true, description: 'Why, or what the buyers should add; the same for all.' })
  text?: string | null;
}

@ObjectType('BulkRow', { description: 'Frozen at the dry run.' })
export class BulkRowView {
  @Field(() => ID) id: string;
  @Field() code: string;
  @Field(() => Int) version: number;
  @Field(() => Fen) amount: number;
}

@ObjectType('BulkRefusal', { description: 'Cases to which it will not be done, for one reason.' })
export class BulkRefusalView {
  @Field({ description: 'state: not a step of cases in this state; role: not yours to do there.' }) reason: string;
  @Field(() => CaseStateEnum) state: CaseState;
  @Field(() => [BulkRowView]) rows: BulkRowView[];
}

@ObjectType('BulkPreview')
export class BulkPreviewView {
  @Field(() => [BulkRowView]) willDo: BulkRowView[];
  @Field(() => Fen, { description: 'Of all that it will be done to.' }) amount: number;
  @Field(() => [BulkRefusalView]) willNot: BulkRefusalView[];
  @Field(() => Int, { description: 'Ids of no case in your scope.' }) absent: number;
}

@ObjectType('BulkResult')
export class BulkResultView {
  @Field(() => ID) id: string;
  @Field({ description: 'done; changed, somebody was faster and nothing was done; or failed.' }) outcome: string;
  @Field(() => Json, { nullable: true, description: 'Coded as by the mutation of one case; null where it was done.' })
  error: unknown;
}
