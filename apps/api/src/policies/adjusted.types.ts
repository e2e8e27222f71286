import type { FieldKey, KindKey } from '@headwater/policy';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Json } from '../common/scalars.js';
import { NodeRefView, OrgNodeView } from '../tree/org-node.view.js';
import { PolicyKindKeyEnum } from './enums.js';
import { RuleSourceView } from './rules.types.js';

@ObjectType('AdjustedValue', { description: 'A value that bounds set later above have bent, from its unit down.' })
export class AdjustedValueView {
  @Field(() => ID) id: string;
  @Field(() => OrgNodeView) node: OrgNodeView;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => String) field: FieldKey;
  @Field(() => Json, { nullable: true }) wanted: unknown;
  @Field(() => Json, { nullable: true }) value: unknown;
  @Field(() => NodeRefView, { nullable: true, description: 'Whose guard did it; null: a hard bound of the product.' })
  by: NodeRefView | null;
  @Field(() => RuleSourceView, { description: 'Who wanted it.' }) source: RuleSourceView;
}

@ObjectType('AdjustedValuePage')
export class AdjustedValuePage {
  @Field(() => [AdjustedValueView]) items: AdjustedValueView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}
