import { nothingKnown, settle } from './arrivals';

const none = new Set<string>();
const shown = (known: { ids: ReadonlySet<string> }, rows: readonly string[]) => rows.filter((id) => known.ids.has(id));

describe('rows of the queue that was asked again', () => {
  const first = settle(nothingKnown, 'toDo', ['b', 'c'], none);

  it('are all shown where the list is a new one', () => {
    expect(shown(first, ['b', 'c'])).toEqual(['b', 'c']);
    expect(shown(settle(first, 'toReceive', ['x', 'b'], new Set(['x'])), ['x', 'b'])).toEqual(['x', 'b']);
  });

  it('wait where they would push others down', () => {
    const rows = ['a', 'b', 'bb', 'c'];
    expect(shown(settle(first, 'toDo', rows, none), rows)).toEqual(['b', 'c']);
  });

  it('are shown where they follow: the next page, or what comes up for one that was decided', () => {
    const rows = ['c', 'd', 'e'];
    expect(shown(settle(first, 'toDo', rows, none), rows)).toEqual(rows);
  });

  it('wait where they just arrived, wherever they stand', () => {
    const rows = ['b', 'c', 'd', 'e'];
    expect(shown(settle(first, 'toDo', rows, new Set(['d'])), rows)).toEqual(['b', 'c', 'e']);
  });

  it('change nothing where nothing changed', () => {
    expect(settle(first, 'toDo', ['b', 'c'], none)).toBe(first);
  });
});
