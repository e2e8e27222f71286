import type { CalendarEntry } from './documents';
import { lanesOf } from './lanes';

const byUnit = ({ node }: CalendarEntry) => [{ key: node.id, name: node.name }];

const entry = (id: string, unit: string, more: Partial<CalendarEntry> = {}) =>
  ({ id, factId: id.split(' ')[0], node: { id: unit, name: unit, type: 'store' }, changeSetId: null, ...more }) as CalendarEntry;

describe('the lanes of a calendar', () => {
  it('are one per unit, in the order in which something happens there', () => {
    const lanes = lanesOf([entry('b begins', 'WEST'), entry('a begins', 'EAST'), entry('c begins', 'WEST')], byUnit);
    expect(lanes.map(({ key, bars }) => [key, bars.map(({ entry: { factId } }) => factId)])).toEqual([
      ['WEST', ['b', 'c']],
      ['EAST', ['a']],
    ]);
  });

  it('show what begins and ends once', () => {
    const [lane] = lanesOf([entry('a begins', 'EAST'), entry('a ends', 'EAST')], byUnit);
    expect(lane?.bars.map(({ entry: { id } }) => id)).toEqual(['a begins']);
  });

  it('show each step of a change set', () => {
    const set = { factId: 'set', changeSetId: 'set' };
    expect(lanesOf([entry('set 00', 'EAST', set), entry('set 01', 'EAST', set)], byUnit)[0]?.bars).toHaveLength(2);
  });

  it('have a thing of several topics in each of their lanes', () => {
    const lanes = lanesOf([entry('a begins', 'EAST'), entry('b begins', 'WEST')], (each) => [
      { key: 'all', name: '' },
      ...byUnit(each),
    ]);
    expect(lanes.map(({ key, bars }) => [key, bars.length])).toEqual([
      ['all', 2],
      ['EAST', 1],
      ['WEST', 1],
    ]);
  });
});
