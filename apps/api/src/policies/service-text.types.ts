import type { FieldKey, HiddenReason, KindKey, Text, TextPart } from '@headwater/policy';
import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalTextView } from '../common/local-text.view.js';
import { Fen, Instant, Json } from '../common/scalars.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { PolicyKindKeyEnum } from './enums.js';

const TextPartEnum = { notice: 'notice', script: 'script', badge: 'badge' } as const satisfies Record<TextPart, TextPart>;
const HiddenReasonEnum = {
  blank: 'blank',
  notCovered: 'notCovered',
  valueMissing: 'valueMissing',
} as const satisfies Record<HiddenReason, HiddenReason>;

registerEnumType(TextPartEnum, { name: 'TextPart', description: 'What buyers read, what staff say, what stands on goods.' });
registerEnumType(HiddenReasonEnum, {
  name: 'HiddenReason',
  description: 'Why a text does not show: it says nothing, free returns do not cover, a value that it names has no meaning.',
});

@ObjectType('ServiceText', { description: 'P18: a text filled from the rules.' })
export class ServiceTextView {
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => String) field: FieldKey;
  @Field(() => LocalTextView) label: Text;
  @Field(() => TextPartEnum) part: TextPart;
  @Field(() => LocalTextView, { nullable: true, description: 'Null where it does not show.' }) text: Text | null;
  @Field(() => HiddenReasonEnum, { nullable: true }) hidden: HiddenReason | null;
  @Field(() => [LocalTextView], { description: 'The values that have no meaning here.' }) missing: readonly Text[];
}

@ObjectType('ServiceTexts')
export class ServiceTextsView {
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => Instant) at: number;
  @Field(() => [ServiceTextView]) texts: ServiceTextView[];
}

@InputType({ description: 'What is being sold: then the texts are those of this very product.' })
export class GoodsInput {
  @Field(() => String, { nullable: true }) category?: string | null;
  @Field(() => Fen, { description: 'Of one.' }) price: number;
  @Field({ description: 'express sameCity pickup inStore' }) channel: string;
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the campaigns that it is sold in; without any, no row of the scope that names one matches.',
  })
  campaigns?: string[] | null;
}

@InputType({ description: 'Directives as if a version with them were assigned to the unit.' })
export class RulesDraftInput {
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => Json) directives: unknown;
}
