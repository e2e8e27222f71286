import { useMemo } from 'react';
import { serverNow } from '../clock';
import { dayOf, endOfDay, instantAt, lastOfDay, startOfDay, type Day } from './day';
import { useZone } from './InZone';
import type { Instant } from './zone';

function bind(zone: string) {
  return {
    today: (): Day => dayOf(serverNow(), zone),
    dayOf: (instant: Instant): Day => dayOf(instant, zone),
    startOfDay: (day: Day) => startOfDay(day, zone),
    endOfDay: (day: Day) => endOfDay(day, zone),
    lastOfDay: (day: Day) => lastOfDay(day, zone),
    instantAt: (day: Day, time: string) => instantAt(day, time, zone),
  };
}

/** Days and times of day as the calendar and the clocks of a zone have them: the one in force unless another is given. */
export function useCalendar(given?: string): ReturnType<typeof bind> {
  const around = useZone();
  const zone = given ?? around;
  return useMemo(() => bind(zone), [zone]);
}
