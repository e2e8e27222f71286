import type { CostRow } from './documents';
import { pivot } from './pivot';

const none: never[] = [];

const row = (store: string, bearer: string, amount: number): CostRow => ({
  amount,
  cases: 1,
  keys: [
    { dimension: 'store', value: store, label: store, text: null },
    { dimension: 'bearer', value: bearer, label: bearer, text: null },
  ],
});

describe('the cost pivot', () => {
  it('puts the bearers of a store on one line, HQ first, and adds them up', () => {
    const { columns, rows } = pivot([row('a', 'branch', 40), row('a', 'HQ', 60), row('b', 'HQ', 5)], ['store', 'bearer'], none);
    expect(columns.map((column) => column.value)).toEqual(['HQ', 'branch']);
    expect(rows.map((it) => [it.id, it.total])).toEqual([
      ['a', 100],
      ['b', 5],
    ]);
    expect([...(rows[0]?.cells.values() ?? [])].reduce((sum, it) => sum + it, 0)).toBe(100);
  });

  it('has no columns for a single dimension', () => {
    const { columns, rows } = pivot(
      [{ amount: 7, cases: 2, keys: [{ dimension: 'month', value: '2026-11', label: '2026-11', text: null }] }],
      ['month'],
      [{ cases: 2, before: 5, keys: [{ dimension: 'month', value: '2026-11' }] }],
    );
    expect(columns).toEqual([]);
    expect(rows).toEqual([expect.objectContaining({ id: '2026-11', total: 7, cases: 2, before: 5 })]);
  });

  it('counts a case once that costs two bearers, and a case of either', () => {
    const counts = [{ cases: 3, before: null, keys: [{ dimension: 'store' as const, value: 'a' }] }];
    const { rows } = pivot([row('a', 'HQ', 60), row('a', 'branch', 40)], ['store', 'bearer'], counts);
    expect(rows.map((it) => it.cases)).toEqual([3]);
  });

  it('leaves a bearer that bears nothing out of the row, not zero', () => {
    const { rows } = pivot([row('a', 'HQ', 60), row('b', 'branch', 5)], ['store', 'bearer'], none);
    expect(rows.find((it) => it.id === 'b')?.cells.has('HQ')).toBe(false);
  });
});
