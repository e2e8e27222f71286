import { canonicalJson } from '@headwater/policy';
import type { ChangeSet } from './change-set.entity.js';

type Content = Pick<ChangeSet, 'title' | 'notes' | 'effectiveAt' | 'operations'>;

/** In how many things two contents differ: operations, of which one that was replaced counts once, title, notes and date. */
export function editedItems(before: Content, after: Content): number {
  const [old, now] = [before, after].map(({ operations }) => operations.map(canonicalJson));
  const operations = Math.max(missing(old ?? [], now ?? []), missing(now ?? [], old ?? []));
  const facts = (['title', 'notes', 'effectiveAt'] as const).filter((key) => before[key] !== after[key]);
  return operations + facts.length;
}

/** How many of one list another one lacks. */
function missing(from: readonly string[], within: readonly string[]): number {
  const left = [...within];
  return from.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).length;
}
