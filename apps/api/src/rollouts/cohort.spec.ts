import { nodeId, type NodeId } from '@headwater/org-tree';
import { TreeSnapshot, type NodeFacts } from '../tree/tree-snapshot.js';
import { cohortOf } from './cohort.js';

const STORES = 30_000;
const SHARE = 1_000;

function unit(code: string, parentId: NodeId | null): [NodeId, NodeFacts] {
  const id = nodeId(code);
  const place = { depth: parentId === null ? 0 : 1, type: parentId === null ? 'headquarters' : 'store' } as const;
  const rest = { ownership: null, timeZone: 'Asia/Shanghai', provinceCode: null, since: 0, archivedAt: null, successorId: null };
  return [id, { id, parentId, ...place, ...rest, code, name: code, version: 1 } as unknown as NodeFacts];
}

describe('a drawn cohort', () => {
  const hq = nodeId('HQ');
  const stores = Array.from({ length: STORES }, (_, n) => unit(`S${String(n)}`, hq));
  const tree = TreeSnapshot.of(1, 0, new Map([unit('HQ', null), ...stores]));

  it('is as large as its share of a large chain', () => {
    const cohort = cohortOf(tree, { rolloutId: 'R', nodeId: hq }, { bps: SHARE }, null);
    expect(cohort.branches).toBe(cohort.roots.length);
    expect(Math.abs(cohort.branches - (STORES * SHARE) / 10_000)).toBeLessThan(200);
  });
});
