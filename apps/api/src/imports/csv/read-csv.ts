import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CsvError, type Info, parse } from 'csv-parse';
import { FileInvalid } from '../imports.errors.js';

export interface CsvFormat {
  /** A label of the Encoding Standard, such as utf-8 or gb18030. */
  readonly encoding: string;
  readonly delimiter: string;
}

/** Why a record cannot be used at all, with what would be right. */
export const wanted = {
  COLUMNS_DIFFER: 'as many columns as the header',
  NOT_CSV: 'CSV with quotes in pairs',
  NOT_IN_ENCODING: 'text in the encoding that the profile names',
} as const;

/** One record as it stands in the file. */
export interface CsvRecord {
  /** Its first line, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken: keyof typeof wanted | null;
}

/** How far a reader has come, in bytes of the file. */
export type OnBytes = (bytes: number) => void;

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info & { readonly error?: CsvError };
}

/** Any encoding becomes UTF-8 on the way, so that the parser meets one. */
function decoder(encoding: string, onBytes: OnBytes): Transform {
  const text = new TextDecoder(encoding);
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      onBytes(chunk.length);
      done(null, Buffer.from(text.decode(chunk, { stream: true })));
    },
    flush(done: TransformCallback) {
      done(null, Buffer.from(text.decode()));
    },
  });
}

/** What the decoder writes where bytes are no character of the encoding. */
const UNREADABLE = '\uFFFD';

/** What stands in the report for a broken record: the cell that cannot be read, or how many cells there are. */
export const brokenValue = (cells: readonly string[]): string =>
  cells.find((cell) => cell.includes(UNREADABLE)) ?? String(cells.length);

function defectOf({ record, info }: Parsed): CsvRecord['broken'] {
  if (info.error) return 'COLUMNS_DIFFER';
  return record.some((cell) => cell.includes(UNREADABLE)) ? 'NOT_IN_ENCODING' : null;
}

const lineBreaks = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

/** The parser counts to the end of a record; people look for its beginning. */
const beginning = ({ record, info }: Parsed): number => info.lines - lineBreaks(record);

/** Reads a CSV file record by record, the header first; a broken record is handed over as such, and reading goes on behind it. */
export async function* readCsv(file: string, format: CsvFormat, onBytes: OnBytes = () => undefined): AsyncGenerator<CsvRecord> {
  const broken: CsvRecord[] = [];
  const parser = parse({
    delimiter: format.delimiter,
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: 1_000_000,
    on_skip: (error) => {
      broken.push({ line: Number(error?.['lines'] ?? 0), cells: [], broken: 'NOT_CSV' });
      return undefined;
    },
  });
  const source = createReadStream(file);
  const piped = pipeline(source, decoder(format.encoding, onBytes), parser).catch(() => undefined);
  try {
    for await (const parsed of parser as AsyncIterable<Parsed>) {
      yield* broken.splice(0);
      yield { line: beginning(parsed), cells: parsed.record, broken: defectOf(parsed) };
    }
    yield* broken.splice(0);
  } catch (error) {
    throw new FileInvalid(basename(file), error instanceof Error ? error.message : String(error));
  } finally {
    source.destroy();
    await piped;
  }
}
