import type { FieldKey, KindKey } from '@headwater/policy';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Instant } from '../common/scalars.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { PolicyKindKeyEnum } from './enums.js';

export const ExemptionStateEnum = { upcoming: 'upcoming', live: 'live', dormant: 'dormant', ended: 'ended' } as const;
export type ExemptionState = keyof typeof ExemptionStateEnum;

export const ExemptionViewEnum = { open: 'open', ending: 'ending', ended: 'ended' } as const;
/** Lists of exemptions: those not over, of these the ones that end in the next fourteen days, and those that are over. */
export type ExemptionList = keyof typeof ExemptionViewEnum;

registerEnumType(ExemptionStateEnum, {
  name: 'ExemptionState',
  description: 'Dormant: the unit whose lock or guard it lifts is no ancestor any more.',
});
registerEnumType(ExemptionViewEnum, { name: 'ExemptionList' });

@InputType()
export class ExemptionInput {
  @Field(() => ID) nodeId: string;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => [String]) fields: string[];
  @Field(() => ID, { description: 'The unit above whose lock and guards are lifted.' }) ancestorId: string;
  @Field(() => Instant, { nullable: true, description: 'Without it, from now on.' }) from?: number | null;
  @Field(() => Instant, { description: 'When it expires.' }) to: number;
}

@InputType()
export class ExemptionFilter {
  @Field(() => ExemptionViewEnum, { nullable: true, description: 'open where left out.' }) list?: ExemptionList | null;
  @Field(() => PolicyKindKeyEnum, { nullable: true }) kind?: KindKey | null;
  @Field(() => ID, { nullable: true, description: 'At or below this unit.' }) within?: string | null;
}

@ObjectType('Exemption', { description: "P12: fields of a unit and all below it freed from an ancestor's lock and guards." })
export class ExemptionView {
  @Field(() => ID) id: string;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => NodeRefView) ancestor: NodeRefView;
  @Field(() => [String]) fields: FieldKey[];
  @Field(() => Instant) from: number;
  @Field(() => Instant) to: number;
  @Field() reason: string;
  @Field({ description: 'Who granted it.' }) authorName: string;
  @Field(() => ExemptionStateEnum) state: ExemptionState;
  @Field(() => Int, { nullable: true, description: 'Begun days that are left; null where it does not end within fourteen.' })
  daysLeft: number | null;
  @Field(() => [String]) allowedActions: string[];
}

@ObjectType()
export class ExemptionPage {
  @Field(() => [ExemptionView]) items: ExemptionView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}
