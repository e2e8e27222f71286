import type { BillKind } from '@headwater/ledger';
import { brokenRecord, cellsOf, openCsv } from '../imports/csv/open-csv.js';
import { columnsUsed } from '../imports/mapping/columns.js';
import type { BillMapping, Profile } from '../imports/mapping/profile.js';
import { RowReader } from '../imports/mapping/row-reader.js';
import type { Problem } from '../imports/problems.js';
import { type Progress, silent } from '../imports/progress.js';
import { BillTooLarge } from './bill.errors.js';
import { isCurrency } from './bill-currency.js';
import { readAmount, readGrams } from './read-measures.js';

/** A line of a file that may go in. */
export interface ReadLine {
  /** Of the file, from 1. */
  readonly line: number;
  readonly number: string;
  /** Fen, from 0. */
  readonly amount: number;
  /** UTC epoch ms; null: the file does not say. */
  readonly billedOn: number | null;
  /** By which the carrier bills; null: the file does not say. */
  readonly grams: number | null;
  readonly zone: string | null;
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

function checkCurrency(reader: RowReader, { currency: spec }: BillMapping, currency: string): void {
  const word = reader.text(spec, 16);
  if (spec && word !== null && !isCurrency(word, currency)) reader.note(spec, { code: 'CURRENCY_DIFFERS', allowed: currency });
}

function readLine(reader: RowReader, mapping: BillMapping, currency: string): ReadLine | null {
  const number = reader.requiredCode(mapping.number, 64);
  checkCurrency(reader, mapping, currency);
  const amount = readAmount(reader, mapping.amount, { currency, max: MAX_AMOUNT });
  const billedOn = reader.instant(mapping.date);
  // What was not weighed stands in files as 0.
  const grams = readGrams(reader, mapping.grams, 0) || null;
  const zone = reader.code(mapping.zone, 64);
  if (number === null || amount === null || !reader.usable) return null;
  return { line: reader.at.line, number: numberOf[mapping.kind](number), amount, billedOn, grams, zone };
}

/** Reads a whole bill; a line that cannot go in is told of, and reading goes on behind it. @throws FileInvalid, BillTooLarge */
export async function readBill({ path, profile, mapping, currency, progress = silent }: BillFile): Promise<ReadBill> {
  const { number, amount } = mapping;
  // A file may leave out the day, the currency, the weight and the zone.
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
