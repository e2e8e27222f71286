import fc from 'fast-check';
import { Paged } from './paged.js';

const SIZE = 1300;
const write = fc.record({ list: fc.nat(4), index: fc.nat(SIZE - 1), value: fc.nat(9) });
const step = fc.oneof(write, fc.record({ forked: fc.nat(4) }));

const all = (list: Paged<number>) => Array.from({ length: SIZE }, (_, index) => list.at(index));

it('holds for each copy what plain arrays hold, however copies and writes follow each other', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const lists = [Paged.filled(SIZE, 0)];
      const plain = [new Array<number>(SIZE).fill(0)];
      for (const each of steps) {
        const place = ('forked' in each ? each.forked : each.list) % lists.length;
        if ('forked' in each) {
          lists.push((lists[place] as Paged<number>).fork());
          plain.push([...(plain[place] as number[])]);
        } else {
          lists[place]?.put(each.index, each.value);
          (plain[place] as number[])[each.index] = each.value;
        }
      }
      expect(lists.map(all)).toEqual(plain);
    }),
    { numRuns: 50 },
  );
});

it('says nothing outside its size', () => {
  const list = Paged.filled(3, 'a');
  list.put(5000, 'b');
  expect([list.at(2), list.at(-1), list.at(5000)]).toEqual(['a', undefined, undefined]);
});
