import type { Range, Text } from '@headwater/policy';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalTextView } from '../common/local-text.view.js';
import { Json } from '../common/scalars.js';
import { PolicyKindKeyEnum } from './enums.js';

@ObjectType('FieldOption')
export class FieldOptionView {
  @Field() value: string;
  @Field(() => LocalTextView) label: Text;
}

@ObjectType('TextPlaceholder', { description: 'P18: a value that a text may take from the rules, written {name}.' })
export class TextPlaceholderView {
  @Field() name: string;
  @Field(() => LocalTextView) label: Text;
}

@ObjectType('PolicyField', { description: 'One setting of a kind, with all a form needs to draw it.' })
export class PolicyFieldView {
  @Field() key: string;
  @Field({
    description:
      'boolean days hours count money date mode set table.scope table.freightPayer table.categoryWindows table.conditions table.evidence table.exclusions table.restockingFee table.returnRouting table.autoApprove returnless bearers perBuyer address text',
  })
  type: string;
  @Field(() => String, { nullable: true, description: 'fen day hour count percent bps' }) unit: string | null;
  @Field(() => Json, { nullable: true }) default: unknown;
  @Field(() => Json, { nullable: true, description: '{ min, max }, both ends included' }) bounds: Range | null;
  @Field(() => [FieldOptionView], { nullable: true }) options: readonly FieldOptionView[] | null;
  @Field() group: string;
  @Field(() => LocalTextView) groupLabel: Text;
  @Field(() => LocalTextView) label: Text;
  @Field(() => LocalTextView) help: Text;
  @Field({ description: 'Its value at payment counts for an order; otherwise the one in force when it is used.' })
  atPayment: boolean;
  @Field({ description: "What a branch's own people may do: yes no longer shorter lower kinder" }) branchMay: string;
  @Field(() => String, { nullable: true, description: 'range, allowed, or null where the field takes no guard' }) guardable:
    string | null;
  @Field({ description: 'No effective document may take it from the default.' }) compulsory: boolean;
  @Field(() => Int, { nullable: true, description: 'Of a text: what it may come to, placeholders at their longest.' })
  maxLength: number | null;
  @Field(() => [TextPlaceholderView], { nullable: true, description: 'Of a text: what it may take from the rules.' })
  placeholders: readonly TextPlaceholderView[] | null;
}

@ObjectType('PolicyTemplate', { description: 'P19: what a first version may say in an industry.' })
export class PolicyTemplateView {
  @Field(() => PolicyKindKeyEnum) kind: keyof typeof PolicyKindKeyEnum;
  @Field({ description: 'apparel snacks general education sameCity' }) industry: string;
  @Field(() => LocalTextView) label: Text;
  @Field(() => LocalTextView) notes: Text;
  @Field(() => Json) directives: unknown;
}

@ObjectType('PolicyKind')
export class PolicyKindView {
  @Field(() => PolicyKindKeyEnum) key: keyof typeof PolicyKindKeyEnum;
  @Field(() => LocalTextView) label: Text;
  @Field() suspendable: boolean;
  @Field(() => [PolicyFieldView]) fields: PolicyFieldView[];
}
