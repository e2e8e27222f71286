/** What is typed with a Chinese keyboard: full-width digits and stops. */
const halfWidth = (text: string): string =>
  text.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replaceAll(/[．。]/g, '.');

const bare = (text: string): string => halfWidth(text).replaceAll(/[\s,，¥￥%％]/g, '');

const DECIMAL = /^(\d{1,12})(?:\.(\d{1,2})?)?$/;

/** A decimal of at most two places as a whole number of hundredths; `NaN` for anything else. Floating point never touches it. */
function hundredths(text: string): number {
  const [, whole, places = ''] = DECIMAL.exec(bare(text)) ?? [];
  return whole === undefined ? Number.NaN : Number(whole) * 100 + Number(places.padEnd(2, '0'));
}

/** Yuan as typed (`19.35`, `¥1,200`) in fen; `NaN` where that is no amount. */
export const parseMoney = (text: string): number => hundredths(text);

/** Per cent as typed (`60`, `12.5`) in basis points; `NaN` where that is none. */
export const parsePercent = (text: string): number => hundredths(text);

/** A whole number of days, hours or times; `NaN` for anything else. */
export function parseCount(text: string): number {
  const digits = bare(text);
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
}

/** Hundredths as they are typed: `1935` → `19.35`, `1500` → `15`, or `15.00` where all places are wanted. */
export function typed(value: number | null, places: 'all' | 'needed'): string {
  if (value === null || !Number.isSafeInteger(value)) return '';
  const text = `${String(Math.trunc(value / 100))}.${String(value % 100).padStart(2, '0')}`;
  return places === 'all' ? text : text.replace(/\.?0+$/, '') || '0';
}

/** What became of an amount as typed: fen where it is from 1 to the most there may be, else why not; nothing typed is not wrong yet. */
export function readAmount(
  text: string,
  most: number,
): { readonly fen: number | null; readonly wrong: 'notAmount' | 'tooMuch' | null } {
  if (text.trim() === '') return { fen: null, wrong: null };
  const fen = parseMoney(text);
  if (Number.isNaN(fen) || fen < 1) return { fen: null, wrong: 'notAmount' };
  return fen > most ? { fen: null, wrong: 'tooMuch' } : { fen, wrong: null };
}
