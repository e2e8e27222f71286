import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PersonStatus } from '../auth/person.entity.js';
import { GrantView } from '../auth/views.js';
import { Instant } from '../common/scalars.js';

const PersonStatusEnum = { invited: 'invited', active: 'active', disabled: 'disabled' } as const satisfies Record<
  PersonStatus,
  PersonStatus
>;
registerEnumType(PersonStatusEnum, { name: 'PersonStatus' });

@ObjectType('Person')
export class PersonView {
  @Field(() => ID) id: string;
  @Field() email: string;
  @Field() name: string;
  @Field(() => PersonStatusEnum) status: PersonStatus;
  @Field(() => [GrantView], { description: 'Roles held now, as far as the viewer reaches.' }) grants: GrantView[];
  @Field(() => Instant) createdAt: number;
  @Field(() => Instant, { nullable: true }) lastSeenAt: number | null;
  @Field(() => Int) version: number;
}

@ObjectType('PersonPage')
export class PersonPageView {
  @Field(() => [PersonView]) items: PersonView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}

@ObjectType('Invitation')
export class InvitationView {
  @Field() email: string;
  @Field() name: string;
  @Field(() => Instant) expiresAt: number;
}

@ObjectType('InvitationSent')
export class InvitationSentView {
  @Field(() => PersonView) person: PersonView;
  @Field({ description: 'One-time link, shown once.' }) link: string;
  @Field(() => Instant) expiresAt: number;
}
