import type { PriceCardRow } from '@headwater/ledger';
import { brokenRecord, cellsOf, openCsv } from '../../imports/csv/open-csv.js';
import { columnsUsed } from '../../imports/mapping/columns.js';
import type { PriceCardMapping, Profile } from '../../imports/mapping/profile.js';
import { RowReader } from '../../imports/mapping/row-reader.js';
import type { Problem } from '../../imports/problems.js';
import { FileInvalid } from '../../imports/imports.errors.js';
import { readAmount, readGrams } from '../read-measures.js';
import { PriceCardLines, PriceCardTooLarge } from './price-card.errors.js';

interface CardFile {
  readonly path: string;
  readonly profile: Profile;
  readonly mapping: PriceCardMapping;
  readonly currency: string;
}

const MAX_LINES = 1_000;

/** In fen: no first weight and no step costs more. */
const MAX_PRICE = 1_000_000;

function readRow(reader: RowReader, mapping: PriceCardMapping, currency: string): PriceCardRow | null {
  const zone = reader.code(mapping.zone, 64) ?? '';
  const [firstGrams, stepGrams] = [mapping.firstGrams, mapping.stepGrams].map((spec) =>
    reader.required(spec, () => readGrams(reader, spec, 1)),
  );
  const [firstPrice, stepPrice] = [mapping.firstPrice, mapping.stepPrice].map((spec) =>
    readAmount(reader, spec, { currency, max: MAX_PRICE }),
  );
  if (firstGrams == null || stepGrams == null || firstPrice == null || stepPrice == null || !reader.usable) return null;
  return { zone, firstGrams, firstPrice, stepGrams, stepPrice };
}

/** Reads a whole card, each zone once. @throws FileInvalid, PriceCardLines, PriceCardTooLarge */
export async function readCard({ path, profile, mapping, currency }: CardFile): Promise<PriceCardRow[]> {
  const csv = await openCsv(path, profile, columnsUsed(mapping));
  const rows = new Map<string, PriceCardRow>();
  const problems: Problem[] = [];
  let read = 0;
  for await (const record of csv.records) {
    read += 1;
    if (read > MAX_LINES) throw new PriceCardTooLarge(MAX_LINES, 'lines');
    const broken = brokenRecord(csv, record);
    const reader = new RowReader({ file: csv.name, line: record.line }, cellsOf(csv, record.cells), profile);
    const row = broken ? null : readRow(reader, mapping, currency);
    if (row && rows.has(row.zone)) reader.note(mapping.zone, { code: 'DUPLICATE_KEY', allowed: 'each zone once' });
    else if (row) rows.set(row.zone, row);
    problems.push(...(broken ? [broken] : reader.problems));
  }
  if (problems.length > 0) throw new PriceCardLines(problems);
  if (rows.size === 0) throw new FileInvalid(csv.name, 'it has no line below its header');
  return [...rows.values()];
}
