import type { DriftClass, FieldKey, KindKey } from '@headwater/policy';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Fen, Instant, Json } from '../common/scalars.js';
import { OrgNodeView } from '../tree/org-node.view.js';
import { PolicyKindKeyEnum } from './enums.js';
import { RuleSourceView } from './rules.types.js';

const DriftClassEnum = {
  dead: 'dead',
  redundant: 'redundant',
  detached: 'detached',
  customised: 'customised',
} as const satisfies Record<DriftClass, DriftClass>;

registerEnumType(DriftClassEnum, {
  name: 'DriftClass',
  description:
    'dead: can never win under a lock; redundant: equals what is inherited; detached: what is inherited has changed since; customised: none of these.',
});

@InputType()
export class DriftFilter {
  @Field(() => ID, { nullable: true, description: 'At or below this unit.' }) within?: string | null;
  @Field(() => PolicyKindKeyEnum, { nullable: true }) kind?: KindKey | null;
  @Field(() => String, { nullable: true }) field?: string | null;
  @Field(() => DriftClassEnum, { nullable: true }) class?: DriftClass | null;
}

@ObjectType('Drift', { description: "P15: a field that a unit's own track sets." })
export class DriftView {
  @Field(() => ID) id: string;
  @Field(() => OrgNodeView) node: OrgNodeView;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => String) field: FieldKey;
  @Field(() => Json, { nullable: true }) own: unknown;
  @Field(() => Json, { nullable: true }) inherited: unknown;
  @Field(() => RuleSourceView) inheritedSource: RuleSourceView;
  @Field(() => DriftClassEnum) class: DriftClass;
  @Field(() => Instant) since: number;
  @Field(() => Instant, { nullable: true, description: 'Until when an exemption allows it (P12); null where none does.' })
  agreedUntil: number | null;
  @Field() authorName: string;
  @Field(() => Fen, { description: 'Returns of the unit and all below it, this month.' }) costThisMonth: number;
  @Field(() => Int, { description: 'What going back to inherit is based on.' }) ownVersion: number;
  @Field(() => [String]) allowedActions: string[];
}

@ObjectType()
export class DriftCount {
  @Field(() => DriftClassEnum) class: DriftClass;
  @Field(() => Int) count: number;
}

@ObjectType()
export class DriftFieldCount {
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => String) field: FieldKey;
  @Field(() => Int) count: number;
}

@ObjectType()
export class DriftPage {
  @Field(() => [DriftView]) items: DriftView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
  @Field(() => [DriftCount], { description: 'Of the same filter without its class.' }) byClass: DriftCount[];
  @Field(() => [DriftFieldCount], { description: 'Of the same filter without its field and class, the most frequent first.' })
  byField: DriftFieldCount[];
}
