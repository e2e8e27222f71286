import { folded } from '../imports/mapping/texts.js';

const SIGN = /R\$|[$€£₩¥]|[A-Z]{3}/giu;

const codes = new Set([...Intl.supportedValuesOf('currency'), 'RMB']);

/** How each currency is written beside an amount; any other by its code alone. */
const signs: Readonly<Record<string, readonly string[]>> = {
  CNY: ['¥', 'RMB', 'CNY', '人民币', '元'],
  BRL: ['R$', 'BRL'],
  USD: ['$', 'USD'],
  EUR: ['€', 'EUR'],
};

/** Whether an amount bears the sign of another currency: a reader of amounts drops signs, and $ 12 would become ¥ 12. */
export function isForeign(amount: string, currency: string): boolean {
  const own = signs[currency] ?? [currency];
  const signed = (folded(amount).toUpperCase().match(SIGN) ?? []).filter((sign) => !/^[A-Z]+$/u.test(sign) || codes.has(sign));
  return signed.some((sign) => !own.includes(sign));
}

/** Whether a word names the currency. */
export const isCurrency = (word: string, currency: string): boolean =>
  (signs[currency] ?? [currency]).includes(folded(word).toUpperCase());
