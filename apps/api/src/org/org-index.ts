import type { NodeId } from '@headwater/org-tree';
import type { NodeFacts, TreeSnapshot } from '../tree/tree-snapshot.js';

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** As people look for names: by pinyin, digits by their value; the id breaks ties. */
export const byName = (a: Pick<NodeFacts, 'name' | 'id'>, b: Pick<NodeFacts, 'name' | 'id'>): number =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id));

interface Entry {
  readonly node: NodeFacts;
  readonly text: string;
}

const lower = (text: string | null) => (text ?? '').toLowerCase();

const indexes = new WeakMap<TreeSnapshot['nodes'], readonly Entry[]>();

/** All units in the order of their names with what they are found by; made once for each state of the organization. */
export function nameIndex(snapshot: TreeSnapshot): readonly Entry[] {
  const known = indexes.get(snapshot.nodes);
  if (known) return known;
  const entries = [...snapshot.nodes.values()]
    .sort(byName)
    .map((node) => ({ node, text: [node.name, node.code, node.city].map(lower).join('\n') }));
  indexes.set(snapshot.nodes, entries);
  return entries;
}

/** Whether a unit is one of the roots or stands below one. */
export function isBelowAny(snapshot: TreeSnapshot, id: NodeId, roots: readonly NodeId[]): boolean {
  return roots.some((root) => snapshot.tree.isWithin(id, root));
}
