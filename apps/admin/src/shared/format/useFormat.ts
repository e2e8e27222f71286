import { useLocaleState } from 'ra-core';
import { useMemo } from 'react';
import { isLocale } from '../../i18n/provider';
import type { Locale } from '../../i18n/messages';
import { serverNow } from '../clock';
import { useZone } from './InZone';
import { amount, count, keyMoney, money, percent, rate, share } from './number';
import { dayName, interval, monthName, nearTime, tableDate, tableTime, textDate, textTime, until, type TimeView } from './time';
import { viewerZone, zoneName, type Instant } from './zone';

type Some = Instant | null | undefined;

/** Every format of the console in a language, with times in a zone. Amounts are fen. */
export function formatsOf(locale: Locale, zone: string) {
  const view = (): TimeView => ({ locale, zone, now: serverNow() });
  return {
    locale,
    money: (fen: number, currency?: string) => money(fen, locale, currency),
    amount: (fen: number | null | undefined) => amount(fen, locale),
    keyMoney: (fen: number, currency?: string) => keyMoney(fen, locale, currency),
    count: (n: number) => count(n, locale),
    names: (all: readonly string[]) => new Intl.ListFormat(locale).format(all),
    percent: (bps: number) => percent(bps, locale),
    rate: (bps: number) => rate(bps, locale),
    share: (part: number, whole: number) => share(part, whole, locale),
    month: (period: string) => monthName(period, locale),
    day: (day: string) => dayName(day, locale),
    tableTime: (at: Some) => tableTime(at, view()),
    tableDate: (at: Some) => tableDate(at, view()),
    textTime: (at: Instant) => textTime(at, view()),
    textDate: (at: Instant) => textDate(at, view()),
    zoneName: (at: Instant) => zoneName(at, zone, viewerZone(), locale),
    nearTime: (at: Instant) => nearTime(at, view()),
    until: (to: Instant) => until(to, view()),
    interval: (from: Instant, to: Some) => interval(from, to, view()),
  };
}

export type Formats = ReturnType<typeof formatsOf>;

/** The language in force. */
export function useLocale(): Locale {
  const [locale] = useLocaleState();
  return isLocale(locale) ? locale : 'zh';
}

/** The same in the language and the zone in force, unless another zone is given. */
export function useFormat(given?: string): Formats {
  const locale = useLocale();
  const around = useZone();
  const zone = given ?? around;
  return useMemo(() => formatsOf(locale, zone), [locale, zone]);
}
