import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { BOM, csvLine, textCell } from '../../common/csv.js';
import { FileInvalid } from '../imports.errors.js';
import { type Problem, refuses } from '../problems.js';

const head = ['file', 'line', 'severity', 'column', 'value', 'code', 'allowed'] as const;

const headLine = `${BOM}${csvLine(head)}`;

/** Collects what is wrong with the lines of an import in a CSV file, which exists only where something is. */
export class ImportReport {
  private handle: number | null = null;
  private last = '';
  refused = 0;
  emptied = 0;

  /** A report of an earlier run would mislead, so it goes; any other file stays. @throws FileInvalid */
  constructor(readonly path: string) {
    if (existsSync(path) && !readFileSync(path, 'utf8').startsWith(headLine)) {
      throw new FileInvalid(path, 'it is there already and is no report of ours: name another one with --report');
    }
    rmSync(path, { force: true });
  }

  /** Problems of one record, all of them at once. */
  add(problems: readonly Problem[]): void {
    for (const problem of problems) this.write(head.map((key) => problem[key]));
    const [first] = problems;
    if (!first || `${first.file}:${String(first.line)}` === this.last) return;
    this.last = `${first.file}:${String(first.line)}`;
    if (problems.some(refuses)) this.refused += 1;
    else this.emptied += 1;
  }

  /** Problems of several records, those of each beside each other. */
  addEach(problems: readonly Problem[]): void {
    for (const problem of problems) this.add([problem]);
  }

  close(): void {
    if (this.handle !== null) closeSync(this.handle);
    this.handle = null;
  }

  private write(cells: readonly (string | number)[]): void {
    this.handle ??= this.open();
    writeSync(this.handle, csvLine(cells.map((cell) => textCell(String(cell)))));
  }

  private open(): number {
    try {
      const handle = openSync(this.path, 'w');
      writeSync(handle, headLine);
      return handle;
    } catch (error) {
      throw new FileInvalid(this.path, `the report cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
