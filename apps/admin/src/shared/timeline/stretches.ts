import type { Formats } from '../format';
import type { RuleTimeline, Stretch } from './documents';

/** A stretch of time that is drawn. */
export type Window = Pick<RuleTimeline, 'from' | 'to'>;

const ms = (instant: string): number => Date.parse(instant);

/** Milliseconds of the window that a stretch takes. */
export const lengthIn = ({ from, to }: Stretch, window: Window): number => ms(to ?? window.to) - ms(from ?? window.from);

/** Whether a stretch holds at an instant (UTC epoch ms). */
export const holdsAt = ({ from, to }: Stretch, at: number): boolean =>
  (from === null || ms(from) <= at) && (to === null || at < ms(to));

/** Where an instant stands in a window, from 0 to 1. */
export const placeIn = (at: number, { from, to }: Window): number =>
  Math.min(1, Math.max(0, (at - ms(from)) / Math.max(1, ms(to) - ms(from))));

type Say = (key: string, values?: Record<string, unknown>) => string;

/** When a stretch holds, in words: 「3月1日 起」, or 「一直如此」 where it fills the window. */
export function whenText({ from, to }: Stretch, format: Formats, t: Say): string {
  if (from === null && to === null) return t('timeline.always');
  if (from === null) return t('timeline.until', { at: format.tableTime(to) });
  return to === null ? t('timeline.since', { at: format.tableTime(from) }) : format.interval(from, to);
}
