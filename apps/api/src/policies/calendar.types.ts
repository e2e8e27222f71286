import type { FieldKey, KindKey } from '@headwater/policy';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Instant } from '../common/scalars.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { PolicyKindKeyEnum } from './enums.js';

export const CalendarFactEnum = { assignment: 'assignment', suspension: 'suspension', exemption: 'exemption' } as const;
export type CalendarFact = keyof typeof CalendarFactEnum;

export const CalendarEventEnum = { begins: 'begins', ends: 'ends' } as const;
export type CalendarEvent = keyof typeof CalendarEventEnum;

registerEnumType(CalendarFactEnum, { name: 'CalendarFact' });
registerEnumType(CalendarEventEnum, { name: 'CalendarEvent' });

@InputType()
export class CalendarFilter {
  @Field(() => Instant, { nullable: true, description: 'Now where left out.' }) from?: number | null;
  @Field(() => Instant, { description: 'Before this instant.' }) to: number;
  @Field(() => ID, { nullable: true, description: 'At or below this unit.' }) within?: string | null;
}

@ObjectType('CalendarEntry', { description: 'P7: something that begins or ends.' })
export class CalendarEntryView {
  @Field(() => ID) id: string;
  @Field(() => Instant) at: number;
  @Field(() => CalendarFactEnum) fact: CalendarFact;
  @Field(() => CalendarEventEnum) event: CalendarEvent;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => String, { nullable: true, description: "Of an assignment; null for a unit's own rules, or for back to inherit." })
  policyName: string | null;
  @Field(() => ID, { nullable: true }) policyId: string | null;
  @Field(() => Int, { nullable: true }) versionNumber: number | null;
  @Field(() => [String], { description: 'The fields it speaks of; none of a suspension.' }) fields: FieldKey[];
  @Field() authorName: string;
  @Field(() => String, { nullable: true }) reason: string | null;
}
