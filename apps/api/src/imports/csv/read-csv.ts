import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TextDecoder } from 'node:util';
import { parse } from 'csv-parse';
import { FileInvalid } from '../imports.errors.js';
import { LineCutter } from './line-cutter.js';
import { RecordSplitter } from './record-splitter.js';

export interface CsvFormat {
  /** A label of the Encoding Standard, such as utf-8 or gb18030. */
  readonly encoding: string;
  readonly delimiter: string;
}

/** Why a record cannot be used at all. */
export interface Defect {
  readonly code: 'COLUMNS_DIFFER' | 'NOT_CSV' | 'NOT_IN_ENCODING';
  /** Index of the cell that cannot be read; null: the cells are fine, but too many or too few. */
  readonly cell: number | null;
}

/** One record as it stands in the file. */
export interface CsvRecord {
  /** Its first line, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken: Defect | null;
}

/** How far a reader has come, in bytes of the file. */
export type OnBytes = (bytes: number) => void;

/** What a decoder writes where bytes are no character of the encoding. */
const UNREADABLE = '\uFFFD';

/** Any encoding becomes text in records on the way, so that the parser meets one encoding and quotes that are closed. */
async function* recordsOf(
  chunks: AsyncIterable<Buffer>,
  { decoder, splitter, onBytes }: { decoder: TextDecoder; splitter: RecordSplitter; onBytes: OnBytes },
): AsyncGenerator<string> {
  const cutter = new LineCutter();
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield splitter.split(cutter.cut(decoder.decode(chunk, { stream: true })));
  }
  yield splitter.split(cutter.cut(decoder.decode()));
  yield splitter.split([cutter.rest]) + splitter.end();
}

function defectOf(cells: readonly string[], torn: number | undefined, width: number): Defect | null {
  if (torn !== undefined) return { code: 'NOT_CSV', cell: torn };
  if (cells.length !== width) return { code: 'COLUMNS_DIFFER', cell: null };
  const unreadable = cells.findIndex((cell) => cell.includes(UNREADABLE));
  return unreadable < 0 ? null : { code: 'NOT_IN_ENCODING', cell: unreadable };
}

/** Reads a CSV file record by record, the header first; a broken record is handed over as such, and reading goes on behind it. */
export async function* readCsv(file: string, format: CsvFormat, onBytes: OnBytes = () => undefined): AsyncGenerator<CsvRecord> {
  const decoder = new TextDecoder(format.encoding);
  const splitter = new RecordSplitter(format.delimiter);
  const parser = parse({ delimiter: format.delimiter, record_delimiter: '\n', relax_column_count: true, relax_quotes: true });
  const source = createReadStream(file);
  const records = (chunks: AsyncIterable<Buffer>) => recordsOf(chunks, { decoder, splitter, onBytes });
  const piped = pipeline(source, records, parser).catch(() => undefined);
  let width: number | null = null;
  try {
    for await (const [first, ...cells] of parser as AsyncIterable<string[]>) {
      const line = Number(first);
      width ??= cells.length;
      yield { line, cells, broken: defectOf(cells, splitter.torn.get(line), width) };
      splitter.torn.delete(line);
    }
  } catch (error) {
    throw new FileInvalid(basename(file), error instanceof Error ? error.message : String(error));
  } finally {
    source.destroy();
    await piped;
  }
}
