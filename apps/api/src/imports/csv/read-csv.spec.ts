import fc from 'fast-check';
import { Folder } from '../testing/fixtures.js';
import { type CsvRecord, readCsv } from './read-csv.js';

async function all(file: string, encoding = 'utf-8', delimiter = ','): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of readCsv(file, { encoding, delimiter })) records.push(record);
  return records;
}

describe('a CSV file', () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  it('is read with the line on which each record begins', async () => {
    const records = await all(folder.write('a.csv', ['\uFEFFa,b', '1,"x', 'y"', '', '2,z']));
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x\ny'],
      [5, '2', 'z'],
    ]);
  });

  it('is read on behind a record that is broken', async () => {
    const records = await all(folder.write('a.csv', ['a,b', '1', '2,"x"y', '3,z,4', '5,w']));
    expect(records.map(({ line, broken }) => [line, broken?.code ?? null])).toEqual([
      [1, null],
      [2, 'COLUMNS_DIFFER'],
      [3, null],
      [4, 'COLUMNS_DIFFER'],
      [5, null],
    ]);
  });

  describe('with a quote that nobody closed', () => {
    const good = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => `${String(from + at)},"store, ${String(from + at)}"`);
    const legal = ['legal,"one', 'two ""2""', '', 'four"'];

    it('loses its own line and no other, far into a big file, at its end, or twice', async () => {
      const file = folder.write('a.csv', [
        'a,b',
        ...legal,
        ...good(6, 2502),
        '2502,"stray, and more',
        ...good(2503, 4000),
        'x"y,"stray',
        ...legal,
        ...good(4005, 5000),
        '"the end,',
      ]);
      const records = await all(file);
      expect(records.filter(({ broken }) => broken).map(({ line, cells, broken }) => [line, broken, cells])).toEqual([
        [2502, { code: 'NOT_CSV', cell: 1 }, ['2502', 'stray', ' and more']],
        [4000, { code: 'NOT_CSV', cell: 1 }, ['x"y', 'stray']],
        [5000, { code: 'NOT_CSV', cell: 0 }, ['the end', '']],
      ]);
      const whole = records.filter(({ broken }) => !broken);
      expect(whole).toHaveLength(1 + 2 + (2502 - 6) + (4000 - 2503) + (5000 - 4005));
      expect(whole.filter(({ cells }) => cells[0] === 'legal')).toMatchObject([
        { line: 2, cells: ['legal', 'one\ntwo "2"\n\nfour'] },
        { line: 4001, cells: ['legal', 'one\ntwo "2"\n\nfour'] },
      ]);
      const numbered = whole.filter(({ cells }) => cells[1]?.startsWith('store'));
      expect(numbered.every(({ line, cells }) => cells[0] === String(line))).toBe(true);
    });

    it('goes no further than 50 lines, where no other quote tells', async () => {
      const plain = (count: number) => Array.from({ length: count }, (_, at) => `${String(at)},x`);
      const spanning = async (lines: number) => {
        const records = await all(folder.write('a.csv', ['a,b', '1,"x', ...plain(lines - 2), '"', ...plain(60)]));
        return records.filter(({ broken }) => broken).map(({ line, broken }) => [line, broken?.code]);
      };
      expect(await spanning(50)).toEqual([]);
      expect(await spanning(51)).toEqual([
        [2, 'NOT_CSV'],
        [52, 'NOT_CSV'],
      ]);
    });

    it('is told by a record that another cell’s quote would make too long', async () => {
      const records = await all(folder.write('a.csv', ['a,b,c', '1,"x,y', '2,", and",z', '3,y,z']));
      expect(records.map(({ line, broken }) => [line, broken?.code])).toEqual([
        [1, undefined],
        [2, 'NOT_CSV'],
        [3, undefined],
        [4, undefined],
      ]);
    });

    it('is told in its own line, where the cell before it has several', async () => {
      const records = await all(folder.write('a.csv', ['a,b,c', '1,"x', 'y","z', '3,y,z']));
      expect(records.slice(1)).toEqual([
        { line: 2, cells: ['1', 'x\ny', 'z'], broken: { code: 'NOT_CSV', cell: 2 } },
        { line: 4, cells: ['3', 'y', 'z'], broken: null },
      ]);
    });
  });

  it('is read on behind a line of more than a million characters', async () => {
    const records = await all(folder.write('a.csv', ['a,b', `1,${'x'.repeat(3_000_000)}`, '2,y']));
    expect(records.map(({ line, broken }) => [line, broken])).toEqual([
      [1, null],
      [2, { code: 'NOT_CSV', cell: 1 }],
      [3, null],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('is read whatever ends its lines: %j', async (end) => {
    const text = ['a,b', '', '1,"x', 'y"', '2,"z"', ''].join(end);
    const records = await all(folder.write('a.csv', Buffer.from(text)));
    expect(records.map(({ line, cells }) => [line, cells[0], cells[1]?.replace(/\r?\n/u, '|')])).toEqual([
      [1, 'a', 'b'],
      [3, '1', 'x|y'],
      [5, '2', 'z'],
    ]);
  });

  it('is the table that was written, whatever its cells hold', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '店') });
    const table = fc.array(fc.tuple(fc.constant('k'), cell, cell), { minLength: 1, maxLength: 40 });
    const written = (rows: readonly string[][]) => rows.map((row) => row.map((it) => `"${it.replaceAll('"', '""')}"`).join(','));
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const records = await all(folder.write('a.csv', written(rows)));
        expect(records.map(({ cells, broken }) => [broken, ...cells])).toEqual(rows.map((row) => [null, ...row]));
      }),
    );
  });

  it('is read on behind bytes that are no text of its encoding', async () => {
    const records = await all(
      folder.write('a.csv', Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xba, 0xbc]), Buffer.from('\n2,杭州\n')])),
    );
    expect(records.map(({ line, broken }) => [line, broken?.code ?? null])).toEqual([
      [1, null],
      [2, 'NOT_IN_ENCODING'],
      [3, null],
    ]);
  });

  it('may be written in another encoding and with another delimiter', async () => {
    const bytes = Buffer.from('b1e0bac53bc3fbb3c60a313bbabcd6dd0a', 'hex');
    const records = await all(folder.write('a.csv', bytes), 'gb18030', ';');
    expect(records.map(({ cells }) => cells)).toEqual([
      ['编号', '名称'],
      ['1', '杭州'],
    ]);
  });
});
