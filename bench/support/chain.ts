import { nodeId, type TreeNode } from '@headwater/org-tree';

/** A chain of `branches` stores: HQ, 8 regions, a mall for every 50 stores. Ids are stable, so two runs plant the same. */
export function chainOf(branches: number): TreeNode[] {
  const id = (name: string, index: number) => nodeId(`${name}${String(index).padStart(26 - name.length, '0')}`);
  const hq: TreeNode = { id: id('H', 0), parentId: null, type: 'headquarters' };
  const regions = Array.from({ length: 8 }, (_, index): TreeNode => ({ id: id('R', index), parentId: hq.id, type: 'region' }));
  const malls = Array.from({ length: Math.ceil(branches / 50) }, (_, index): TreeNode => ({
    id: id('M', index),
    parentId: id('R', index % 8),
    type: 'mall',
  }));
  const stores = Array.from({ length: branches }, (_, index): TreeNode => ({
    id: id('S', index),
    parentId: id('M', Math.floor(index / 50)),
    type: 'store',
  }));
  return [hq, ...regions, ...malls, ...stores];
}
