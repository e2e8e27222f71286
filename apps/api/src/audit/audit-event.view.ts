import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Instant, Json } from '../common/scalars.js';
import { OrgNodeView } from '../tree/org-node.view.js';

@InputType({ description: 'The record that was changed.' })
export class AuditSubjectInput {
  @Field() type: string;
  @Field(() => ID) id: string;
}

@InputType({ description: 'What is asked of an event; several of them hold together.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: 'A unit: events there and below.' })
  within?: string | null;

  @Field(() => String, { nullable: true, description: 'Such as orgNode.move.' })
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'The person who did it.' })
  actorId?: string | null;

  @Field(() => AuditSubjectInput, { nullable: true })
  subject?: AuditSubjectInput | null;

  @Field(() => Instant, { nullable: true })
  from?: number | null;

  @Field(() => Instant, { nullable: true, description: 'Not itself included.' })
  to?: number | null;
}

@ObjectType('AuditEvent')
export class AuditEventView {
  @Field(() => ID) id: string;
  @Field(() => Instant) at: number;
  @Field({ description: 'staff, buyer or system.' }) actorKind: string;
  @Field(() => ID, { nullable: true }) actorId: string | null;
  @Field() actorName: string;
  @Field({ description: 'The permission that was used, such as orgNode.move.' }) action: string;
  @Field() subjectType: string;
  @Field(() => ID) subjectId: string;
  @Field(() => OrgNodeView, { nullable: true }) node: OrgNodeView | null;
  @Field(() => Json, { nullable: true, description: 'What changed; its keys follow the action.' }) data: unknown;
}

@ObjectType('AuditEventPage')
export class AuditEventPageView {
  @Field(() => [AuditEventView]) items: AuditEventView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;

  @Field(() => Int, { nullable: true, description: 'Counted with the first page alone, and up to 10,000.' })
  total: number | null;

  @Field({ description: 'There are more than `total` says.' }) hasMoreThanTotal: boolean;
}
