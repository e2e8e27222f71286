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
    expect(records.map(({ line, broken }) => [line, broken])).toEqual([
      [1, null],
      [2, 'COLUMNS_DIFFER'],
      [3, null],
      [4, 'COLUMNS_DIFFER'],
      [5, null],
    ]);
  });

  it('is read on behind bytes that are no text of its encoding', async () => {
    const records = await all(
      folder.write('a.csv', Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xba, 0xbc]), Buffer.from('\n2,杭州\n')])),
    );
    expect(records.map(({ line, broken }) => [line, broken])).toEqual([
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
