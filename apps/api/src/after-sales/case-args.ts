import type { CaseState, CaseType, RefusedGoods } from '@headwater/after-sales';
import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { Fen, Instant } from '../common/scalars.js';
import { InspectedItemInput } from './case.inputs.js';
import { CaseStateEnum, CaseTypeEnum, RefusedGoodsEnum } from './case-enums.js';

/** Every mutation of a case carries the version it saw. */
@ArgsType()
export class SeenArgs {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

/** A15: a step that the rules may refuse for having been taken too often, or too early. */
@ArgsType()
export class LimitedArgs extends SeenArgs {
  @Field(() => String, { nullable: true, description: 'A15: why a limit is gone against; by who may overrule.' })
  overrule?: string | null;
}

@ArgsType()
class NoteArgs extends SeenArgs {
  @Field(() => String, { nullable: true }) note?: string | null;
}

@ArgsType()
export class ApproveArgs extends NoteArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Why the goods are to come back although the rules would let the buyer keep them; absent: as the rules say.',
  })
  returnReason?: string | null;
}

@ArgsType()
export class ReasonArgs extends SeenArgs {
  @Field() reason: string;
}

@ArgsType()
export class OutOfStockArgs extends LimitedArgs {
  @Field(() => String, { nullable: true }) note?: string | null;
}

@ArgsType()
export class EscalateArgs extends LimitedArgs {
  @Field() reason: string;
}

@ArgsType()
export class OptionalReasonArgs extends SeenArgs {
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@ArgsType()
export class QuestionArgs extends LimitedArgs {
  @Field() question: string;
  @Field(() => [InspectedItemInput], { nullable: true, description: 'A9: every item of the checklist, or absent.' })
  checklist?: InspectedItemInput[] | null;
}

@ArgsType()
export class ProposeArgs extends LimitedArgs {
  @Field(() => Fen) amount: number;
  @Field() note: string;
  @Field(() => String, {
    defaultValue: 'refund',
    description: 'refund (goods stay, or are here), or returnRefund (send them back).',
  })
  resolution: string;
  @Field(() => [InspectedItemInput], { nullable: true, description: 'A9: every item of the checklist, or absent.' })
  checklist?: InspectedItemInput[] | null;
}

@ArgsType()
export class TextArgs extends SeenArgs {
  @Field() text: string;
}

@ArgsType()
export class ModifyArgs extends LimitedArgs {
  @Field(() => CaseTypeEnum, { nullable: true }) type?: CaseType | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => Fen, { nullable: true }) amount?: number | null;
  @Field(() => String, { nullable: true, description: 'A5: to the question of the reason; that to another reason is dropped.' })
  followUpAnswer?: string | null;
}

@ArgsType()
export class ParcelArgs extends SeenArgs {
  @Field() carrier: string;
  @Field() tracking: string;
}

@ArgsType()
class ShipArgs extends ParcelArgs {
  @Field(() => Fen, { nullable: true, description: 'What the buyer paid for the parcel.' }) freightPaid?: number | null;
}

@ArgsType()
export class ChangeLogisticsArgs extends ShipArgs {
  @Field(() => String, { nullable: true, description: 'A15: why a limit is gone against; by who may overrule.' })
  overrule?: string | null;
}

@ArgsType()
export class ReturnArgs extends ShipArgs {
  @Field(() => String, { defaultValue: 'parcel', description: 'parcel, or pickup where one was booked.' }) method: string;
}

@ArgsType()
export class PickupArgs extends SeenArgs {
  @Field(() => Instant) from: number;
  @Field(() => Instant) until: number;
}

@ArgsType()
export class CounterArgs {
  @Field({ description: "The case's code, as scanned." }) code: string;
  @Field(() => ID, { nullable: true, description: 'The unit that takes the goods in; absent: the selling unit.' }) at?:
    string | null;
}

@ArgsType()
export class DropInArgs extends CounterArgs {
  @Field(() => String, { nullable: true }) inspection?: string | null;
  @Field(() => [InspectedItemInput], { nullable: true, description: 'A9: every item of the checklist, or absent.' })
  checklist?: InspectedItemInput[] | null;
}

@ArgsType()
export class DispatchArgs extends ParcelArgs {
  @Field(() => Fen, { nullable: true, description: 'What the branch pays for the parcel; absent: not known.' })
  freightPaid?: number | null;
}

@ArgsType()
export class ReceiveAndDispatchArgs extends DispatchArgs {
  @Field(() => String, { nullable: true }) inspection?: string | null;
  @Field(() => [InspectedItemInput], { nullable: true, description: 'A9: every item of the checklist, or absent.' })
  checklist?: InspectedItemInput[] | null;
}

@ArgsType()
export class ReceiveArgs extends SeenArgs {
  @Field(() => String, { nullable: true }) inspection?: string | null;
  @Field(() => [InspectedItemInput], { nullable: true, description: 'A9: every item of the checklist, or absent.' })
  checklist?: InspectedItemInput[] | null;
}

@ArgsType()
export class RefuseReceiptArgs extends ReasonArgs {
  @Field(() => RefusedGoodsEnum, { description: 'A photo shows why, unless they have not arrived.' }) goods: RefusedGoods;
  @Field(() => [InspectedItemInput], { nullable: true, description: 'A9: every item of the checklist, or absent.' })
  checklist?: InspectedItemInput[] | null;
}

@ArgsType()
export class VerdictArgs extends ReasonArgs {
  @Field(() => CaseStateEnum) to: CaseState;
  @Field(() => Fen, { nullable: true }) amount?: number | null;
  @Field(() => String, { nullable: true, description: 'branch, carrier, supplier or buyer; absent: as found before.' })
  liable?: string | null;
}

@ArgsType()
export class VoucherArgs extends SeenArgs {
  @Field() voucher: string;
}

@ArgsType()
export class ExtendArgs extends ReasonArgs {
  @Field(() => Instant) until: number;
}

@ArgsType()
export class TrackingArgs {
  @Field(() => ID) shipmentId: string;
  @Field({ description: 'accepted, inTransit, delivered, lost or returned.' }) kind: string;
  @Field(() => Instant, { nullable: true, description: 'When it happened; absent: now.' }) at?: number | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}
