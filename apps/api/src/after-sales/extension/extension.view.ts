import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../../common/scalars.js';
import { NodeRefView } from '../../tree/org-node.view.js';

@InputType('ExtensionInput', { description: 'Which deadlines are moved, and by how much.' })
export class ExtensionInput {
  @Field(() => ID) nodeId: string;
  @Field(() => String, { nullable: true, description: 'Cases with a reason of this class alone.' }) reasonClass?: string | null;
  @Field(() => Int) days: number;
}

@ObjectType('ExtensionLeftOut')
export class ExtensionLeftOutView {
  @Field({ description: 'legalCeiling, deadlinePassed, tooLate, noClock, changed since, or the code of the refusal.' })
  why: string;
  @Field(() => Int) cases: number;
}

@ObjectType('ExtensionPreview')
export class ExtensionPreviewView {
  @Field(() => Int) extendable: number;
  @Field(() => [ExtensionLeftOutView]) leftOut: ExtensionLeftOutView[];
  @Field({ description: 'There are more than were counted.' }) hasMore: boolean;
}

@ObjectType('CaseExtension', { description: 'A13: a mass extension, carried out batch by batch.' })
export class CaseExtensionView {
  @Field(() => ID) id: string;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => String, { nullable: true }) reasonClass: string | null;
  @Field(() => Int) days: number;
  @Field() reason: string;
  @Field() personName: string;
  @Field(() => Instant) createdAt: number;
  @Field(() => Instant, { nullable: true, description: 'Null while it runs.' }) finishedAt: number | null;
  @Field(() => Int) extended: number;
  @Field(() => [ExtensionLeftOutView]) leftOut: ExtensionLeftOutView[];
}
