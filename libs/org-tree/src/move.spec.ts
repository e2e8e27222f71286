import fc from 'fast-check';
import { buildTree } from './build.js';
import { moveNode } from './move.js';
import { laws, links, nodesArbitrary } from './testing/trees.js';
import { nodeId } from './types.js';
import type { NodeId, TreeNode } from './types.js';

/** A tree with moves that make no cycle: every unit but the root, to any place outside its own subtree. */
const withMoves = (count: number) =>
  nodesArbitrary(2).chain((nodes) => {
    const tree = buildTree(nodes);
    const moves = nodes
      .filter(({ parentId }) => parentId !== null)
      .flatMap(({ id }) => nodes.filter((to) => !tree.isWithin(to.id, id)).map((to): [NodeId, NodeId] => [id, to.id]));
    return fc.tuple(fc.constant(nodes), fc.array(fc.constantFrom(...moves), { minLength: count, maxLength: count }));
  });

const moved = (nodes: readonly TreeNode[], id: NodeId, to: NodeId): TreeNode[] =>
  nodes.map((node) => (node.id === id ? { ...node, parentId: to } : node));

describe('moves (law 16)', () => {
  it('give the tree that is built that way', () => {
    fc.assert(
      fc.property(withMoves(1), ([nodes, [move]]) => {
        const [id, to] = move!;
        const after = moveNode(buildTree(nodes), id, to);
        expect(links(after.nodes)).toEqual(links(moved(nodes, id, to)));
        expect([...after.subtree(after.root)]).toEqual([...buildTree(moved(nodes, id, to)).subtree(after.root)]);
      }),
      laws,
    );
  });

  it('are undone by moving back', () => {
    fc.assert(
      fc.property(withMoves(1), ([nodes, [move]]) => {
        const [id, to] = move!;
        const before = buildTree(nodes);
        const home = before.get(id)?.parentId ?? before.root;
        const back = moveNode(moveNode(before, id, to), id, home);
        expect([...back.subtree(back.root)]).toEqual([...before.subtree(before.root)]);
        expect(links(back.nodes)).toEqual(links(nodes));
      }),
      laws,
    );
  });

  it('of two units commute where both orders are possible', () => {
    fc.assert(
      fc.property(withMoves(2), ([nodes, moves]) => {
        const tree = buildTree(nodes);
        const [[a, toA], [b, toB]] = [moves[0]!, moves[1]!];
        fc.pre(a !== b);
        fc.pre(!tree.isWithin(toA, b) && !tree.isWithin(toB, a));
        const one = moveNode(moveNode(tree, a, toA), b, toB);
        const other = moveNode(moveNode(tree, b, toB), a, toA);
        expect([...one.subtree(one.root)]).toEqual([...other.subtree(other.root)]);
      }),
      laws,
    );
  });

  it('into the own subtree are a cycle, and to an unknown parent none', () => {
    const tree = buildTree([
      { id: nodeId('a'), parentId: null, type: 'headquarters' },
      { id: nodeId('b'), parentId: nodeId('a'), type: 'region' },
      { id: nodeId('c'), parentId: nodeId('b'), type: 'region' },
    ]);
    expect(() => moveNode(tree, nodeId('b'), nodeId('c'))).toThrow(expect.objectContaining({ code: 'CYCLE' }));
    expect(() => moveNode(tree, nodeId('b'), nodeId('x'))).toThrow(expect.objectContaining({ code: 'UNKNOWN_PARENT' }));
  });
});
