import { existsSync, readFileSync } from 'node:fs';
import { Folder, readReport } from '../testing/fixtures.js';
import type { Problem } from '../problems.js';
import { ImportReport } from './report.js';

const problem = (line: number, more: Partial<Problem> = {}): Problem => ({
  file: 'a.csv',
  line,
  severity: 'refused',
  column: 'Name',
  value: 'x',
  code: 'REQUIRED',
  allowed: 'a value',
  ...more,
});

describe('the report of an import', () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  it('counts lines, not problems, and says which only lost a value', () => {
    const report = new ImportReport(folder.at('r.csv'));
    report.add([problem(2), problem(2, { column: 'Code' })]);
    report.add([problem(3, { severity: 'emptied' })]);
    report.add([]);
    report.close();
    expect([report.refused, report.emptied]).toEqual([1, 1]);
    expect(readReport(folder.at('r.csv')).map((it) => it['line'])).toEqual(['2', '2', '3']);
  });

  it('exists only where something is wrong, and not any more when nothing is', () => {
    const path = folder.at('r.csv');
    const first = new ImportReport(path);
    first.add([problem(2)]);
    first.close();
    expect(existsSync(path)).toBe(true);
    new ImportReport(path).close();
    expect(existsSync(path)).toBe(false);
  });

  it('never replaces a file that is something else', () => {
    const path = folder.write('stores.csv', ['No,Name']);
    expect(() => new ImportReport(path)).toThrow('no report of ours');
    expect(readFileSync(path, 'utf8')).toBe('No,Name\n');
  });

  it('hands no formula to a spreadsheet', () => {
    const report = new ImportReport(folder.at('r.csv'));
    report.add([problem(2, { value: '=HYPERLINK("http://x")' })]);
    report.close();
    expect(readFileSync(folder.at('r.csv'), 'utf8')).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});
