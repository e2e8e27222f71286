import { useLocaleState } from 'ra-core';
import { useMemo } from 'react';
import { isLocale } from '../../i18n/provider';
import type { Locale } from '../../i18n/messages';
import { serverNow } from '../clock';
import { amount, count, keyMoney, money, percent, share } from './number';
import { interval, monthName, nearTime, tableDate, tableTime, textDate, textTime, until, type TimeView } from './time';
import type { Instant } from './zone';

type Some = Instant | null | undefined;

function bind(locale: Locale) {
  const view = (zone?: string): TimeView => ({ locale, zone, now: serverNow() });
  return {
    locale,
    money: (fen: number, currency?: string) => money(fen, locale, currency),
    amount: (fen: number | null | undefined) => amount(fen, locale),
    keyMoney: (fen: number, currency?: string) => keyMoney(fen, locale, currency),
    count: (n: number) => count(n, locale),
    percent: (bps: number) => percent(bps, locale),
    share: (part: number, whole: number) => share(part, whole, locale),
    month: (period: string) => monthName(period, locale),
    tableTime: (at: Some, zone?: string) => tableTime(at, view(zone)),
    tableDate: (at: Some, zone?: string) => tableDate(at, view(zone)),
    textTime: (at: Instant, zone?: string) => textTime(at, view(zone)),
    textDate: (at: Instant, zone?: string) => textDate(at, view(zone)),
    nearTime: (at: Instant, zone?: string) => nearTime(at, view(zone)),
    until: (to: Instant, zone?: string) => until(to, view(zone)),
    interval: (from: Instant, to: Some, zone?: string) => interval(from, to, view(zone)),
  };
}

export type Formats = ReturnType<typeof bind>;

/** The language in force. */
export function useLocale(): Locale {
  const [locale] = useLocaleState();
  return isLocale(locale) ? locale : 'zh';
}

/** Every format of the console in the language in force. Amounts are fen; `zone` is the branch's, the viewer's where none is given. */
export function useFormat(): Formats {
  const locale = useLocale();
  return useMemo(() => bind(locale), [locale]);
}
