import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Fen, Instant } from '../../common/scalars.js';

@ObjectType('PriceCardRow', { description: 'One zone: a first weight, and each step begun beyond it.' })
export class PriceCardRowView {
  @Field(() => ID) id: string;
  @Field({ description: 'Blank: everywhere that has no row of its own.' }) zone: string;
  @Field(() => Int) firstGrams: number;
  @Field(() => Fen) firstPrice: number;
  @Field(() => Int) stepGrams: number;
  @Field(() => Fen) stepPrice: number;
}

@ObjectType('PriceCard', { description: 'I5: what a carrier has agreed to ask, from a day on until its next card.' })
export class PriceCardView {
  @Field(() => ID) id: string;
  @Field({ description: 'As parcels name it.' }) carrier: string;
  @Field({ description: 'YYYY-MM-DD, where HQ is.' }) validFrom: string;
  @Field() currency: string;
  @Field() fileName: string;
  @Field(() => Int) rowCount: number;
  @Field(() => Instant) importedAt: number;
  @Field(() => String, { nullable: true }) importedByName: string | null;
}

@ObjectType('PriceCardPage')
export class PriceCardPageView {
  @Field(() => [PriceCardView]) items: PriceCardView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int, { nullable: true }) total: number | null;
}

@ObjectType('PriceCardProfile', { description: 'A way to read a price card’s file that ships with the product.' })
export class PriceCardProfileView {
  @Field(() => ID) name: string;
  @Field() encoding: string;
  @Field(() => [String], { description: 'Columns that the file has to have.' }) columns: string[];
}
