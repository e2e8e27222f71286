import type { BillKind } from '@headwater/ledger';
import { brokenRecord, cellsOf, openCsv } from '../imports/csv/open-csv.js';
import { columnsUsed } from '../imports/mapping/columns.js';
import type { BillMapping, Profile } from '../imports/mapping/profile.js';
import { RowReader } from '../imports/mapping/row-reader.js';
import type { Problem } from '../imports/problems.js';
import { type Progress, silent } from '../imports/progress.js';
import { BillTooLarge } from './bill.errors.js';
import { isCurrency, isForeign } from './bill-currency.js';

/** A line of a file that may go in. */
export interface ReadLine {
  /** Of the file, from 1. */
  readonly line: number;
  readonly number: string;
  /** Fen, from 0. */
  readonly amount: number;
  /** UTC epoch ms; null: the file does not say. */
  readonly billedOn: number | null;
}

export interface ReadBill {
  readonly lines: readonly ReadLine[];
  /** Of the lines that may not. */
  readonly problems: readonly Problem[];
  readonly refused: number;
}

export interface BillFile {
  readonly path: string;
  readonly profile: Profile;
  readonly mapping: BillMapping;
  readonly currency: string;
  readonly progress?: Progress;
}

const MAX_LINES = 100_000;

/** No parcel and no premium costs more: beyond it a column was taken for another, in fen. */
const MAX_AMOUNT = 100_000_000;

/** Tracking numbers are kept without spaces and in capitals, order numbers as they are imported with orders. */
const numberOf: Record<BillKind, (text: string) => string> = {
  carrier: (text) => text.replaceAll(/\s/gu, '').toUpperCase(),
  insurer: (text) => text,
};

function readAmount(reader: RowReader, { amount }: BillMapping, currency: string): number | null {
  const text = reader.text(amount, 64);
  if (text !== null && isForeign(text, currency)) {
    reader.note(amount, { code: 'CURRENCY_DIFFERS', allowed: `an amount in ${currency}` });
    return null;
  }
  const fen = reader.required(amount, () => reader.fen(amount));
  if (fen !== null && fen > MAX_AMOUNT) reader.note(amount, { code: 'NOT_AN_AMOUNT', allowed: 'at most 1000000' });
  return fen;
}

function checkCurrency(reader: RowReader, { currency: spec }: BillMapping, currency: string): void {
  const word = reader.text(spec, 16);
  if (spec && word !== null && !isCurrency(word, currency)) reader.note(spec, { code: 'CURRENCY_DIFFERS', allowed: currency });
}

function readLine(reader: RowReader, mapping: BillMapping, currency: string): ReadLine | null {
  const number = reader.requiredCode(mapping.number, 64);
  checkCurrency(reader, mapping, currency);
  const amount = readAmount(reader, mapping, currency);
  const billedOn = reader.instant(mapping.date);
  if (number === null || amount === null || !reader.usable) return null;
  return { line: reader.at.line, number: numberOf[mapping.kind](number), amount, billedOn };
}

/** Reads a whole bill; a line that cannot go in is told of, and reading goes on behind it. @throws FileInvalid, BillTooLarge */
export async function readBill({ path, profile, mapping, currency, progress = silent }: BillFile): Promise<ReadBill> {
  const { number, amount } = mapping;
  // A file may leave out the day and the currency.
  const csv = await openCsv(path, profile, columnsUsed({ number, amount }), (bytes) => progress.advance(bytes));
  progress.start(csv.name, csv.bytes);
  const [lines, problems]: [ReadLine[], Problem[]] = [[], []];
  let refused = 0;
  let read = 0;
  for await (const record of csv.records) {
    read += 1;
    if (read > MAX_LINES) throw new BillTooLarge(MAX_LINES, 'lines');
    const reader = new RowReader({ file: csv.name, line: record.line }, cellsOf(csv, record.cells), profile);
    const broken = brokenRecord(csv, record);
    const line = broken ? null : readLine(reader, mapping, currency);
    if (line) lines.push(line);
    else refused += 1;
    problems.push(...(broken ? [broken] : reader.problems));
  }
  progress.done();
  return { lines, problems, refused };
}
