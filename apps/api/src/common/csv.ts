/** What a spreadsheet would read as a formula, in wide characters too, is made a text; numbers of ours never come here. */
function neutralised(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** A cell with words in it. */
export function textCell(text: string): string {
  const safe = neutralised(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const CENTS = 100;

/** Fen as yuan with two decimals, built from digits. */
export function amountCell(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const absolute = Math.abs(fen);
  return `${sign}${String(Math.trunc(absolute / CENTS))}.${String(absolute % CENTS).padStart(2, '0')}`;
}

/** Excel reads UTF-8 only behind this mark. */
export const BOM = '\uFEFF';

export const csvLine = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;
