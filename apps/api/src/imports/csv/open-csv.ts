import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { FileInvalid } from '../imports.errors.js';
import type { CellOf } from '../mapping/row-reader.js';
import { trimmed } from '../mapping/texts.js';
import type { Place, Problem } from '../problems.js';
import { brokenValue, type CsvFormat, type CsvRecord, type OnBytes, readCsv, wanted } from './read-csv.js';

/** A file whose header fits: where its columns are, and its records. */
export interface OpenCsv {
  readonly name: string;
  readonly bytes: number;
  readonly columnAt: ReadonlyMap<string, number>;
  readonly records: AsyncGenerator<CsvRecord>;
}

function checkFile(file: string): void {
  if (!existsSync(file)) throw new FileInvalid(file, 'there is no such file');
  if (!statSync(file).isFile()) throw new FileInvalid(file, 'it is not a file');
}

/** Reads the header and checks that every column the profile names is there. @throws FileInvalid */
export async function openCsv(file: string, format: CsvFormat, columns: readonly string[], onBytes?: OnBytes): Promise<OpenCsv> {
  checkFile(file);
  const records = readCsv(file, format, onBytes);
  const header = await records.next();
  const names = header.done === true ? [] : header.value.cells.map(trimmed);
  const columnAt = new Map(names.map((name, index) => [name, index]));
  const missing = [...new Set(columns)].filter((column) => !columnAt.has(column));
  const twice = columns.find((column) => names.filter((name) => name === column).length > 1);
  if (missing.length === 0 && twice === undefined) return { name: basename(file), bytes: statSync(file).size, columnAt, records };
  await records.return(undefined);
  if (twice !== undefined) throw new FileInvalid(file, `it has two columns called ${twice}`);
  throw new FileInvalid(file, `it has no column ${missing.join(', ')}; its columns are ${names.join(', ') || 'none'}`, names);
}

/** The cells of a record by the names of their columns. */
export function cellsOf({ columnAt }: Pick<OpenCsv, 'columnAt'>, cells: readonly string[]): CellOf {
  return (column) => cells[columnAt.get(column) ?? -1] ?? '';
}

/** What is wrong with a record before anybody reads a field of it; null where nothing is. */
export function brokenRecord(csv: OpenCsv, record: CsvRecord): Problem | null {
  if (record.broken === null) return null;
  const place: Place = { file: csv.name, line: record.line };
  const { broken, cells } = record;
  return { ...place, severity: 'refused', column: '', value: brokenValue(cells), code: broken, allowed: wanted[broken] };
}
