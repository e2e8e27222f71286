import fc from 'fast-check';
import { nodeId, type NodeId } from '@headwater/org-tree';
import type { NodeFacts, TreeSnapshot } from '../tree/tree-snapshot.js';
import { byName, indexOf, placeAfter, type NameIndex } from './org-index.js';

const unit = (id: string, name: string) => ({ id: nodeId(id), name }) as NodeFacts;

/** As a later state of the organization is made: what did not change is the very same object. */
const after = (before: ReadonlyMap<NodeId, NodeFacts>, changed: readonly NodeFacts[]) =>
  ({ nodes: new Map([...before, ...changed.map((node) => [node.id, node] as const)]) }) as unknown as TreeSnapshot;

const changes = fc.array(fc.tuple(fc.nat(12), fc.constantFrom('杭州店', '北京店', '2 号店', '10 号店', 'Store', 'store')), {
  maxLength: 8,
});

describe('the index of names', () => {
  it('is what sorting anew would give, whatever was renamed or added since', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 4 }), (rounds) => {
        let [index, nodes]: [NameIndex | null, ReadonlyMap<NodeId, NodeFacts>] = [null, new Map()];
        for (const round of rounds) {
          const snapshot = after(
            nodes,
            round.map(([id, name]) => unit(String(id), name)),
          );
          nodes = snapshot.nodes;
          index = indexOf(snapshot, index);
          const sorted = [...nodes.values()].sort(byName);
          expect(index.sorted).toEqual(sorted);
          expect(sorted.map(({ id }) => index?.rankOf.get(id))).toEqual(sorted.map((_, rank) => rank));
        }
      }),
    );
  });

  it('goes on behind a unit that has another name since, or is gone', () => {
    const sorted = [unit('a', '1 号店'), unit('b', '2 号店'), unit('c', '10 号店')];
    expect(placeAfter(sorted, unit('b', '2 号店'))).toBe(2);
    expect(placeAfter(sorted, unit('z', '3 号店'))).toBe(2);
    expect(placeAfter(sorted, unit('z', '0 号店'))).toBe(0);
  });

  it('looks at few names where few have changed', () => {
    let looks = 0;
    const watched = (no: number) => ({
      id: nodeId(`u${String(no)}`),
      get name() {
        looks += 1;
        return `${String(no)} 号店`;
      },
    });
    const units = Array.from({ length: 4_096 }, (_, no) => watched(no) as NodeFacts);
    const first = indexOf(after(new Map(), units), null);
    looks = 0;
    const renamed = indexOf(after(first.nodes, [unit('u7', '5000 号店')]), first);
    expect(renamed.sorted.at(-1)?.id).toBe('u7');
    expect(looks).toBeLessThan(20);
  });
});
