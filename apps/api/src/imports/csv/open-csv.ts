import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { FileInvalid } from '../imports.errors.js';
import type { CellOf } from '../mapping/row-reader.js';
import { trimmed } from '../mapping/texts.js';
import type { Problem } from '../problems.js';
import { type CsvFormat, type CsvRecord, type Defect, type OnBytes, readCsv } from './read-csv.js';

/** What would be right. */
const wanted: Readonly<Record<Defect['code'], string>> = {
  COLUMNS_DIFFER: 'as many columns as the header',
  NOT_CSV: 'CSV with quotes in pairs, a quoted cell of at most 50 lines and 64,000 characters, a line of at most 1,000,000',
  NOT_IN_ENCODING: 'text in the encoding that the profile names',
};

/** A file whose header fits: where its columns are, and its records. */
export interface OpenCsv {
  readonly name: string;
  readonly bytes: number;
  readonly columnAt: ReadonlyMap<string, number>;
  readonly records: AsyncGenerator<CsvRecord>;
}

/** The header of an empty file. */
const nothing: Pick<CsvRecord, 'cells' | 'broken'> = { cells: [], broken: null };

function checkFile(file: string): void {
  if (!existsSync(file)) throw new FileInvalid(file, 'there is no such file');
  if (!statSync(file).isFile()) throw new FileInvalid(file, 'it is not a file');
}

/** Why the header does not serve; null where it does. */
function misfit(file: string, names: readonly string[], columns: readonly string[]): FileInvalid | null {
  const missing = [...new Set(columns)].filter((column) => !names.includes(column));
  const listed = names.join(', ') || 'none';
  if (missing.length > 0)
    return new FileInvalid(file, `it has no column ${missing.join(', ')}; its columns are ${listed}`, names);
  const twice = columns.find((column) => names.filter((name) => name === column).length > 1);
  return twice === undefined ? null : new FileInvalid(file, `it has two columns called ${twice}`);
}

/** Reads the header and checks that every column the profile names is there. @throws FileInvalid */
export async function openCsv(file: string, format: CsvFormat, columns: readonly string[], onBytes?: OnBytes): Promise<OpenCsv> {
  checkFile(file);
  const records = readCsv(file, format, onBytes);
  const header = await records.next();
  const { cells, broken } = header.done === true ? nothing : header.value;
  const names = cells.map(trimmed);
  const isTorn = broken?.code === 'NOT_CSV';
  const refusal = isTorn ? new FileInvalid(file, `its header is to be ${wanted.NOT_CSV}`) : misfit(file, names, columns);
  if (refusal === null) {
    const columnAt = new Map(names.map((name, index) => [name, index]));
    return { name: basename(file), bytes: statSync(file).size, columnAt, records };
  }
  await records.return(undefined);
  throw refusal;
}

/** The cells of a record by the names of their columns. */
export function cellsOf({ columnAt }: Pick<OpenCsv, 'columnAt'>, cells: readonly string[]): CellOf {
  return (column) => cells[columnAt.get(column) ?? -1] ?? '';
}

const SHOWN = 100;

/** What is wrong with a record before anybody reads a field of it, and in which cell. */
export function defectIn({ columnAt }: Pick<OpenCsv, 'columnAt'>, cells: readonly string[], { code, cell }: Defect) {
  const column = [...columnAt.keys()].find((name) => columnAt.get(name) === cell) ?? '';
  const value = cell === null ? String(cells.length) : (cells[cell] ?? '').slice(0, SHOWN);
  return { column, value, code, allowed: wanted[code] };
}

/** The problem of a record that is broken; null where it is not. */
export function brokenRecord(csv: OpenCsv, { line, cells, broken }: CsvRecord): Problem | null {
  return broken && { file: csv.name, line, severity: 'refused', ...defectIn(csv, cells, broken) };
}
