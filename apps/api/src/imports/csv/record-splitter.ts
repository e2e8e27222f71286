import { LINE_CHARS } from './line-cutter.js';

/** How far a quoted cell may go, so that a quote nobody closed takes its own line and not the rest of the file. */
const CELL_LINES = 50;
const CELL_CHARS = 64_000;

/** A record's text as far as it was looked at: how many cells it has, and where the last of them begins. */
interface Walked {
  readonly cells: number;
  readonly at: number;
  /** `open`: that cell is quoted and goes on. `torn`: the quote that should close it, lines later, belongs to another cell. */
  readonly state: 'whole' | 'open' | 'torn';
}

/** The quote that closes a cell; two of them are one that is meant. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function walk(text: string, delimiter: string): Walked {
  for (let at = 0, cells = 1; ; cells += 1) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? closingQuote(text, at + 1) : at;
    if (end < 0) return { cells, at, state: 'open' };
    // On one line a quote inside a quoted cell is let pass; lines later it tells that the first one was never closed.
    const isClosed = end + 1 === text.length || text[end + 1] === delimiter;
    if (isQuoted && !isClosed && text.slice(at, end).includes('\n')) return { cells, at, state: 'torn' };
    const next = text.indexOf(delimiter, end);
    if (next < 0) return { cells, at, state: 'whole' };
    at = next + 1;
  }
}

const goesTooFar = (cell: string): boolean => cell.length > CELL_CHARS || cell.split('\n').length >= CELL_LINES;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A record with a quote that nobody closed, as if the quote were not there: likely what was meant, and its key can be told. */
function withoutQuote(text: string, at: number, delimiter: string): string {
  const cells = text.slice(at).replace(/^"/u, '').split(delimiter);
  return text.slice(0, at) + cells.map(quoted).join(delimiter);
}

/**
 * Puts the lines of a CSV file together to records, each with the number of its first line as a cell in front. A quoted cell may have
 * lines of its own, but one that is never closed is refused alone: what stands behind its line is read again.
 */
export class RecordSplitter {
  /** Of each record that is torn, by its line, the cell at which it is. */
  readonly torn = new Map<number, number>();
  /** The lines of the record under way. */
  private lines: string[] = [];
  private line = 1;
  /** Where the first cell of several lines begins in the record under way. */
  private openAt = 0;
  private width: number | null = null;
  private records: string[] = [];

  constructor(private readonly delimiter: string) {}

  /** @returns the records that are decided by now */
  split(lines: readonly string[]): string {
    for (const line of lines) this.read(line);
    return this.records.splice(0).join('');
  }

  /** @returns the records that are left: no cell goes on behind the end of the file */
  end(): string {
    while (this.lines.length > 0) this.tear(this.text, walk(this.text, this.delimiter).at);
    return this.split([]);
  }

  private get text(): string {
    return this.lines.join('\n').replace(/\r$/u, '');
  }

  private read(line: string): void {
    this.lines.push(line);
    const { text } = this;
    const walked = walk(text, this.delimiter);
    if (this.lines.length === 1) this.openAt = walked.at;
    const torn = this.tornAt(text, line, walked);
    if (torn !== null) this.tear(text, torn);
    else if (walked.state === 'whole') this.close(text, walked.cells);
  }

  /** Where the record under way is torn; null: nowhere, as far as it was read. */
  private tornAt(text: string, line: string, { cells, at, state }: Walked): number | null {
    if (line.length > LINE_CHARS) return this.openAt;
    if (state === 'torn') return at;
    if (state === 'open') return goesTooFar(text.slice(at)) ? at : null;
    // Of several lines, too many or too few cells mean that a quote was closed by one of another cell.
    const isMisfit = this.lines.length > 1 && this.width !== null && cells !== this.width;
    return isMisfit ? this.openAt : null;
  }

  /** Only the lines up to the one with the quote are refused. */
  private tear(text: string, at: number): void {
    const behind = this.lines.splice(text.slice(0, at).split('\n').length);
    this.refuse(this.text, at);
    for (const line of behind) this.read(line);
  }

  private refuse(text: string, at: number): void {
    const { cells } = walk(text.slice(0, at), this.delimiter);
    this.torn.set(this.line, cells - 1);
    this.write(withoutQuote(text, at, this.delimiter), cells);
    this.next();
  }

  private close(text: string, cells: number): void {
    if (text !== '') this.write(text, cells);
    this.next();
  }

  private write(text: string, cells: number): void {
    this.width ??= cells;
    this.records.push(`${String(this.line)}${this.delimiter}${text}\n`);
  }

  private next(): void {
    this.line += this.lines.length;
    this.lines = [];
  }
}
