import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('LocalText', { description: 'A text in both languages of the console.' })
export class LocalTextView {
  @Field() zh: string;
  @Field() en: string;
}
