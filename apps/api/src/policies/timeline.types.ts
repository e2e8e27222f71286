import type { KindKey } from '@headwater/policy';
import { Field, ObjectType } from '@nestjs/graphql';
import { Instant, Json } from '../common/scalars.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { PolicyKindKeyEnum } from './enums.js';
import { RuleSourceView } from './rules.types.js';

@ObjectType('RuleStretch', { description: 'A time over which a field keeps its value.' })
export class RuleStretchView {
  @Field(() => Instant, { nullable: true, description: 'Null: since before the time asked about.' }) from: number | null;
  @Field(() => Instant, { nullable: true, description: 'Not itself included; null: beyond the time asked about.' })
  to: number | null;
  @Field(() => Json, { nullable: true }) value: unknown;
  @Field(() => RuleSourceView) source: RuleSourceView;
  @Field(() => NodeRefView, { nullable: true, description: 'The unit whose lock holds.' }) lockedBy: NodeRefView | null;
}

@ObjectType('RuleLane', { description: 'P7: what one field was and will be, without gap or overlap, the earliest first.' })
export class RuleLaneView {
  @Field() field: string;
  @Field(() => [RuleStretchView]) stretches: RuleStretchView[];
}

@ObjectType('RuleTimeline', { description: 'P7: the rules of a unit over time, as known now; the past along the path of then.' })
export class RuleTimelineView {
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => Instant) from: number;
  @Field(() => Instant) to: number;
  @Field(() => [RuleLaneView], { description: "In the schema's order." }) lanes: RuleLaneView[];
}
