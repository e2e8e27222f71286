import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { CsvRecord } from '../csv/read-csv.js';

/** A record of one of the files, found again by its key. */
export interface StagedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken: CsvRecord['broken'];
}

interface Raw {
  line: number;
  cells: string;
  broken: string;
}

const PAGE = 500;

/**
 * Records of several files side by side, on disk: an order's lines may stand anywhere in theirs, and a year of them fits in no memory.
 * A file of its own that nobody else reads, so nothing of it needs to survive a crash.
 */
export class Staging {
  private readonly dir = mkdtempSync(join(tmpdir(), 'headwater-import-'));
  private readonly db = new Sqlite(join(this.dir, 'staged.sqlite'));
  private readonly files = new Map<string, number>();
  private readonly insert: Sqlite.Statement;
  private readonly select: Sqlite.Statement<[number, string], Raw>;

  constructor() {
    this.db.pragma('journal_mode = OFF');
    this.db.pragma('synchronous = OFF');
    this.db.exec(
      'CREATE TABLE staged (file INTEGER, key TEXT, line INTEGER, cells TEXT, broken TEXT, PRIMARY KEY (file, key, line)) WITHOUT ROWID',
    );
    this.insert = this.db.prepare('INSERT INTO staged VALUES (?, ?, ?, ?, ?)');
    this.select = this.db.prepare('SELECT line, cells, broken FROM staged WHERE file = ? AND key = ? ORDER BY line');
  }

  /** Many records at once; a file staged by two keys has two names. */
  put(file: string, rows: readonly { key: string; record: CsvRecord }[]): void {
    const number = this.numberOf(file);
    this.db.transaction(() => {
      for (const { key, record } of rows)
        this.insert.run(number, key, record.line, JSON.stringify(record.cells), JSON.stringify(record.broken));
    })();
  }

  rows(file: string, key: string): StagedRow[] {
    return this.select.all(this.numberOf(file), key).map(({ line, cells, broken }) => ({
      line,
      cells: JSON.parse(cells) as string[],
      broken: JSON.parse(broken) as CsvRecord['broken'],
    }));
  }

  count(file: string): number {
    const row = this.db.prepare('SELECT COUNT(DISTINCT key) AS n FROM staged WHERE file = ?').get(this.numberOf(file));
    return (row as { n: number }).n;
  }

  /** Each key of a file once, in the order in which they first appear. */
  *keys(file: string): Generator<string> {
    this.db.exec('DROP TABLE IF EXISTS wanted');
    this.db.exec(
      `CREATE TABLE wanted AS SELECT key FROM staged WHERE file = ${String(this.numberOf(file))} GROUP BY key ORDER BY MIN(line)`,
    );
    const page = this.db.prepare<[number], { n: number; key: string }>(
      `SELECT rowid AS n, key FROM wanted WHERE rowid > ? ORDER BY rowid LIMIT ${String(PAGE)}`,
    );
    for (let rows = page.all(0); rows.length > 0; rows = page.all(rows.at(-1)?.n ?? 0)) yield* rows.map(({ key }) => key);
  }

  /** Records of a file whose key no record of the other one has. */
  orphans(file: string, of: string): { key: string; line: number }[] {
    const sql =
      'SELECT key, line FROM staged AS it WHERE file = ? AND NOT EXISTS (SELECT 1 FROM staged WHERE file = ? AND key = it.key)';
    return this.db
      .prepare<[number, number], { key: string; line: number }>(`${sql} ORDER BY line`)
      .all(this.numberOf(file), this.numberOf(of));
  }

  close(): void {
    this.db.close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  private numberOf(file: string): number {
    const known = this.files.get(file);
    if (known !== undefined) return known;
    this.files.set(file, this.files.size);
    return this.files.size - 1;
  }
}
