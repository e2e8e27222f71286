import { countOf, rowsChanged } from './rowsChanged';

const table = { type: 'table.scope' };
const told = (...lines: string[]) => ({ text: `${String(lines.length)} 行`, lines });

describe('what changed in a table', () => {
  it('is the rows that are gone and the rows that are new, where both have as many', () => {
    const changes = rowsChanged(table, told('甲', '乙', '丙'), told('甲', '丁', '戊'));
    expect(changes?.map(({ change, line }) => `${change} ${line}`).sort()).toEqual([
      ...['added 丁', 'added 戊', 'removed 丙', 'removed 乙'],
    ]);
    expect(countOf(changes ?? [])).toBe(2);
  });

  it('counts rows that only came or only went', () => {
    expect(countOf(rowsChanged(table, told('甲'), told('甲', '乙', '丙')) ?? [])).toBe(2);
    expect(countOf(rowsChanged(table, told('甲', '乙'), told('甲')) ?? [])).toBe(1);
  });

  it('is nothing of the first value, of the same rows, and of a value that one line tells', () => {
    expect(rowsChanged(table, null, told('甲'))).toBeNull();
    expect(rowsChanged(table, told('甲'), told('甲'))).toBeNull();
    expect(rowsChanged({ type: 'integer' }, { text: '7 天', lines: [] }, { text: '9 天', lines: [] })).toBeNull();
  });
});
