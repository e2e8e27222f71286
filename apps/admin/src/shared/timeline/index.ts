export { Axis, axisStyles, LANE_COLUMNS } from './Axis';
export { FieldTimeline } from './FieldTimeline';
export { KindLanes } from './Lanes';
export { placeIn, type Window } from './stretches';
