import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Instant } from '../common/scalars.js';

const channels = 'phone, chat, inStore, email or other.';

@ObjectType('OrderContact', { description: 'A3: staff spoke with the buyer.' })
export class OrderContactView {
  @Field(() => ID) id: string;
  @Field(() => Instant) at: number;
  @Field({ description: channels }) channel: string;
  @Field() note: string;
  @Field() personName: string;
}

@InputType('ContactInput', { description: 'A3: how staff spoke with the buyer, and about what.' })
export class ContactInput {
  @Field({ description: channels }) channel: string;
  @Field() note: string;
}
