import type { CalendarEntry } from './documents';

/** One thing over its time in a lane, told by the entry in which it begins, or ends where it began before. */
export interface LaneBar {
  readonly entry: CalendarEntry;
  readonly from: string;
  readonly to: string | null;
}

/** What a lane is about: a unit, a field of the rules. */
export interface LaneTopic {
  readonly key: string;
  readonly name: string;
  /** Where the name alone may mean several. */
  readonly hint?: string;
}

/** A topic with what is scheduled for it. */
export interface CalendarLane extends LaneTopic {
  readonly bars: readonly LaneBar[];
}

/** What begins and ends is one thing; a change set brings several. */
const thingOf = ({ id, factId, changeSetId }: CalendarEntry): string => (changeSetId === null ? factId : id);

/** A lane per topic in the order in which something happens there, each thing once. */
export function lanesOf(
  entries: readonly CalendarEntry[],
  topicsOf: (entry: CalendarEntry) => readonly LaneTopic[],
): CalendarLane[] {
  const lanes = new Map<string, { topic: LaneTopic; bars: Map<string, LaneBar> }>();
  for (const entry of entries) {
    for (const topic of topicsOf(entry)) {
      const lane = lanes.get(topic.key) ?? { topic, bars: new Map<string, LaneBar>() };
      lanes.set(topic.key, lane);
      const { from, to } = entry;
      if (!lane.bars.has(thingOf(entry))) lane.bars.set(thingOf(entry), { entry, from, to });
    }
  }
  return [...lanes.values()].map(({ topic, bars }) => ({ ...topic, bars: [...bars.values()] }));
}
