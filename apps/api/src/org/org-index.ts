import type { NodeId } from '@headwater/org-tree';
import type { NodeFacts, TreeSnapshot } from '../tree/tree-snapshot.js';

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

type Named = Pick<NodeFacts, 'name' | 'id'>;

/** As people look for names: by pinyin, digits by their value; the id breaks ties. */
export const byName = (a: Named, b: Named): number =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id));

/** How many units of a list in the order of names do not come after this one. */
export function placeAfter(sorted: readonly Named[], last: Named): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = sorted[middle];
    if (node && byName(node, last) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The units of a chain in the order of their names. */
export interface NameIndex {
  readonly nodes: TreeSnapshot['nodes'];
  readonly sorted: readonly NodeFacts[];
  /** Where each stands in that order: so that any of them are sorted without a look at their names. */
  readonly rankOf: ReadonlyMap<NodeId, number>;
}

/**
 * The index of an organization. Comparing names is slow, so what did not change since the index before keeps its place there, and
 * only the rest is put in: in a large chain each rename would otherwise hold up every request.
 */
export function indexOf({ nodes }: TreeSnapshot, before: NameIndex | null): NameIndex {
  if (before?.nodes === nodes) return before;
  const kept = before?.sorted.filter((node) => nodes.get(node.id) === node) ?? [];
  const known = new Set(kept);
  const others = [...nodes.values()].filter((node) => !known.has(node)).sort(byName);
  const runs: NodeFacts[][] = [];
  let from = 0;
  for (const node of others) {
    const to = placeAfter(kept, node);
    runs.push(kept.slice(from, to), [node]);
    from = to;
  }
  const sorted = [...runs, kept.slice(from)].flat();
  return { nodes, sorted, rankOf: new Map(sorted.map(({ id }, rank) => [id, rank])) };
}

const texts = new WeakMap<NodeFacts, string>();

const lower = (text: string | null) => (text ?? '').toLowerCase();

/** What a unit is found by. */
export function textOf(node: NodeFacts): string {
  const known = texts.get(node);
  if (known !== undefined) return known;
  const text = [node.name, node.code, node.city].map(lower).join('\n');
  texts.set(node, text);
  return text;
}

/** Whether a unit is one of the roots or stands below one. */
export function isBelowAny(snapshot: TreeSnapshot, id: NodeId, roots: readonly NodeId[]): boolean {
  return roots.some((root) => snapshot.tree.isWithin(id, root));
}
