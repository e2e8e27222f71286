/** The longest line that is read. */
export const LINE_CHARS = 1_000_000;

/** LF or CRLF ends a line, and CR alone where it ends the first one; null: the text does not say yet. */
function lineBreakOf(text: string): string | null {
  const [first] = /\r\n|\n|\r(?!$)/u.exec(text) ?? [];
  if (first === undefined) return null;
  return first === '\r' ? '\r' : '\n';
}

/** Cuts text that comes in chunks into the lines of a file; the CR of a CRLF stays with its line. */
export class LineCutter {
  /** What stands behind the last line end. */
  rest = '';
  private lineBreak: string | null = null;

  cut(chunk: string): string[] {
    const text = this.rest + chunk;
    this.lineBreak ??= lineBreakOf(text);
    const lines = this.lineBreak === null ? [text] : text.split(this.lineBreak);
    // Of a line without an end in sight no more is kept than shows that it is too long.
    this.rest = lines.pop()?.slice(0, LINE_CHARS + 1) ?? '';
    return lines;
  }
}
