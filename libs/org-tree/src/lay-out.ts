import type { TreeLayout } from './tree.js';
import type { NodeId, TreeNode } from './types.js';

/**
 * Puts everything that is known by input place into pre-order. Plain loops over typed arrays: a chain of 100,000 units is laid out
 * anew on every structural change.
 */
export function layOut(
  input: readonly TreeNode[],
  parentPlaces: Int32Array,
  order: Int32Array,
  places: Map<NodeId, number>,
): TreeLayout {
  const positionOf = inverse(order);
  const parents = new Int32Array(order.length);
  const nodes: TreeNode[] = [];
  for (let position = 0; position < order.length; position += 1) {
    const place = order[position] ?? 0;
    const parent = parentPlaces[place] ?? -1;
    parents[position] = parent < 0 ? -1 : (positionOf[parent] ?? -1);
    const node = input[place];
    if (node) nodes.push(node);
  }
  const positions = renumbered(places, positionOf);
  return {
    input,
    nodes,
    positions,
    parents,
    ends: endsOf(parents),
    depths: depthsOf(parents),
    archivedFrom: archivedFrom(nodes, parents),
  };
}

function inverse(order: Int32Array): Int32Array {
  const positions = new Int32Array(order.length);
  for (let position = 0; position < order.length; position += 1) positions[order[position] ?? 0] = position;
  return positions;
}

/** Turns the map in place from input places to positions: a second map of this size would cost more than all the rest. */
function renumbered(places: Map<NodeId, number>, positionOf: Int32Array): Map<NodeId, number> {
  for (const [id, place] of places) places.set(id, positionOf[place] ?? -1);
  return places;
}

function endsOf(parents: Int32Array): Int32Array {
  const ends = new Int32Array(parents.length);
  // Backwards, each subtree is complete before its parent reads it.
  for (let at = parents.length - 1; at >= 0; at -= 1) {
    const end = Math.max(ends[at] ?? 0, at + 1);
    ends[at] = end;
    const parent = parents[at] ?? -1;
    if (parent >= 0) ends[parent] = Math.max(ends[parent] ?? 0, end);
  }
  return ends;
}

function depthsOf(parents: Int32Array): Int32Array {
  const depths = new Int32Array(parents.length);
  for (let at = 1; at < parents.length; at += 1) depths[at] = (depths[parents[at] ?? 0] ?? 0) + 1;
  return depths;
}

function archivedFrom(nodes: readonly TreeNode[], parents: Int32Array): Float64Array {
  const from = new Float64Array(nodes.length);
  nodes.forEach(({ archivedAt }, at) => {
    const above = from[parents[at] ?? -1] ?? Infinity;
    from[at] = Math.min(above, archivedAt ?? Infinity);
  });
  return from;
}
