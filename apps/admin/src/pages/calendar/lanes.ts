import type { CalendarEntry } from './documents';

/** One thing over its time at a unit, told by the entry in which it begins, or ends where it began before. */
export interface LaneBar {
  readonly entry: CalendarEntry;
  readonly from: string;
  readonly to: string | null;
}

/** A unit with what is scheduled for it. */
export interface UnitLane {
  readonly node: CalendarEntry['node'];
  readonly bars: readonly LaneBar[];
}

/** What begins and ends is one thing; a change set brings several. */
const thingOf = ({ id, factId, changeSetId }: CalendarEntry): string => (changeSetId === null ? factId : id);

/** A lane per unit in the order in which something happens there, each thing once. */
export function lanesOf(entries: readonly CalendarEntry[]): UnitLane[] {
  const lanes = new Map<string, { node: CalendarEntry['node']; bars: Map<string, LaneBar> }>();
  for (const entry of entries) {
    const lane = lanes.get(entry.node.id) ?? { node: entry.node, bars: new Map<string, LaneBar>() };
    lanes.set(entry.node.id, lane);
    const { from, to } = entry;
    if (!lane.bars.has(thingOf(entry))) lane.bars.set(thingOf(entry), { entry, from, to });
  }
  return [...lanes.values()].map(({ node, bars }) => ({ node, bars: [...bars.values()] }));
}
