import type { CaseState } from '@headwater/after-sales';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CaseStateEnum } from './case-enums.js';

const CaseHintKindEnum = { applied: 'applied', moved: 'moved', presence: 'presence', many: 'many' } as const;
export type CaseHintKind = keyof typeof CaseHintKindEnum;

registerEnumType(CaseHintKindEnum, {
  name: 'CaseHintKind',
  description: 'A case came, it moved, somebody opened or left it, or more happened than is told one by one.',
});

@ObjectType('CaseHint', { description: 'Never more than "look now": what a page shows it asks for again.' })
export class CaseHintView {
  @Field(() => CaseHintKindEnum) kind: CaseHintKind;
  @Field(() => ID, { nullable: true, description: 'Null of many.' }) caseId: string | null;
  @Field(() => Int, { nullable: true }) version: number | null;
  @Field(() => CaseStateEnum, { nullable: true }) state: CaseState | null;
  @Field(() => String, { nullable: true, description: 'The last step.' }) verb: string | null;
}
