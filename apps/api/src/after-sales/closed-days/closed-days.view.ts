import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../../common/scalars.js';
import { NodeRefView } from '../../tree/org-node.view.js';

@ObjectType('Holiday')
export class HolidayView {
  @Field({ description: 'YYYY-MM-DD.' }) day: string;
  @Field() name: string;
}

@ObjectType('ClosedDay', { description: 'A13: a day on which a unit and all below it are closed.' })
export class ClosedDayView extends HolidayView {
  @Field(() => ID) id: string;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => Instant) createdAt: number;
  @Field() personName: string;
}

@InputType('HolidayInput')
export class HolidayInput {
  @Field({ description: 'YYYY-MM-DD.' }) day: string;
  @Field() name: string;
}

@InputType('ClosedDaysInput')
export class ClosedDaysInput {
  @Field(() => ID) nodeId: string;
  @Field(() => [HolidayInput]) days: HolidayInput[];
}

@ObjectType('ClosedDaysPreview')
export class ClosedDaysPreviewView {
  @Field(() => Int, { description: 'That are open yet, or closed still.' }) days: number;
  @Field(() => Int, { description: 'Whose deadline moves, at most.' }) cases: number;
  @Field({ description: 'There are more than were counted.' }) hasMore: boolean;
}
