import { buildTree, nodeId, type NodeId, type NodeType, type TreeNode } from '@headwater/org-tree';
import { PastTrees } from './past-trees.js';

const hq = nodeId('HQ');
const east = nodeId('EAST');
const west = nodeId('WEST');
const shop = nodeId('SHOP');
const unit = (id: NodeId, parentId: NodeId | null, type: NodeType = 'region'): TreeNode => ({ id, parentId, type });
const today = buildTree([unit(hq, null, 'headquarters'), unit(east, hq), unit(west, hq), unit(shop, east, 'store')]);

/** The shop went to and fro once a day, and stands in the east since day 20. */
const former = Array.from({ length: 20 }, (_, day) => ({
  nodeId: shop,
  parentId: day % 2 === 0 ? east : west,
  from: day,
  to: day + 1,
}));

describe('the organizations of the past', () => {
  const parentAt = (trees: PastTrees, at: number) => trees.at(at).get(shop)?.parentId;

  it('are those of then, asked in any order', () => {
    const trees = new PastTrees(today, former);
    for (const day of [19, 0, 7, 12, 3, 18, 1, 19, 0]) expect(parentAt(trees, day)).toBe(day % 2 === 0 ? east : west);
    expect(trees.at(20)).toBe(today);
    expect(trees.at(-1)).toBe(today);
  });

  it('know when a unit’s path changed, its own moves and those above it alike', () => {
    const moved = [{ nodeId: east, parentId: west, from: 3, to: 6 }];
    const trees = new PastTrees(today, moved);
    expect([shop, east, west, hq].map((unit) => trees.turnsAbove(unit))).toEqual([[3, 6], [3, 6], [], []]);
  });

  it('leave out what was archived then, though it has been restored since', () => {
    const trees = new PastTrees(today, former, [{ nodeId: shop, from: 30, to: 40 }]);
    const archivedAt = (at: number) => trees.at(at).get(shop)?.archivedAt;
    expect([19, 29, 30, 39, 40].map(archivedAt)).toEqual([undefined, undefined, 30, 30, undefined]);
    expect(parentAt(trees, 35)).toBe(east);
    expect(trees.turnsAbove(shop).slice(-2)).toEqual([30, 40]);
    expect(trees.turnsAbove(east)).toEqual([]);
  });

  it('are kept while they are asked for, but not all at once', () => {
    const trees = new PastTrees(today, former);
    const first = trees.at(0);
    expect(trees.at(0.5)).toBe(first);
    for (let day = 1; day < 20; day += 1) trees.at(day);
    expect(trees.at(0)).not.toBe(first);
    expect(trees.at(0).pathOf(shop)).toEqual(first.pathOf(shop));
  });
});
