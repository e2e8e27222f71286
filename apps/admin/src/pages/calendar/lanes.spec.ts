import type { CalendarEntry } from './documents';
import { lanesOf } from './lanes';

const entry = (id: string, unit: string, more: Partial<CalendarEntry> = {}) =>
  ({ id, factId: id.split(' ')[0], node: { id: unit, name: unit, type: 'store' }, changeSetId: null, ...more }) as CalendarEntry;

describe('the lanes of a calendar', () => {
  it('are one per unit, in the order in which something happens there', () => {
    const lanes = lanesOf([entry('b begins', 'WEST'), entry('a begins', 'EAST'), entry('c begins', 'WEST')]);
    expect(lanes.map(({ node, bars }) => [node.id, bars.map(({ entry: { factId } }) => factId)])).toEqual([
      ['WEST', ['b', 'c']],
      ['EAST', ['a']],
    ]);
  });

  it('show what begins and ends once', () => {
    const [lane] = lanesOf([entry('a begins', 'EAST'), entry('a ends', 'EAST')]);
    expect(lane?.bars.map(({ entry: { id } }) => id)).toEqual(['a begins']);
  });

  it('show each step of a change set', () => {
    const set = { factId: 'set', changeSetId: 'set' };
    expect(lanesOf([entry('set 00', 'EAST', set), entry('set 01', 'EAST', set)])[0]?.bars).toHaveLength(2);
  });
});
