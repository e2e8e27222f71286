import type { Locale } from '../../i18n/messages';
import type { Tone } from '../../theme/tokens';
import { nearTime, type TimeView } from './time';
import { toMs, type Instant } from './zone';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface DeadlineView {
  /** Ink while there is time, act within a day, trouble within four hours and after; a paused clock is done. */
  readonly tone: Extract<Tone, 'act' | 'trouble' | 'done'> | 'ink';
  /** `剩 5 小时` / `5 h left`. */
  readonly left: string;
  /** `今天 18:00` / `today 18:00`; none while paused. */
  readonly at: string | null;
}

/** Whole units, rounded down: nobody is promised a minute that is not there. */
function span(ms: number, locale: Locale): string {
  const unit = ms >= 2 * DAY ? 'day' : ms >= HOUR ? 'hour' : 'minute';
  const n = Math.floor(ms / { day: DAY, hour: HOUR, minute: MINUTE }[unit]);
  if (locale === 'zh') return `${n} ${{ day: '天', hour: '小时', minute: '分钟' }[unit]}`;
  return `${n} ${{ day: 'days', hour: 'h', minute: 'min' }[unit]}`;
}

function remaining(ms: number, locale: Locale): string {
  if (ms >= 0 && ms < MINUTE) return locale === 'zh' ? '剩不到 1 分钟' : 'under 1 min left';
  if (ms >= 0) return locale === 'zh' ? `剩 ${span(ms, locale)}` : `${span(ms, locale)} left`;
  return locale === 'zh' ? `已超时 ${span(-ms, locale)}` : `${span(-ms, locale)} overdue`;
}

function toneOf(ms: number): DeadlineView['tone'] {
  if (ms <= 4 * HOUR) return 'trouble';
  return ms <= DAY ? 'act' : 'ink';
}

/** What a clock says at `view.now`, in the server's time. */
export function deadline(at: Instant, paused: boolean, view: TimeView): DeadlineView {
  if (paused) return { tone: 'done', left: view.locale === 'zh' ? '已暂停' : 'Paused', at: null };
  const ms = toMs(at) - toMs(view.now);
  return { tone: toneOf(ms), left: remaining(ms, view.locale), at: nearTime(at, view) };
}
