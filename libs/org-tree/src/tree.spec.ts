import fc from 'fast-check';
import { buildTree } from './build.js';
import { TreeError } from './errors.js';
import { laws, naivePath, nodesArbitrary } from './testing/trees.js';
import { nodeId } from './types.js';
import type { TreeNode } from './types.js';

const node = (id: string, parentId: string | null, more: Partial<TreeNode> = {}): TreeNode => ({
  id: nodeId(id),
  parentId: parentId === null ? null : nodeId(parentId),
  type: 'region',
  ...more,
});

const chain = [
  node('hq', null, { type: 'headquarters' }),
  node('east', 'hq'),
  node('west', 'hq'),
  node('hangzhou', 'east', { type: 'mall' }),
  node('s1', 'hangzhou', { type: 'store' }),
  node('s2', 'hangzhou', { type: 'store', archivedAt: 50 }),
  node('s3', 'west', { type: 'store' }),
];

const refusal = (nodes: readonly TreeNode[]): TreeError => {
  try {
    buildTree(nodes);
  } catch (error) {
    if (error instanceof TreeError) return error;
  }
  throw new Error('the nodes made a tree');
};

describe('a tree', () => {
  const tree = buildTree(chain);

  it('gives the path from the root down to a unit', () => {
    expect(tree.pathOf(nodeId('s1'))).toEqual(['hq', 'east', 'hangzhou', 's1']);
    expect(tree.depthOf(nodeId('s1'))).toBe(3);
  });

  it('walks a subtree in pre-order, siblings as they were given', () => {
    expect([...tree.subtree(nodeId('hq'))]).toEqual(['hq', 'east', 'hangzhou', 's1', 's2', 'west', 's3']);
    expect(tree.childrenOf(nodeId('hq'))).toEqual(['east', 'west']);
    expect(tree.childrenOf(nodeId('hangzhou'))).toEqual(['s1', 's2']);
  });

  it('counts as branches the stores that are not archived', () => {
    expect([...tree.branchesWithin(tree.root)]).toEqual(['s1', 's3']);
  });

  it('takes a unit under an archived one as archived from the same instant', () => {
    const archived = buildTree([...chain.filter(({ id }) => id !== 'east'), node('east', 'hq', { archivedAt: 40 })]);
    expect(archived.archivedFromAt(archived.positionOf(nodeId('s1')))).toBe(40);
    expect(archived.archivedFromAt(archived.positionOf(nodeId('s2')))).toBe(40);
    expect(archived.archivedFromAt(archived.positionOf(nodeId('s3')))).toBe(Infinity);
  });

  it('answers for an unknown unit with a coded error', () => {
    expect(() => tree.pathOf(nodeId('nowhere'))).toThrow(expect.objectContaining({ code: 'UNKNOWN_NODE', nodeIds: ['nowhere'] }));
    expect(tree.get(nodeId('nowhere'))).toBeUndefined();
  });

  it('agrees with following parents one by one, for every pair of units', () => {
    fc.assert(
      fc.property(nodesArbitrary(), (nodes) => {
        const built = buildTree(nodes);
        for (const { id } of nodes) {
          const path = naivePath(nodes, id);
          expect(built.pathOf(id)).toEqual(path);
          expect(built.depthOf(id)).toBe(path.length - 1);
          const below = nodes.filter((other) => naivePath(nodes, other.id).includes(id));
          expect(new Set(built.subtree(id))).toEqual(new Set(below.map((other) => other.id)));
          expect(built.subtreeSize(id)).toBe(below.length);
          expect(built.heightOf(id)).toBe(Math.max(...below.map((other) => naivePath(nodes, other.id).length)) - path.length);
          for (const other of nodes) expect(built.isWithin(other.id, id)).toBe(below.includes(other));
        }
      }),
      laws,
    );
  });
});

describe('nodes that make no tree', () => {
  it('are refused without a root', () => {
    expect(refusal([]).code).toBe('NO_ROOT');
  });

  it('are refused with two roots, which are named', () => {
    expect(refusal([node('a', null), node('b', null)])).toMatchObject({ code: 'SEVERAL_ROOTS', nodeIds: ['a', 'b'] });
  });

  it('are refused where one comes twice', () => {
    expect(refusal([node('a', null), node('b', 'a'), node('b', 'a')])).toMatchObject({ code: 'DUPLICATE_NODE', nodeIds: ['b'] });
  });

  it('are refused where a parent is missing', () => {
    expect(refusal([node('a', null), node('b', 'ghost')])).toMatchObject({ code: 'UNKNOWN_PARENT', nodeIds: ['b', 'ghost'] });
  });

  it('are refused in a cycle, and only the cycle is named', () => {
    const error = refusal([node('a', null), node('leaf', 'b'), node('b', 'c'), node('c', 'd'), node('d', 'b')]);
    expect(error.code).toBe('CYCLE');
    expect([...error.nodeIds].sort()).toEqual(['b', 'c', 'd']);
  });
});

describe('a large tree', () => {
  it('of 100,000 units, one of them 50,000 levels deep, is laid out without recursion', () => {
    const nodes = Array.from({ length: 100_000 }, (_, at) =>
      node(`n${at}`, at === 0 ? null : at <= 50_000 ? `n${at - 1}` : `n${at % 100}`),
    );
    const tree = buildTree(nodes);
    expect(tree.size).toBe(100_000);
    expect(tree.depthOf(nodeId('n50000'))).toBe(50_000);
  });
});
