import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { FastifyReply } from 'fastify';
import { writeXlsxStream } from 'hucre/xlsx';
import { amountCell, BOM, csvLine, textCell } from './csv.js';
import { BadInput } from './errors.js';
import { sendCsv } from './send-csv.js';

const formats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof formats)[number];

/** Amounts are fen and shown as yuan. */
export interface Column {
  readonly head: string;
  readonly kind: 'text' | 'amount' | 'count';
}

/** A text, a number, or nothing in that place. */
export type Cell = string | number | null;

/** A table of any length, asked for row by row. */
export interface TableFile {
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

const FEN = 100;
const formatOf = { text: undefined, amount: '#,##0.00', count: '#,##0' } as const;

/** @throws BadInput for a file of another format */
export function readFormat(word: string): TableFormat {
  const format = formats.find((each) => each === word);
  if (!format) throw new BadInput('format', `There is no file "${word}".`, formats);
  return format;
}

/** Sends a table while it is read; what is refused must be so before. @param name without its extension */
export async function sendTable(reply: FastifyReply, name: string, format: TableFormat, table: TableFile): Promise<void> {
  if (format === 'csv') return sendCsv(reply, `${name}.csv`, csvOf(table));
  void reply
    .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${name}.xlsx"`)
    .header('cache-control', 'no-store');
  await reply.send(Readable.fromWeb(xlsxOf(name, table)));
}

async function* csvOf({ columns, rows }: TableFile): AsyncGenerator<string> {
  yield BOM + csvLine(columns.map(({ head }) => textCell(head)));
  for await (const row of rows) yield csvLine(row.map((cell, at) => csvCell(cell, columns[at])));
}

function csvCell(cell: Cell, column: Column | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return textCell(cell);
  return column?.kind === 'amount' ? amountCell(cell) : String(cell);
}

function xlsxOf(name: string, { columns, rows }: TableFile): ReadableStream<Uint8Array> {
  const heads = columns.map(({ head, kind }) => ({ header: head, width: kind === 'text' ? 18 : 14, numFmt: formatOf[kind] }));
  const options = { name, columns: heads, freezePane: { rows: 1 } };
  return writeXlsxStream(inYuan({ columns, rows }), options);
}

/** A sheet knows no integers of fen: the amount becomes the number with two decimals that is nearest, which prints as it is. */
async function* inYuan({ columns, rows }: TableFile): AsyncGenerator<(string | number | null)[]> {
  for await (const row of rows)
    yield row.map((cell, at) => (typeof cell === 'number' && columns[at]?.kind === 'amount' ? cell / FEN : cell));
}
