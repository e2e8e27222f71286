import type { Locale } from '../../i18n/messages';
import { dayBefore, daysApart, isMidnight, viewerZone, wallClock, zoneName, type Instant, type WallClock } from './zone';

/** How a moment is told: in whose language, in which zone (the branch's), seen from when. */
export interface TimeView {
  readonly locale: Locale;
  readonly now: Instant;
  readonly zone: string;
  /** The viewer's zone; the browser's unless a test says otherwise. */
  readonly own?: string;
}

const two = (n: number) => String(n).padStart(2, '0');
const isoDate = (t: WallClock) => `${t.year}-${two(t.month)}-${two(t.day)}`;
const clock = (t: WallClock) => `${two(t.hour)}:${two(t.minute)}`;

const weekdays: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const weekday = (t: WallClock, locale: Locale) => weekdays[locale][new Date(Date.UTC(t.year, t.month - 1, t.day)).getUTCDay()];

const read = (instant: Instant, view: TimeView) => wallClock(instant, view.zone);

function named(text: string, instant: Instant, view: TimeView): string {
  const name = zoneName(instant, view.zone, view.own ?? viewerZone(), view.locale);
  if (name === null) return text;
  return view.locale === 'zh' ? `${text}（${name}）` : `${text} (${name})`;
}

/** `3月12日` / `12 Mar`, with the year where it is not this one. */
function shortDate(t: WallClock, view: TimeView): string {
  const year = t.year === read(view.now, view).year ? null : t.year;
  if (view.locale === 'zh') return `${year === null ? '' : `${year}年`}${t.month}月${t.day}日`;
  return `${t.day} ${months[t.month - 1]}${year === null ? '' : ` ${year}`}`;
}

/** In tables: `2026-03-12 14:05`. */
export function tableTime(instant: Instant | null | undefined, view: TimeView): string {
  if (instant === null || instant === undefined) return '–';
  const t = read(instant, view);
  return named(`${isoDate(t)} ${clock(t)}`, instant, view);
}

/** In tables: `2026-03-12`. */
export function tableDate(instant: Instant | null | undefined, view: TimeView): string {
  return instant === null || instant === undefined ? '–' : isoDate(read(instant, view));
}

/** In text: `3月12日 周四 14:05` / `Thu 12 Mar, 14:05`. */
export function textTime(instant: Instant, view: TimeView): string {
  const t = read(instant, view);
  const day = weekday(t, view.locale);
  const date = shortDate(t, view);
  return named(view.locale === 'zh' ? `${date} ${day} ${clock(t)}` : `${day} ${date}, ${clock(t)}`, instant, view);
}

/** In text: `3月12日` / `12 Mar`. */
export function textDate(instant: Instant, view: TimeView): string {
  return shortDate(read(instant, view), view);
}

const near: Readonly<Record<Locale, Readonly<Record<number, string>>>> = {
  zh: { [-1]: '昨天', 0: '今天', 1: '明天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};

/** `今天 18:00` / `today 18:00` for the days next to now, else as {@link textTime}. */
export function nearTime(instant: Instant, view: TimeView): string {
  const t = read(instant, view);
  const day = near[view.locale][daysApart(read(view.now, view), t)];
  return day === undefined ? textTime(instant, view) : named(`${day} ${clock(t)}`, instant, view);
}

/** A wall time as an edge of an interval: a bare date at midnight. */
const edge = (t: WallClock, view: TimeView) => (isMidnight(t) ? shortDate(t, view) : `${shortDate(t, view)} ${clock(t)}`);

/** The end of `[…, to)`: `至 3月31日（含）` / `through 31 Mar` where it ends at midnight, else its minute. */
export function until(to: Instant, view: TimeView): string {
  const t = read(to, view);
  const last = isMidnight(t) ? shortDate(dayBefore(t), view) : edge(t, view);
  if (view.locale === 'zh') return named(isMidnight(t) ? `至 ${last}（含）` : `至 ${last}`, to, view);
  return named(isMidnight(t) ? `through ${last}` : `until ${last}`, to, view);
}

/** `[from, to)`: `3月1日 至 3月31日（含）` / `1 Mar through 31 Mar`; without an end `3月1日 起` / `from 1 Mar`. */
export function interval(from: Instant, to: Instant | null | undefined, view: TimeView): string {
  const start = edge(read(from, view), view);
  if (to === null || to === undefined) return named(view.locale === 'zh' ? `${start} 起` : `from ${start}`, from, view);
  return `${start} ${until(to, view)}`;
}

/** A day of the calendar, wherever one stands: `2026-03-12` → `2026年3月12日` / `12 Mar 2026`. */
export function dayName(day: string, locale: Locale): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return locale === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`;
}

/** A period key of the books: `2026-03` → `2026年3月` / `Mar 2026`. */
export function monthName(period: string, locale: Locale): string {
  const [year, month] = period.split('-').map(Number) as [number, number];
  return locale === 'zh' ? `${year}年${month}月` : `${months[month - 1]} ${year}`;
}
