import type { FieldKey, KindKey, TurnEvent } from '@headwater/policy';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Instant } from '../common/scalars.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { AssignmentClashView } from './coverage.types.js';
import { PolicyKindKeyEnum } from './enums.js';

export const CalendarFactEnum = {
  assignment: 'assignment',
  suspension: 'suspension',
  exemption: 'exemption',
  move: 'move',
} as const;
export type CalendarFact = keyof typeof CalendarFactEnum;

export const CalendarEventEnum = { begins: 'begins', ends: 'ends' } as const satisfies Record<TurnEvent, TurnEvent>;
export type CalendarEvent = TurnEvent;

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
  @Field(() => ID, {
    description: 'Of the assignment, suspension or exemption; of the change set, where that is still to be carried out.',
  })
  factId: string;
  @Field(() => Instant) at: number;
  @Field(() => Instant, { description: 'The whole time of the fact.' }) from: number;
  @Field(() => Instant, { nullable: true }) to: number | null;
  @Field(() => CalendarFactEnum) fact: CalendarFact;
  @Field(() => CalendarEventEnum) event: CalendarEvent;
  @Field(() => PolicyKindKeyEnum, { nullable: true, description: 'Null: a move.' }) kind: KindKey | null;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => NodeRefView, { nullable: true, description: 'Of a move: under which unit.' }) parent: NodeRefView | null;
  @Field(() => ID, { nullable: true, description: 'The change set that is to be carried out.' }) changeSetId: string | null;
  @Field(() => String, { nullable: true, description: "Of an assignment; null for a unit's own rules, or for back to inherit." })
  policyName: string | null;
  @Field(() => ID, { nullable: true }) policyId: string | null;
  @Field(() => Int, { nullable: true }) versionNumber: number | null;
  @Field(() => [String], { description: 'The fields it speaks of; none of a suspension.' }) fields: FieldKey[];
  @Field() authorName: string;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => [String], { description: 'rules.reschedule' }) allowedActions: string[];
  @Field(() => [AssignmentClashView], { description: 'Of an assignment that begins: what is scheduled there besides.' })
  clashes: AssignmentClashView[];
}

@ObjectType()
export class CalendarPage {
  @Field(() => [CalendarEntryView]) items: CalendarEntryView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}

@ObjectType('CalendarDay')
export class CalendarDayView {
  @Field({ description: '2026-03-12, in the zone asked for.' }) day: string;
  @Field(() => Int, { description: 'How many entries the list of that day has.' }) entries: number;
}
