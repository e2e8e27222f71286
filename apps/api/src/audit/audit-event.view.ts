import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Instant, Json } from '../common/scalars.js';
import { OrgNodeView } from '../tree/org-node.view.js';

@ObjectType('AuditEvent')
export class AuditEventView {
  @Field(() => ID) id: string;
  @Field(() => Instant) at: number;
  @Field() actorName: string;
  @Field({ description: 'The permission that was used, such as orgNode.move.' }) action: string;
  @Field() subjectType: string;
  @Field(() => ID) subjectId: string;
  @Field(() => OrgNodeView, { nullable: true }) node: OrgNodeView | null;
  @Field(() => Json, { nullable: true }) data: unknown;
}

@ObjectType('AuditEventPage')
export class AuditEventPageView {
  @Field(() => [AuditEventView]) items: AuditEventView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
}
