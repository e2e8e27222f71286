import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type Row = Record<string, string>;

/** All rows of a CSV text with a header line. Shares nothing with the product's own import. */
export function parseCsv(text: string | Buffer): Row[] {
  return parse<Row>(text, { columns: true, bom: true, relax_quotes: true });
}

/** The same of a file. */
export const readCsv = (file: string): Row[] => parseCsv(readFileSync(file));
