import type { BuyerEffect, Directive, FieldKey, KindKey } from '@headwater/policy';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Instant, Json } from '../common/scalars.js';
import { PolicyKindKeyEnum } from './enums.js';
import { RuleSourceView } from './rules.types.js';

export const BuyerEffectEnum = {
  kinder: 'kinder',
  stricter: 'stricter',
  changed: 'changed',
  internal: 'internal',
} as const satisfies Record<BuyerEffect, BuyerEffect>;

registerEnumType(BuyerEffectEnum, {
  name: 'BuyerEffect',
  description: 'What a difference means to a buyer; changed where it is neither wholly kinder nor wholly stricter.',
});

@InputType({ description: 'A unit on a date; without it, now.' })
export class RulesPlaceInput {
  @Field(() => ID) nodeId: string;
  @Field(() => Instant, { nullable: true }) at?: number | null;
}

@InputType({ description: 'A version of a policy.' })
export class VersionPlaceInput {
  @Field(() => ID) policyId: string;
  @Field(() => Int) number: number;
  @Field(() => Json, { nullable: true, description: 'Of a draft: as it is typed, in place of what is saved.' })
  directives?: unknown;
}

@ObjectType('RuleDifference', { description: 'A field whose effective value differs.' })
export class RuleDifferenceView {
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => String) field: FieldKey;
  @Field(() => Json, { nullable: true }) before: unknown;
  @Field(() => Json, { nullable: true }) after: unknown;
  @Field(() => BuyerEffectEnum) effect: BuyerEffect;
  @Field(() => RuleSourceView) beforeSource: RuleSourceView;
  @Field(() => RuleSourceView) afterSource: RuleSourceView;
}

@ObjectType('VersionDifference', {
  description: 'A field of which two versions say different things; null leaves it to inherit.',
})
export class VersionDifferenceView {
  @Field(() => String) field: FieldKey;
  @Field(() => Json, { nullable: true }) before: Directive | null;
  @Field(() => Json, { nullable: true }) after: Directive | null;
  @Field(() => BuyerEffectEnum, { nullable: true, description: 'Null: it depends on where the version stands.' })
  effect: BuyerEffect | null;
}
