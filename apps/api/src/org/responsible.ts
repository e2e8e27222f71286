import type { NodeFacts, TreeSnapshot } from '../tree/tree-snapshot.js';

/**
 * The unit that answers for another one's orders and cases today: itself, or the successor of an archived unit, who may have one of his
 * own. Undefined for an unknown unit and for an archived one that left nobody.
 */
export function responsibleFor(snapshot: TreeSnapshot, id: string): NodeFacts | undefined {
  const seen = new Set<string>();
  let node = snapshot.node(id);
  while (node && node.archivedAt !== null && !seen.has(node.id)) {
    seen.add(node.id);
    node = node.successorId === null ? undefined : snapshot.node(node.successorId);
  }
  return node?.archivedAt === null ? node : undefined;
}

/** The archived units whose orders and cases this unit answers for, itself not among them. */
export function entrustedTo(snapshot: TreeSnapshot, id: string): NodeFacts[] {
  return [...snapshot.nodes.values()].filter((node) => node.archivedAt !== null && leadsTo(snapshot, node, id));
}

function leadsTo(snapshot: TreeSnapshot, from: NodeFacts, id: string): boolean {
  const seen = new Set<string>();
  for (let next = from.successorId; next !== null && !seen.has(next); next = snapshot.node(next)?.successorId ?? null) {
    if (next === id) return true;
    seen.add(next);
  }
  return false;
}
