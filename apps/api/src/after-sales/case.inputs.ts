import type { CaseState, CaseType } from '@headwater/after-sales';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Fen } from '../common/scalars.js';
import { ContactInput } from '../orders/contacts.view.js';
import { CaseStateEnum, CaseTypeEnum } from './case-enums.js';

@InputType()
export class CaseFilter {
  @Field(() => ID, { nullable: true }) within?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'toDo, toReceive, toDispatch, dispatchLate, atRisk, overdue, dispute, disputeLate, refunding, payoutFailed, stale, buyersTurn, open, ended or all.',
  })
  view?: string | null;
  @Field(() => [CaseStateEnum], { nullable: true }) states?: CaseState[] | null;
  @Field(() => CaseTypeEnum, { nullable: true }) type?: CaseType | null;
  @Field(() => String, { nullable: true }) reasonClass?: string | null;
  @Field(() => Int, { nullable: true, description: 'Hours to the deadline at the most; what is overdue is among them.' })
  dueWithin?: number | null;
  @Field(() => String, {
    nullable: true,
    description: "Code of the case or order, external number, tracking number, or the beginning of the buyer's name.",
  })
  search?: string | null;
  @Field(() => ID, { nullable: true }) orderId?: string | null;
}

@InputType()
export class CaseLineInput {
  @Field(() => ID) orderLineId: string;
  @Field(() => Int) quantity: number;
}

@InputType({ description: 'A9: an item of the checklist, as it was found.' })
export class InspectedItemInput {
  @Field() item: string;
  @Field() passed: boolean;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class ApplyInput {
  @Field(() => ID) orderId: string;
  @Field(() => CaseTypeEnum) type: CaseType;
  @Field() reason: string;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => String, { nullable: true, description: 'A5: to the question of the reason, where it has one.' })
  followUpAnswer?: string | null;
  @Field(() => [CaseLineInput]) lines: CaseLineInput[];
  @Field(() => [ID], { nullable: true, description: 'A5: photos of the goods that were uploaded to the order before.' })
  photos?: string[] | null;
  @Field(() => ContactInput, { nullable: true, description: 'A3: logged with it; by staff alone.' })
  contact?: ContactInput | null;
  @Field(() => String, { nullable: true, description: 'A15: why the case is opened against a rule; by who may overrule.' })
  overrule?: string | null;
  @Field(() => Fen, { nullable: true, description: 'Absent: all that may be refunded for these lines.' }) amount?: number | null;
}
