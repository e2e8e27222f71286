/** Full-width digits, letters and signs become their plain forms; what only looks like a space is one. */
export const folded = (text: string): string => text.normalize('NFKC').trim();

/** A cell without the spaces around it: ideographic ones and byte order marks too. */
export const trimmed = (text: string): string => text.replace(/^[\s\uFEFF]+|[\s\uFEFF]+$/gu, '');

/**
 * An amount in major units as whole fen, read digit by digit: no float touches money. `1,234.50`, `￥19.9` and `-3` are amounts; null
 * where the text is none or has more than two decimals that matter.
 */
export function parseFen(text: string, decimalMark: '.' | ',' = '.'): number | null {
  const plain = folded(text).replace(/^(-?)(?:¥|RMB|CNY|R\$|\$|€)\s*/iu, '$1');
  const grouped = decimalMark === '.' ? plain.replaceAll(',', '') : plain.replaceAll('.', '').replace(',', '.');
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2})0*)?$/u.exec(grouped);
  if (!match) return null;
  const [, sign = '', whole = '0', decimals = ''] = match;
  const fen = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return sign === '' || fen === 0 ? fen : -fen;
}

/** A whole number from 0; null where the text is none. */
export function parseCount(text: string): number | null {
  const match = /^(\d{1,9})(?:\.0+)?$/u.exec(folded(text));
  return match ? Number(match[1]) : null;
}

/** A decimal number; null where the text is none. */
export function parseDecimal(text: string): number | null {
  const plain = folded(text);
  return /^-?\d{1,9}(\.\d{1,12})?$/u.test(plain) ? Number(plain) : null;
}

const INSTANT =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/u;

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = zoneFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' });
  zoneFormats.set(timeZone, made);
  return made;
}

/** Milliseconds that a zone is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const name = formatOf(timeZone)
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value;
  const match = /^GMT([+-])(\d{2}):(\d{2})$/u.exec(name ?? '');
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

/** Wall-clock time in a zone as UTC; twice, because the offset is that of the instant looked for. */
function fromZone(wall: number, timeZone: string): number {
  const guess = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(guess, timeZone);
}

/** A date with or without a time as UTC epoch ms; without an offset of its own it is meant in `timeZone`. Null where the text is no date. */
export function parseInstant(text: string, timeZone: string): number | null {
  const match = INSTANT.exec(folded(text));
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0));
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const wall = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  const read = new Date(wall);
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) return null;
  const offset = match[8];
  return offset === undefined ? fromZone(wall, timeZone) : wall - offsetOf(offset);
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}
