import { TreeError } from './errors.js';
import { layOut } from './lay-out.js';
import { Tree } from './tree.js';
import type { NodeId, TreeNode } from './types.js';

/**
 * Lays the nodes out in pre-order. Siblings keep the order in which they were given.
 * @throws TreeError NO_ROOT, SEVERAL_ROOTS, DUPLICATE_NODE, UNKNOWN_PARENT, CYCLE
 */
export function buildTree(input: readonly TreeNode[]): Tree {
  const places = placesOf(input);
  const root = rootOf(input);
  const parents = parentsOf(input, places);
  const order = preOrder(parents, root);
  if (order.length < input.length) throw new TreeError('CYCLE', cycleIn(input, parents, order));
  return new Tree(layOut(input, parents, order, places));
}

/** Where each node stands in the input. */
function placesOf(input: readonly TreeNode[]): Map<NodeId, number> {
  const places = new Map<NodeId, number>();
  input.forEach(({ id }, place) => {
    places.set(id, place);
    if (places.size === place) throw new TreeError('DUPLICATE_NODE', [id]);
  });
  return places;
}

function rootOf(input: readonly TreeNode[]): number {
  const roots = input.filter((node) => node.parentId === null);
  if (roots.length > 1)
    throw new TreeError(
      'SEVERAL_ROOTS',
      roots.map(({ id }) => id),
    );
  const [root] = roots;
  if (!root) throw new TreeError('NO_ROOT', []);
  return input.indexOf(root);
}

function parentsOf(input: readonly TreeNode[], places: ReadonlyMap<NodeId, number>): Int32Array {
  const parents = new Int32Array(input.length);
  input.forEach(({ id, parentId }, place) => {
    const parent = parentId === null ? -1 : places.get(parentId);
    if (parent === undefined) throw new TreeError('UNKNOWN_PARENT', parentId === null ? [id] : [id, parentId]);
    parents[place] = parent;
  });
  return parents;
}

/** Places in pre-order, found without recursion: children hang in linked lists, a stack holds what is still to come. */
function preOrder(parents: Int32Array, root: number): Int32Array {
  const { first, next } = childLists(parents);
  const order = new Int32Array(parents.length);
  const stack = [root];
  let count = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    order[count] = at;
    count += 1;
    // The lists run from the last child to the first, so that the first one ends on top of the stack.
    for (let child = first[at] ?? -1; child >= 0; child = next[child] ?? -1) stack.push(child);
  }
  return order.subarray(0, count);
}

function childLists(parents: Int32Array): { first: Int32Array; next: Int32Array } {
  const first = new Int32Array(parents.length).fill(-1);
  const next = new Int32Array(parents.length).fill(-1);
  for (let place = 0; place < parents.length; place += 1) {
    const parent = parents[place] ?? -1;
    if (parent < 0) continue;
    next[place] = first[parent] ?? -1;
    first[parent] = place;
  }
  return { first, next };
}

/** Walks up from a node the root does not reach until one comes again: from there on it is the cycle. */
function cycleIn(input: readonly TreeNode[], parents: Int32Array, reached: Int32Array): NodeId[] {
  const fromRoot = new Set(reached);
  const path = new Set<number>();
  let at = input.findIndex((_, place) => !fromRoot.has(place));
  while (!path.has(at)) {
    path.add(at);
    at = parents[at] ?? -1;
  }
  const walked = [...path];
  return walked.slice(walked.indexOf(at)).flatMap((place) => input[place]?.id ?? []);
}
