import type { Range, Text } from '@headwater/policy';
import { Field, ObjectType } from '@nestjs/graphql';
import { LocalTextView } from '../common/local-text.view.js';
import { Json } from '../common/scalars.js';
import { PolicyKindKeyEnum } from './enums.js';

@ObjectType('FieldOption')
export class FieldOptionView {
  @Field() value: string;
  @Field(() => LocalTextView) label: Text;
}

@ObjectType('PolicyField', { description: 'One setting of a kind, with all a form needs to draw it.' })
export class PolicyFieldView {
  @Field() key: string;
  @Field({ description: 'boolean days hours count money mode set table.scope table.freightPayer bearers address' }) type: string;
  @Field(() => String, { nullable: true, description: 'fen day hour count' }) unit: string | null;
  @Field(() => Json, { nullable: true }) default: unknown;
  @Field(() => Json, { nullable: true, description: '{ min, max }, both ends included' }) bounds: Range | null;
  @Field(() => [FieldOptionView], { nullable: true }) options: readonly FieldOptionView[] | null;
  @Field() group: string;
  @Field(() => LocalTextView) groupLabel: Text;
  @Field(() => LocalTextView) label: Text;
  @Field(() => LocalTextView) help: Text;
  @Field({ description: 'promise: frozen for an order at payment; operation: as in force when used' }) class: string;
  @Field({ description: "What a branch's own people may do: yes no longer shorter lower kinder" }) branchMay: string;
  @Field(() => String, { nullable: true, description: 'range, allowed, or null where the field takes no guard' }) guardable:
    string | null;
  @Field({ description: 'No effective document may take it from the default.' }) compulsory: boolean;
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
