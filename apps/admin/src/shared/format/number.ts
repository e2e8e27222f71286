import { languageTag, type Locale } from '../../i18n/messages';

type Decimal = Intl.StringNumericLiteral;

const formats = new Map<string, Intl.NumberFormat>();

/** Building an `Intl` format costs a hundred times its use; tables use the same few thousands of times. */
function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(languageTag[locale], options)));
  return format;
}

/** A minus is as wide as a digit, a hyphen is not. */
const withMinus = (text: string) => text.replaceAll('-', '−');

/** Whole minor units as a decimal string with two places: `-990` → `-9.90`. Floating point never touches an amount. */
export function toDecimal(fen: number): Decimal {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`Not a whole number of fen: ${fen}`);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as Decimal;
}

/** `¥1,234.50`, `−¥9.90`. */
export function money(fen: number, locale: Locale, currency = 'CNY'): string {
  const options = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  } as const;
  return withMinus(numberFormat(locale, options).format(toDecimal(fen)));
}

/** For table cells whose head states the unit: `1,234.50`, `0.00`; nothing known is `–`. */
export function amount(fen: number | null | undefined, locale: Locale): string {
  if (fen === null || fen === undefined) return '–';
  return withMinus(numberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(toDecimal(fen)));
}

/** For key figures alone: `¥123.5万`, `¥1.2M`; below ten thousand in full. */
export function keyMoney(fen: number, locale: Locale, currency = 'CNY'): string {
  if (Math.abs(fen) < 1_000_000) return money(fen, locale, currency);
  const options = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumFractionDigits: 1,
  } as const;
  return withMinus(numberFormat(locale, options).format(toDecimal(fen)));
}

/** `12,345`. */
export function count(n: number, locale: Locale): string {
  return withMinus(numberFormat(locale, { maximumFractionDigits: 0 }).format(n));
}

/** Basis points as a percentage, up to two places: `6000` → `60%`, `1250` → `12.5%`. */
export function percent(bps: number, locale: Locale): string {
  return withMinus(numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(`${bps}e-4` as Decimal));
}

/** The same with both places, so that a column of rates reads alike: `400` → `4.00%`. */
export function rate(bps: number, locale: Locale): string {
  return withMinus(
    numberFormat(locale, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(`${bps}e-4` as Decimal),
  );
}

/** A share of a whole in per cent without places; what is not nothing never reads 0 %, nor what is not all 100 %. */
export function share(part: number, whole: number, locale: Locale): string {
  if (whole === 0) return '–';
  const hundredths = Math.round((part / whole) * 100);
  const honest = part > 0 && hundredths === 0 ? 1 : part < whole && hundredths === 100 ? 99 : hundredths;
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(`${honest}e-2` as Decimal);
}
