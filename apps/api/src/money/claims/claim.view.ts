import { claimParties, type ClaimParty } from '@headwater/ledger';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Fen, Instant } from '../../common/scalars.js';
import { NodeRefView } from '../../tree/org-node.view.js';
import { ClaimStatusEnum, type ClaimStatus } from './claim-status.js';

export const ClaimPartyEnum = Object.fromEntries(claimParties.map((party) => [party, party])) as Record<ClaimParty, ClaimParty>;

registerEnumType(ClaimPartyEnum, { name: 'ClaimParty', description: 'Of whom something is claimed.' });
registerEnumType(ClaimStatusEnum, {
  name: 'ClaimStatus',
  description:
    '`withdrawn`: the books took the claim itself back, as the freight it was for was posted anew or released, or somebody withdrew one by hand.',
});

@ObjectType('Claim', { description: 'What is claimed of somebody for a case or its parcel.' })
export class ClaimView {
  @Field(() => ID) id: string;
  @Field(() => ClaimPartyEnum) party: ClaimParty;
  @Field(() => String, { nullable: true, description: 'The name of a carrier; null: it is none.' }) carrier: string | null;
  @Field(() => NodeRefView, { nullable: true, description: 'The unit that is the supplier; null: it is none.' })
  supplier: NodeRefView | null;
  @Field(() => String, { nullable: true, description: 'Why somebody opened it by hand; null: its case did.' }) reason:
    string | null;
  @Field(() => ClaimStatusEnum) status: ClaimStatus;
  @Field(() => ID) caseId: string;
  @Field(() => ID, { nullable: true, description: 'Null where the parcel holds goods of several orders.' }) orderId:
    string | null;
  @Field(() => NodeRefView, { description: 'The selling unit.' }) node: NodeRefView;
  @Field(() => Fen) amount: number;
  @Field(() => Fen) recovered: number;
  @Field(() => Fen, { description: 'Refused, and a cost of the fallback bearer since.' }) writtenOff: number;
  @Field(() => Fen, { description: 'Receivable; below 0 where more came in than is claimed now.' }) left: number;
  @Field() currency: string;
  @Field({ description: 'Who bears what is refused: HQ or branch, as promised at payment.' }) fallbackBearer: string;
  @Field(() => Instant) openedAt: number;
  @Field(() => Instant, { nullable: true }) settledAt: number | null;
  @Field(() => Int) version: number;
  @Field({ description: 'Whether the viewer may record a payment or a refusal of it now.' }) canSettle: boolean;
  @Field({ description: 'Whether the viewer may withdraw it now.' }) canWithdraw: boolean;
}

@ObjectType('ClaimPage')
export class ClaimPageView {
  @Field(() => [ClaimView]) items: ClaimView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int, { nullable: true }) total: number | null;
}
