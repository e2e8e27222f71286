import { columnAt } from '@headwater/access';
import fc from 'fast-check';
import { LEVELS } from '../database/columns.js';
import { shiftAssignments } from './move-sql.js';

type Row = (string | null)[];

/** Assigns from left to right, each reading what the ones before it wrote: the way of MySQL. */
function inTurn(row: Row, sql: string, params: readonly string[]): Row {
  const now = [...row];
  let next = 0;
  for (const part of sql.split(', ')) {
    const [target = '', source = ''] = part.split(' = ');
    const level = Number(target.slice(1));
    if (source === '?') now[level] = params[next++] ?? null;
    else now[level] = source === 'NULL' ? null : (now[Number(source.slice(1))] ?? null);
  }
  return now;
}

const path = (prefix: string, length: number) => Array.from({ length }, (_, level) => `${prefix}${String(level)}`);
const rowOf = (ids: readonly string[]): Row => Array.from({ length: LEVELS }, (_, level) => ids[level] ?? null);

describe('the SET list of a move', () => {
  it('gives the new path whether the engine assigns at once or from left to right', () => {
    const depths = fc.record({
      oldDepth: fc.integer({ min: 1, max: 5 }),
      newDepth: fc.integer({ min: 1, max: 5 }),
      below: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(depths, ({ oldDepth, newDepth, below }) => {
        const own = path('own', below + 1);
        const above = path('new', newDepth);
        const { sql, params } = shiftAssignments({ oldDepth, above });
        expect(inTurn(rowOf([...path('old', oldDepth), ...own]), sql, params)).toEqual(rowOf([...above, ...own]));
      }),
    );
  });

  it('writes every level once', () => {
    const { sql } = shiftAssignments({ oldDepth: 2, above: ['hq'] });
    const targets = sql.split(', ').map((part) => part.split(' = ')[0]);
    expect(targets).toEqual(Array.from({ length: LEVELS }, (_, level) => columnAt(level)));
  });
});
