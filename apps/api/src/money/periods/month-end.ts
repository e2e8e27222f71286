import { beginningOf } from '@headwater/after-sales';
import { monthAfter } from '@headwater/ledger';
import type { TreeSnapshot } from '../../tree/tree-snapshot.js';

const zonesOf = new WeakMap<TreeSnapshot, readonly string[]>();

function zones(snapshot: TreeSnapshot): readonly string[] {
  const known = zonesOf.get(snapshot);
  if (known) return known;
  const found = [...new Set([...snapshot.nodes.values()].map(({ timeZone }) => timeZone))];
  zonesOf.set(snapshot, found);
  return found;
}

/** When a month is over wherever the chain has a unit, in UTC epoch ms: books are kept in the branches' own months. */
export function monthEnd(period: string, snapshot: TreeSnapshot): number {
  const nextDay = `${monthAfter(period)}-01`;
  return Math.max(...zones(snapshot).map((zone) => beginningOf(nextDay, zone)));
}
