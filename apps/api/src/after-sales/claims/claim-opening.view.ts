import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Fen } from '../../common/scalars.js';
import { NodeRefView } from '../../tree/org-node.view.js';

@ObjectType('ClaimPreviewShare', { description: 'What a bearer is given back.' })
export class ClaimPreviewShareView {
  @Field() bearer: string;
  @Field(() => NodeRefView, { nullable: true }) bearerNode: NodeRefView | null;
  @Field(() => Fen) amount: number;
}

@ObjectType('ClaimPreview', {
  description: 'What opening a claim by hand would post, and what it posts if nothing changes meanwhile.',
})
export class ClaimPreviewView {
  @Field() currency: string;
  @Field(() => Fen, { description: 'What the case has cost less what is claimed for it already; 0: nothing can be claimed.' })
  most: number;
  @Field(() => [String], { description: 'Those of its parcels.' }) carriers: readonly string[];
  @Field(() => [NodeRefView], { description: 'Those that its goods came from.' }) ownSuppliers: readonly NodeRefView[];
  @Field(() => [NodeRefView], { description: 'The others of the chain.' }) otherSuppliers: readonly NodeRefView[];
  @Field(() => String, { nullable: true, description: 'The month in which it lands; null where the amount cannot be claimed.' })
  period: string | null;
  @Field(() => [ClaimPreviewShareView], { description: 'Empty where the amount cannot be claimed.' })
  shares: readonly ClaimPreviewShareView[];
  @Field({ description: 'To be sent with the claim.' }) digest: string;
}

@InputType()
export class OpenClaimInput {
  @Field(() => ID) caseId: string;
  @Field(() => String, { nullable: true, description: 'One of the preview’s; absent: it is claimed of a supplier.' })
  carrier?: string | null;
  @Field(() => ID, { nullable: true, description: 'A unit that is a supplier; absent: it is claimed of a carrier.' })
  supplierId?: string | null;
  @Field(() => Fen, { description: '1 to the preview’s most.' }) amount: number;
  @Field({ description: '1 to 500 characters.' }) reason: string;
  @Field({ description: 'Of the preview that was shown.' }) digest: string;
}
